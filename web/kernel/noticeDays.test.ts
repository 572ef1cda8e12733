import { describe, expect, it } from 'vitest';
import { daysOf } from './noticeDays';

describe('the days of a notice', () => {
  it('are read line by line, a stretch day by day', () => {
    const { days, faults } = daysOf('2027-10-01 至 2027-10-03 国庆节\n\n2027-01-01 元旦', true);
    expect(faults).toEqual([]);
    expect(days.map((day) => day.date)).toEqual(['2027-10-01', '2027-10-02', '2027-10-03', '2027-01-01']);
    expect(days[0]).toEqual({ date: '2027-10-01', name: '国庆节', off: true });
  });
  it('that make no sense are named and never guessed', () => {
    for (const line of ['10月1日 国庆节', '2027-10-07 至 2027-10-01 国庆节', '2027-13-01 元旦', '2027-10-01']) {
      expect(daysOf(line, true).faults).toHaveLength(1);
      expect(daysOf(line, true).days).toEqual([]);
    }
    expect(daysOf('2027-01-01 至 2027-12-31 元旦', true).faults).toHaveLength(1);
  });
});
