import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { areCounties, cityOf, countyOf, outlineIn, type Outline } from './outlines';
import { Locator, OutlineMap } from './OutlineMap';

const outline: Outline = {
  from: 'some-package@1',
  licence: 'MIT License',
  box: [1000, 500],
  places: [
    { code: '990201', name: '西县', at: [250, 250], d: 'M0 0L500 0L500 500Z' },
    { code: '990202', name: '东县', at: [750, 250], d: 'M500 0L1000 0L1000 500Z' },
  ],
};

describe('which outline belongs to an area', () => {
  it('is told by its code', () => {
    expect(cityOf('99.02.01.001')).toBe('9902');
    expect(countyOf('99.02.01.001')).toBe('990201');
    expect([cityOf('99'), countyOf('99.02')]).toEqual(['', '']);
  });

  it('carries figures for counties of one city, and for nothing else', () => {
    expect(areCounties(['99.02.01', '99.02.02'])).toBe(true);
    expect(areCounties(['99.02.01', '99.03.02'])).toBe(false);
    expect(areCounties(['99.02.01.001'])).toBe(false);
    expect(areCounties([])).toBe(false);
  });

  it('is none where nobody fetched it', async () => {
    const kept = { '../outline/9902.json': () => Promise.resolve(outline) };
    expect(await outlineIn(kept, '9902')).toBe(outline);
    expect(await outlineIn(kept, '9903')).toBeNull();
  });
});

describe('a drawing of counties', () => {
  const land = (tiles: { key: string; label: string; amount: number; late?: number }[]) =>
    renderToStaticMarkup(
      createElement(OutlineMap, { outline, tiles, unit: '件', caption: '各地', lateWord: '逾期', onOpen: () => {} }),
    );

  it('prints the number on each, hatches who is not counted, and says it is no survey', () => {
    const said = land([{ key: '99.02.01', label: '西县', amount: 7, late: 2 }]);
    expect(said).toContain('<b>7<span');
    expect(said).toContain('class="of5"');
    expect(said).toContain('class="none"');
    expect(said).toContain('逾期 </span>2');
    expect(said).toContain('示意，非测绘成果；公开登载要有审图号。斜线是这里没有数的地方');
    expect(said.match(/<button/g)).toHaveLength(1);
  });

  it('shows where a county lies with no number on it, and nothing for a place it lacks', () => {
    const at = (path: string) =>
      renderToStaticMarkup(createElement(Locator, { outline, area: { path, name: '某地' } }));
    expect(at('99.02.02.003')).toContain('东县在本市的位置');
    expect(at('99.02.02.003')).toContain('非测绘成果');
    expect(at('99.02.02.003')).not.toContain('<button');
    expect(at('99.02.09')).toBe('');
  });
});
