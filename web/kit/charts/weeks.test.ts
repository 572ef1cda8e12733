import { describe, expect, it } from 'vitest';
import { chosen, mondayOf, monthsOf, sinceBegun, summary, weeksOf } from './weeks';

const part = (key: string, value: number | null) => ({ key, value, base: `${value}` });

describe('weeks of a drawing', () => {
  it('begin on Monday, end with the last day asked for', () => {
    expect(mondayOf('2026-09-20')).toBe('2026-09-14');
    const weeks = weeksOf('2026-09-16', '2026-09-29', [], true);
    expect(weeks.map((week) => [week.from, week.to])).toEqual([
      ['2026-09-16', '2026-09-20'],
      ['2026-09-21', '2026-09-27'],
      ['2026-09-28', '2026-09-29'],
    ]);
    expect(weeks.map((week) => week.open)).toEqual([false, false, true]);
  });

  it('of which nothing was counted are a nought for a sum and unknown for a share', () => {
    const counted = [part('2026-09-14', 3)];
    expect(weeksOf('2026-09-14', '2026-09-27', counted, true).map((week) => week.value)).toEqual([3, 0]);
    expect(weeksOf('2026-09-14', '2026-09-27', counted, false).map((week) => week.value)).toEqual([3, null]);
  });

  it('never say a nought for what was hidden as too little', () => {
    expect(weeksOf('2026-09-14', '2026-09-20', [part('2026-09-14', null)], true)[0]?.value).toBeNull();
  });
});

describe('months of a drawing', () => {
  it('go over the turn of the year and know their last day', () => {
    const months = monthsOf('2027-12-10', '2028-02-29', [part('2028-01', 5)], true);
    expect(months.map((month) => [month.from, month.to, month.value])).toEqual([
      ['2027-12-10', '2027-12-31', 0],
      ['2028-01-01', '2028-01-31', 5],
      ['2028-02-01', '2028-02-29', 0],
    ]);
  });
});

describe('what is said beside a drawing', () => {
  it('leaves out the week that is not over', () => {
    const weeks = weeksOf('2026-09-07', '2026-09-22', [part('2026-09-07', 4), part('2026-09-14', 9)], true);
    expect(summary('每周受理', '件', weeks)).toContain('9 件');
    expect(summary('每周受理', '件', weeks)).not.toContain('9月21日');
    expect(summary('每周受理', '件', weeks.slice(2))).toContain('还没有一段完整的时间');
  });
});

describe('what is chosen in a drawing', () => {
  const weeks = weeksOf('2026-09-07', '2026-10-04', [], true);
  it('is what lies in the days looked at', () => {
    expect(chosen(weeks, '2026-09-14', '2026-09-27')).toEqual([1, 2]);
    expect(chosen(weeks, '2026-09-23', null)).toEqual([2, 3]);
  });
  it('is nothing where all is looked at, or nothing is', () => {
    expect(chosen(weeks, null, null)).toBeNull();
    expect(chosen(weeks, '2026-01-01', '2026-12-31')).toBeNull();
    expect(chosen(weeks, '2025-01-01', '2025-01-31')).toBeNull();
  });
});

describe('a drawing of a young county', () => {
  it('begins with the first week of which something was counted, but keeps eight', () => {
    const weeks = weeksOf('2026-06-01', '2026-11-22', [part('2026-08-03', 3)], true);
    expect(sinceBegun(weeks)[0]?.from).toBe('2026-08-03');
    const late = weeksOf('2026-06-01', '2026-11-22', [part('2026-11-16', 3)], true);
    expect(sinceBegun(late)).toHaveLength(8);
    expect(sinceBegun(weeksOf('2026-11-16', '2026-11-22', [], true))).toHaveLength(1);
  });
});
