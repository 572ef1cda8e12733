import { describe, expect, it } from 'vitest';
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
