import { describe, expect, it } from 'vitest';
import { after, before, changeWords, comparable, periodOf, toDate } from './periods';

describe('the period of a report', () => {
  it('is the week from Monday to Sunday, also across a new year', () => {
    expect(periodOf('week', '2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(periodOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(periodOf('week', '2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });

  it('is the whole month, however long', () => {
    expect(periodOf('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(periodOf('month', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });

  it('has one before and one after, without a gap', () => {
    const may = periodOf('month', '2026-05-31');
    expect(before('month', may)).toEqual({ from: '2026-04-01', to: '2026-04-30' });
    expect(after('month', may)).toEqual({ from: '2026-06-01', to: '2026-06-30' });
    const week = periodOf('week', '2026-11-23');
    expect(before('week', after('week', week))).toEqual(week);
  });
});

describe('the spans one asks for most', () => {
  it('begin with their week, month, quarter and year and end today', () => {
    expect(toDate('2026-11-23')).toEqual([
      ['本周', { from: '2026-11-23', to: '2026-11-23' }],
      ['本月', { from: '2026-11-01', to: '2026-11-23' }],
      ['本季', { from: '2026-10-01', to: '2026-11-23' }],
      ['今年', { from: '2026-01-01', to: '2026-11-23' }],
    ]);
    const quarters = ['2026-01-31', '2026-03-31', '2026-04-01', '2026-09-30', '2026-12-01'];
    expect(quarters.map((day) => toDate(day)[2]?.[1].from)).toEqual([
      '2026-01-01',
      '2026-01-01',
      '2026-04-01',
      '2026-07-01',
      '2026-10-01',
    ]);
  });
});

describe('what a period is compared with', () => {
  const week = periodOf('week', '2026-11-23');

  it('is the whole one before, once it is over', () => {
    expect(comparable('week', week, '2026-11-29')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(comparable('week', week, '2027-01-01')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });

  it('has as many days as have passed of one that is not over, and no more than it has', () => {
    expect(comparable('week', week, '2026-11-23')).toEqual({ from: '2026-11-16', to: '2026-11-16' });
    const march = periodOf('month', '2026-03-01');
    expect(comparable('month', march, '2026-03-30')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });
});

describe('a change', () => {
  it('of a share is told in points', () => {
    expect(changeWords(91.4, 89.6, '%')).toBe('高 1.8 个百分点');
    expect(changeWords(3, 4.25, '%')).toBe('低 1.25 个百分点');
  });

  it('of a number is told as more or less, and an unknown one not at all', () => {
    expect(changeWords(12, 7, '件')).toBe('多 5 件');
    expect(changeWords(3, 3, '件')).toBe('持平');
    expect(changeWords(undefined, 3, '件')).toBe('比不了');
    expect(changeWords(3, null, '件')).toBe('比不了');
  });
});
