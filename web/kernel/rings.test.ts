import { describe, expect, it } from 'vitest';
import { leadsOf, periodBefore } from './RingArches';
import { shadeOf } from '../kit/TileMap';
import type { Figure } from '../kit/wire';
import { askedOf, baseWords, cell, csv, valueWords } from './ringWords';

describe('a table file', () => {
  it('runs nothing when a spreadsheet opens it', () => {
    for (const bad of ['=1+1', '+1', '-1', '@sum', '\t=1', ' =cmd', '＝1', '\r=1']) {
      expect(cell(bad).replace(/^"/, '')).toMatch(/^'/);
    }
    expect(cell(-3)).toBe('-3');
    expect(cell('邻里')).toBe('邻里');
    expect(cell('a,"b"')).toBe('"a,""b"""');
    expect(cell(undefined)).toBe('');
  });

  it('keeps its lines apart', () => {
    expect(csv([['地方', '件数'], ['某镇', 3]])).toBe('\uFEFF地方,件数\r\n某镇,3\r\n');
  });
});

describe('a figure', () => {
  const few = { of: 4, matters: 4, note: '样本不足 10，不显示' };
  it('has no value where too little was counted', () => {
    expect(valueWords(few, '%')).toBeNull();
    expect(baseWords(few, 'PERCENT')).toBe('共 4 件');
  });

  it('says what was divided by what', () => {
    const one = { value: 70, numerator: 7, of: 10, matters: 10 };
    expect(valueWords(one, '%')).toBe('70 %');
    expect(baseWords(one, 'PERCENT')).toBe('7 ÷ 10 件');
    expect(baseWords({ ...one, value: 1.8 }, 'DAYS')).toBe('10 件平均');
  });

  it('opens what its own address names', () => {
    expect(askedOf('/api/stats/x/records?area=33.07&category=NOISE')).toEqual({ area: '33.07', category: 'NOISE' });
  });
});

describe('the arches of the five rings', () => {
  const figure = (name: string, ring: string, unit: string) => ({ name, ring, unit }) as Figure;

  it('stand for the first share of each ring, as a sum has no whole', () => {
    const leads = leadsOf([
      figure('received', 'SENSE', 'COUNT'),
      figure('patrolled', 'SENSE', 'PERCENT'),
      figure('local', 'SETTLE', 'PERCENT'),
      figure('confirmed', 'SETTLE', 'PERCENT'),
      figure('days', 'LAST', 'DAYS'),
    ]);
    expect(leads.map(({ name }) => name)).toEqual(['patrolled', 'local']);
  });

  it('are mirrored by as many days just before', () => {
    expect(periodBefore('2026-03-01', '2026-03-31')).toEqual({ from: '2026-01-29', to: '2026-02-28' });
    expect(periodBefore('2026-01-01', '2026-01-01')).toEqual({ from: '2025-12-31', to: '2025-12-31' });
  });

  it('have tiles in five shades, and none for nothing', () => {
    expect([0, 1, 20, 21, 99, 100].map((amount) => shadeOf(amount, 100))).toEqual([0, 1, 1, 2, 5, 5]);
    expect(shadeOf(0, 0)).toBe(0);
  });
});
