import { addDays, daysBetween, weekdayIndex } from '../kit/days';

export type Span = 'week' | 'month';

export interface Period {
  from: string;
  to: string;
}

/** The week (from Monday) or the month in which a day lies. */
export function periodOf(span: Span, day: string): Period {
  if (span === 'week') {
    const from = addDays(day, -weekdayIndex(day));
    return { from, to: addDays(from, 6) };
  }
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** The spans one asks for most, each up to today, with what a button says. */
export function toDate(today: string): [string, Period][] {
  const month = Number(today.slice(5, 7));
  const quarter = `${today.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
  return [
    ['本周', { from: periodOf('week', today).from, to: today }],
    ['本月', { from: periodOf('month', today).from, to: today }],
    ['本季', { from: quarter, to: today }],
    ['今年', { from: `${today.slice(0, 4)}-01-01`, to: today }],
  ];
}

export const before = (span: Span, period: Period): Period => periodOf(span, addDays(period.from, -1));
export const after = (span: Span, period: Period): Period => periodOf(span, addDays(period.to, 1));

/**
 * What a period is compared with: the one before, and of it only as many days as have passed of this one. A Monday
 * beside a whole week would always look quiet.
 */
export function comparable(span: Span, period: Period, today: string): Period {
  const whole = before(span, period);
  if (today >= period.to || today < period.from) return whole;
  const to = addDays(whole.from, daysBetween(period.from, today));
  return { from: whole.from, to: to < whole.to ? to : whole.to };
}

/** What changed, in words: a share by points, everything else by how much; nothing where one of the two is unknown. */
export function changeWords(now: number | null | undefined, was: number | null | undefined, unit: string): string {
  if (now === null || now === undefined || was === null || was === undefined) return '比不了';
  const by = Math.round((now - was) * 100) / 100;
  if (by === 0) return '持平';
  const word = by > 0 ? '多' : '少';
  return unit === '%'
    ? `${by > 0 ? '高' : '低'} ${Math.abs(by)} 个百分点`
    : `${word} ${Math.abs(by).toLocaleString('zh-CN')} ${unit}`;
}
