import { describe, expect, it } from 'vitest';
import { citation, lawPath, piecesOf } from './lawWords';

const joined = (text: string, spans: { from: number; to: number }[]) =>
  piecesOf(text, spans)
    .map(({ text: words, hit }) => (hit ? `[${words}]` : words))
    .join('');

describe('what answers', () => {
  it('is marked to the letter, in order, and once where spans overlap', () => {
    expect(joined('甲乙丙丁', [{ from: 1, to: 3 }])).toBe('甲[乙丙]丁');
    expect(joined('甲乙丙丁', [{ from: 2, to: 4 }, { from: 0, to: 3 }])).toBe('[甲乙丙][丁]');
  });
  it('is never left out of a long text, whose far ends are', () => {
    const long = '前'.repeat(500) + '答案在这里' + '后'.repeat(500);
    const shown = joined(long, [{ from: 500, to: 505 }]);
    expect(shown).toContain('[答案在这里]');
    expect(shown.startsWith('…')).toBe(true);
    expect(shown.length).toBeLessThan(300);
  });
  it('is nothing where a span lies outside the text', () => {
    expect(joined('甲乙', [{ from: 1, to: 9 }])).toBe('甲乙');
  });
});

describe('a citation', () => {
  it('names the law whole, the article, and the paragraph if one is meant', () => {
    expect(citation('人民调解法', '第三条')).toBe('《人民调解法》第三条');
    expect(citation('人民调解法', '第三条', 2)).toBe('《人民调解法》第三条第二款');
  });
  it('keeps the day in the address, and nothing that is empty', () => {
    expect(lawPath('/laws', 'articles/1', { on: '2020-01-01' })).toBe('/laws/articles/1?on=2020-01-01');
    expect(lawPath('/desk/laws', '', { on: '' })).toBe('/desk/laws');
  });
});
