import { addDays, daysBetween, weekdayIndex } from './days';
import type { ProofDay } from './wire';

export interface ProofCell {
  date: string;
  day: ProofDay | null;
  label: string;
}

/** Whole weeks, Monday first; days outside the proof are empty cells. The first of a month says its month. */
export function proofWeeks(days: ProofDay[]): (ProofCell | null)[][] {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const known = new Map(days.map((day) => [day.date, day]));
  const start = addDays(first.date, -weekdayIndex(first.date));
  const weeks = Math.ceil((daysBetween(start, last.date) + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const date = addDays(start, week * 7 + at);
      if (date < first.date || date > last.date) return null;
      const [, month, day] = date.split('-').map(Number);
      const named = day === 1 || date === first.date;
      return { date, day: known.get(date) ?? null, label: named ? `${month}/${day}` : String(day) };
    }),
  );
}

/** How a day looks: last day, original last day, counted, skipped for a holiday, or the day that starts it. */
export function cellClass(day: ProofDay | null, today: string): string {
  if (!day) return 's';
  const names = [];
  if (day.mark === 'LAST') names.push('e');
  else if (day.mark === 'ORIGINAL_LAST') names.push('k', day.counted ? 'c' : 'h');
  else if (day.counted) names.push('c');
  else if (day.mark === 'TRIGGER') names.push('s');
  else names.push(day.kind === 'REST' || day.kind === 'HOLIDAY' || day.mark === 'ROLLED' ? 'h' : 's');
  if (day.kind === 'MAKE_UP') names.push('m');
  if (day.date === today) names.push('t');
  return names.join(' ');
}

const MARKS: Record<string, string> = {
  TRIGGER: '起算事由发生，当日不计',
  FIRST: '第一天',
  LAST: '最后一天',
  ORIGINAL_LAST: '原来的最后一天',
  ROLLED: '顺延',
};

/** The same in words, for a reader who does not see the grid. */
export function cellWords(day: ProofDay | null): string {
  if (!day) return '';
  const kind =
    day.name ??
    (day.kind === 'REST' ? '休息日' : day.kind === 'MAKE_UP' ? '调休上班' : day.kind === 'UNKNOWN' ? '待公布' : '');
  return [day.mark ? MARKS[day.mark] : '', day.counted ? '计入' : '不计', kind].filter(Boolean).join('，');
}
