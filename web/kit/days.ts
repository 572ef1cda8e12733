import type { Due } from './wire';

/** The legal day is Shanghai's, wherever the browser stands. No summer time there since 1991. */
const SHANGHAI_MS = 8 * 3600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

let ahead = 0;

/** The server's clock counts, not the device's (a demo may stand on another day). */
export function setServerNow(iso: string): void {
  const at = Date.parse(iso);
  if (!Number.isNaN(at)) ahead = at - Date.now();
}

export function now(): Date {
  return new Date(Date.now() + ahead);
}

function shifted(instant: string | Date): Date {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  return new Date(at + SHANGHAI_MS);
}

/** "2026-09-29" in Shanghai. */
export function dayOf(instant: string | Date): string {
  return shifted(instant).toISOString().slice(0, 10);
}

export function clockOf(instant: string | Date): string {
  return shifted(instant).toISOString().slice(11, 16);
}

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function addDays(day: string, count: number): string {
  return new Date(utc(day) + count * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** 0 is Monday, as on a Chinese wall calendar. */
export function weekdayIndex(day: string): number {
  return (new Date(utc(day)).getUTCDay() + 6) % 7;
}

export function weekday(day: string, before = '星期'): string {
  return `${before}${WEEKDAYS[new Date(utc(day)).getUTCDay()]}`;
}

/** "9月29日"; the year is said only when it isn't this one. */
export function dayWords(day: string, today = dayOf(now())): string {
  const [year, month, date] = day.split('-').map(Number);
  const short = `${month}月${date}日`;
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${year}年${short}`;
}

export function dayLong(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** "9月29日 09:14" */
export function momentWords(instant: string, today = dayOf(now())): string {
  return `${dayWords(dayOf(instant), today)} ${clockOf(instant)}`;
}

/** A moment of which only the day was said stands at midnight: then only the day is said again. */
export function roughMoment(instant: string, today = dayOf(now())): string {
  return clockOf(instant) === '00:00' ? dayWords(dayOf(instant), today) : momentWords(instant, today);
}

/** How long a stage took, in the words one would say. */
export function tookWords(seconds: number): string {
  if (seconds < 60) return '片刻';
  if (seconds < 3600) return `${Math.round(seconds / 60)} 分钟`;
  if (seconds < 86_400) {
    const hours = seconds / 3600;
    return `${hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours)} 小时`;
  }
  return `${Math.round(seconds / 86_400)} 天`;
}

/** The last day of a deadline. A term ends at 24:00, which is written as the next day's 0:00 or 23:59:59. */
export function lastDay(due: Pick<Due, 'at'> & Partial<Pick<Due, 'lastDay'>>): string {
  return due.lastDay ?? dayOf(new Date(Date.parse(due.at) - 1000));
}

function endsWithTheDay(due: Pick<Due, 'at'> & Partial<Pick<Due, 'lastDay'>>): boolean {
  const clock = clockOf(due.at);
  return clock === '00:00' || clock === '23:59';
}

export function dueClock(due: Pick<Due, 'at'> & Partial<Pick<Due, 'lastDay'>>): string {
  return endsWithTheDay(due) ? '24:00' : clockOf(due.at);
}

/** "9月28日 24:00": a term that ends with a day is not said to end on the next. */
export function dueMoment(due: Pick<Due, 'at'> & Partial<Pick<Due, 'lastDay'>>): string {
  return `${dayWords(lastDay(due), dayOf(now()))} ${dueClock(due)}`;
}

/** Calendar days from today to the last day; below zero when it lies behind. */
export function calendarDaysLeft(due: Due, today = dayOf(now())): number {
  return daysBetween(today, lastDay(due));
}

function overdueWords(due: Due, at: Date): string {
  const late = daysBetween(lastDay(due), dayOf(at));
  if (late >= 1) return `逾期 ${late} 天`;
  const seconds = Math.max(0, (at.getTime() - Date.parse(due.at)) / 1000);
  return seconds < 60 ? '刚刚逾期' : `逾期 ${tookWords(seconds)}`;
}

/** Done, but after the end: that stays true for ever. */
export function metLate(due: Due & { metAt?: string | null }): boolean {
  return !!due.metAt && Date.parse(due.metAt) >= Date.parse(due.at);
}

/** The date in words that always stands beside the arch. */
export function dueWords(due: Due, at = now()): string {
  if (due.state === 'SUSPENDED') return '停计中，恢复后接着算';
  if (due.state === 'AWAITING_CALENDAR') return '等放假安排公布后才算得准';
  if (due.state === 'MET') return `${metLate(due) ? '逾期办' : '已按期办'}，限 ${dayWords(lastDay(due), dayOf(at))}`;
  if (due.state === 'ENDED') return '已终止计算';
  if (due.overdue) return overdueWords(due, at);
  const today = dayOf(at);
  const left = calendarDaysLeft(due, today);
  if (left <= 0) return `今天 ${dueClock(due)}`;
  const day = dayWords(lastDay(due), today);
  return `${day}，剩 ${left} 天`;
}

/** What stands inside the arch: days, or hours and minutes on the last day. */
export function dueFigure(due: Due, at = now()): string {
  if (due.state === 'SUSPENDED') return '停';
  if (due.state === 'AWAITING_CALENDAR') return '待';
  if (due.state === 'MET') return metLate(due) ? '迟' : '✓';
  if (due.state === 'ENDED') return '—';
  const today = dayOf(at);
  if (due.overdue) {
    const late = daysBetween(lastDay(due), today);
    return late >= 1 ? `−${late}` : '−0';
  }
  const left = calendarDaysLeft(due, today);
  if (left > 0) return String(left);
  if (endsWithTheDay(due)) return '今';
  const minutes = Math.max(0, Math.floor((Date.parse(due.at) - at.getTime()) / 60_000));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export type DueTone = 'dai' | 'yellow' | 'red' | 'grey' | 'green';

/** Colour says working days left: a week of holidays must not look like a week of time. */
export function dueTone(due: Due): DueTone {
  if (due.state === 'MET') return metLate(due) ? 'red' : 'green';
  if (due.state !== 'RUNNING') return 'grey';
  if (due.overdue) return 'red';
  const left = due.workingDaysLeft ?? due.calendarDaysLeft ?? calendarDaysLeft(due);
  return left <= 3 ? 'yellow' : 'dai';
}

/** What "remaining" means must be said when holidays eat into it. */
export function workingDaysNote(due: Due): string | null {
  if (due.state !== 'RUNNING' || due.overdue || due.workingDaysLeft == null) return null;
  const left = calendarDaysLeft(due);
  return left > 0 && due.workingDaysLeft < left
    ? `其中工作日${due.workingDaysLeft > 0 ? ` ${due.workingDaysLeft} 天` : '没有'}`
    : null;
}

/** What an instant field holds ("2026-09-29T09:14") said with its zone. */
export function localToInstant(local: string): string {
  return `${local.length === 16 ? `${local}:00` : local}+08:00`;
}
