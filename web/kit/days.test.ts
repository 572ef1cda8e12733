import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  dayWords,
  dueClock,
  dueFigure,
  dueTone,
  dueWords,
  lastDay,
  localToInstant,
  momentWords,
  roughMoment,
  tookWords,
  weekday,
  weekdayIndex,
  workingDaysNote,
} from './days';
import type { Due } from './wire';

const now = new Date('2026-09-29T09:42:00+08:00');
const due = (more: Partial<Due>): Due => ({
  at: '2026-10-09T00:00:00+08:00',
  lastDay: '2026-10-08',
  parameter: 'p',
  title: '期限',
  state: 'RUNNING',
  overdue: false,
  secondsLeft: 1,
  used: 0.5,
  term: '7 日',
  verification: 'LOCAL_DEFAULT',
  workingDaysLeft: 3,
  calendarDaysLeft: 9,
  ...more,
});

describe('the legal day', () => {
  it("is Shanghai's, whatever the zone of the instant or of this machine", () => {
    expect(dayOf('2026-09-29T16:00:00Z')).toBe('2026-09-30');
    expect(dayOf('2026-09-29T15:59:59Z')).toBe('2026-09-29');
    expect(dayOf('2026-09-29T12:00:00-05:00')).toBe('2026-09-30');
    expect(localToInstant('2026-09-29T09:14')).toBe('2026-09-29T09:14:00+08:00');
  });
  it('has its weekday and its words', () => {
    expect(weekday('2026-09-29')).toBe('星期二');
    expect(weekdayIndex('2026-09-28')).toBe(0);
    expect(weekdayIndex('2026-10-04')).toBe(6);
    expect(dayWords('2026-10-08', '2026-09-29')).toBe('10月8日');
    expect(dayWords('2027-01-04', '2026-09-29')).toBe('2027年1月4日');
    expect(momentWords('2026-08-21T01:14:00Z', '2026-09-29')).toBe('8月21日 09:14');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('how long it took', () => {
  it.each([
    [20, '片刻'],
    [1800, '30 分钟'],
    [6480, '1.8 小时'],
    [40_000, '11 小时'],
    [259_200, '3 天'],
  ])('%i s is %s', (seconds, words) => expect(tookWords(seconds)).toBe(words));
});

describe('a deadline in words', () => {
  it('counts calendar days and says the working days when they are fewer', () => {
    const one = due({ workingDaysLeft: 2 });
    expect(dueWords(one, now)).toBe('10月8日，剩 9 天');
    expect(dueFigure(one, now)).toBe('9');
    expect(dueTone(one)).toBe('yellow');
  });
  it('ends at 24:00 whether written as the next midnight or as the last second', () => {
    expect(lastDay({ at: '2026-10-09T00:00:00+08:00' })).toBe('2026-10-08');
    expect(lastDay({ at: '2026-10-08T23:59:59+08:00' })).toBe('2026-10-08');
    expect(dueClock({ at: '2026-10-08T23:59:59+08:00' })).toBe('24:00');
  });
  it('counts hours on the last day', () => {
    const today = due({ at: '2026-09-29T11:20:00+08:00', lastDay: '2026-09-29' });
    expect(dueWords(today, now)).toBe('今天 11:20');
    expect(dueFigure(today, now)).toBe('1:38');
    const midnight = due({ at: '2026-09-30T00:00:00+08:00', lastDay: '2026-09-29' });
    expect(dueWords(midnight, now)).toBe('今天 24:00');
    expect(dueFigure(midnight, now)).toBe('今');
  });
  it('says how late it is, in days or in hours', () => {
    expect(dueWords(due({ lastDay: '2026-09-28', overdue: true }), now)).toBe('逾期 1 天');
    expect(dueFigure(due({ lastDay: '2026-09-28', overdue: true }), now)).toBe('−1');
    const late = due({ at: '2026-09-29T07:42:00+08:00', lastDay: '2026-09-29', overdue: true });
    expect(dueWords(late, now)).toBe('逾期 2 小时');
    expect(dueTone(due({ overdue: true }))).toBe('red');
  });
  it('is never red or counted while it is suspended or waits for a calendar', () => {
    for (const state of ['SUSPENDED', 'AWAITING_CALENDAR'] as const) {
      expect(dueTone(due({ state, overdue: true }))).toBe('grey');
      expect(workingDaysNote(due({ state, workingDaysLeft: 1 }))).toBeNull();
    }
    expect(dueFigure(due({ state: 'SUSPENDED' }), now)).toBe('停');
  });
});

describe('what was done', () => {
  it('in time and late are told apart for ever', () => {
    const met = { ...due({ state: 'MET' }), metAt: '2026-09-30T10:00:00+08:00' };
    expect(dueWords(met, now)).toBe('已按期办，限 10月8日');
    expect(dueTone(met)).toBe('green');
    const late = { ...met, metAt: '2026-10-09T00:00:00+08:00' };
    expect(dueWords(late, now)).toBe('逾期办，限 10月8日');
    expect([dueFigure(late, now), dueTone(late)]).toEqual(['迟', 'red']);
  });
  it('on a day of which no hour was said shows no hour', () => {
    expect(roughMoment('2026-09-28T00:00:00+08:00', '2026-09-29')).toBe('9月28日');
    expect(roughMoment('2026-09-28T09:14:00+08:00', '2026-09-29')).toBe('9月28日 09:14');
  });
});
