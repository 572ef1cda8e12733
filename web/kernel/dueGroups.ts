import { calendarDaysLeft, dayOf, lastDay, now } from '../kit/days';
import type { Tone } from '../kit/Status';
import type { Due, InboxRow } from '../kit/wire';

export interface DueGroup {
  title: string;
  tone: Tone;
  rows: InboxRow[];
}

function groupOf(due: Due | null | undefined, today: string): [string, Tone] {
  if (!due) return ['没有法定期限', 'grey'];
  if (due.state !== 'RUNNING') return ['停计或等放假安排', 'grey'];
  if (due.overdue) return ['已逾期', 'red'];
  const left = calendarDaysLeft(due, today);
  if (left <= 0) return ['今天到期', 'yellow'];
  if ((due.workingDaysLeft ?? left) <= 3) return ['三个工作日内', 'yellow'];
  return ['往后', 'green'];
}

/** Rows come earliest first from the server; here they only get their headings, in that order. */
export function dueGroups(rows: InboxRow[], today = dayOf(now())): DueGroup[] {
  const groups: DueGroup[] = [];
  for (const row of rows) {
    const [title, tone] = groupOf(row.matter.due, today);
    const last = groups.find((group) => group.title === title);
    if (last) last.rows.push(row);
    else groups.push({ title, tone, rows: [row] });
  }
  return groups;
}

/** What falls due on each day, by how pressing it is; what is overdue weighs on today. */
export function dueByDay(rows: InboxRow[], today = dayOf(now())): Map<string, Map<Tone, number>> {
  const days = new Map<string, Map<Tone, number>>();
  for (const { matter } of rows) {
    const due = matter.due;
    if (!due || due.state !== 'RUNNING') continue;
    const day = due.overdue ? today : lastDay(due);
    const tones = days.get(day) ?? new Map<Tone, number>();
    const tone = due.overdue ? 'red' : (due.workingDaysLeft ?? 9) <= 3 ? 'yellow' : 'green';
    tones.set(tone, (tones.get(tone) ?? 0) + 1);
    days.set(day, tones);
  }
  return days;
}
