import { describe, expect, it } from 'vitest';
import type { Me } from '../kit/wire';
import { groupsOf, hitsWithoutAsking, looksLikeNumber } from './searching';

const me = {
  roles: ['kernel.supervisor'],
  supervisor: true,
  counts: { inbox: 0, alerts: 0, messages: 0 },
} as unknown as Me;

describe('the search box', () => {
  it('leads to pages by their name, in either language, but only to those one may open', () => {
    expect(hitsWithoutAsking(me, '五环').map(({ to }) => to)).toEqual(['/desk/rings']);
    expect(hitsWithoutAsking(me, 'rings').map(({ to }) => to)).toEqual(['/desk/rings']);
    expect(hitsWithoutAsking(me, '旧台账')).toEqual([]);
  });

  it('leads to the check of a receipt for what looks like its code, and for nothing else', () => {
    const code = '23456789ABCDEFGH';
    expect(hitsWithoutAsking(me, code.toLowerCase())).toEqual([
      { to: '/receipt', state: { code }, title: code, about: '核验这个回执' },
    ]);
    for (const other of ['23456789ABCDEFG', '23456789ABCDEFGHI', '0123456789ABCDEF', '楼上漏水'])
      expect(hitsWithoutAsking(me, other)).toEqual([]);
  });

  it('takes what looks like the number of a person for one, and no code, receipt or article', () => {
    for (const number of ['13800005678', '138 0000 5678', '0579-82345678', '33070219900307123X'])
      expect(looksLikeNumber(number)).toBe(true);
    for (const other of ['23456789AB', '23456789ABCDEFGH', '民诉法 205', '5678', 'lslz', '2026111'])
      expect(looksLikeNumber(other)).toBe(false);
  });

  it('shows what was found by kind, an article with the guides that go by it, pages last', () => {
    const law = { parameter: 'disputes.perform', scene: 'disputes', title: '履行', about: '民法典第十条，矛盾纠纷' };
    const groups = groupsOf(me, '五环', {
      groups: [
        { kind: 'MATTER', title: '事项', more: true, hits: [{ matter: 'a/b', title: '漏水', about: 'K1' }] },
        { kind: 'LAW', title: '法条', more: false, hits: [law, { ...law, parameter: 'disputes.accept' }] },
      ],
    });
    expect(groups.map(({ kind, more, hits }) => [kind, more, hits.map(({ to }) => to)])).toEqual([
      ['MATTER', true, ['/desk/matters/a%2Fb']],
      ['PEOPLE', false, ['/desk/search']],
      [
        'LAW',
        false,
        [
          '/desk/parameters?q=disputes.perform',
          '/desk/parameters?q=disputes.accept',
          '/desk/lifecycles/disputes',
        ],
      ],
      ['PAGE', false, ['/desk/rings']],
    ]);
  });
});
