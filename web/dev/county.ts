import { addDays, daysBetween } from '../kit/days';
import type { Area, CalendarDay, Due } from '../kit/wire';

/** Plainly made-up people and matters; the clock stands on the eve of a long holiday, where terms are hardest. */
export const NOW = '2026-09-29T09:42:00+08:00';
export const TODAY = '2026-09-29';
export const ROOT = 'cn.33.3307.330799';
export const NAMES = ['演示甲镇', '演示乙街道', '演示丙乡'];

export const areas: Area[] = [
  ...NAMES.flatMap((town, at) => {
    const path = `${ROOT}.t${at}`;
    const villages = ['样本村', '示例社区', '假名里社区'].map((name, index) => ({
      path: `${path}.v${index}`,
      name,
      full: `演示县 ${town} ${name}`,
      hasChildren: index === 1,
    }));
    return [{ path, name: town, full: `演示县 ${town}`, hasChildren: true }, ...villages];
  }),
  { path: `${ROOT}.t0.v1.g1`, name: '第一网格', full: '演示县 演示甲镇 示例社区 第一网格', hasChildren: false },
];

const HOLIDAYS = new Set(Array.from({ length: 7 }, (_, day) => addDays('2026-10-01', day)));

export function calendarDay(date: string): CalendarDay {
  const weekday = ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  if (HOLIDAYS.has(date)) return { date, weekday, kind: 'HOLIDAY', name: '国庆', reason: '演示放假安排' };
  if (date === '2026-10-10' || date === '2026-09-27')
    return { date, weekday, kind: 'MAKE_UP', name: '调休上班', reason: '演示调休安排' };
  return { date, weekday, kind: weekday > 5 ? 'REST' : 'WORKING', reason: weekday > 5 ? '周末' : '工作日' };
}

function workingDaysLeft(last: string): number {
  let count = 0;
  for (let day = addDays(TODAY, 1); day <= last; day = addDays(day, 1)) {
    if (['WORKING', 'MAKE_UP'].includes(calendarDay(day).kind)) count += 1;
  }
  return count;
}

export function due(last: string, title: string, used: number, more: Partial<Due> = {}): Due {
  const left = daysBetween(TODAY, last);
  return {
    at: `${addDays(last, 1)}T00:00:00+08:00`,
    lastDay: last,
    parameter: 'disputes.demo',
    title,
    state: 'RUNNING',
    overdue: left < 0,
    workingDaysLeft: workingDaysLeft(last),
    calendarDaysLeft: left,
    secondsLeft: (Date.parse(`${addDays(last, 1)}T00:00:00+08:00`) - Date.parse(NOW)) / 1000,
    used,
    term: '7 日',
    verification: 'LOCAL_DEFAULT',
    ...more,
  };
}
