import { addDays } from '../kit/days';

export interface NoticeDay { date: string; name: string; off: boolean }

const LINE = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|~|—|－)\s*(\d{4}-\d{2}-\d{2}))?\s+(\S.*)$/;
const LONGEST = 31;

/** Reads lines such as “2027-10-01 至 2027-10-07 国庆节”: a day, or a stretch of days, and its name. */
export function daysOf(text: string, off: boolean): { days: NoticeDay[]; faults: string[] } {
  const days: NoticeDay[] = [];
  const faults: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const [, first, last = first, name] = LINE.exec(line) ?? [];
    if (!first || !last || !name || Number.isNaN(Date.parse(first)) || Number.isNaN(Date.parse(last)) || last < first) {
      faults.push(`“${line}”没看懂，请写成“2027-10-01 至 2027-10-07 国庆节”`);
      continue;
    }
    let count = 0;
    for (let day = first; day <= last && count < LONGEST; day = addDays(day, 1)) {
      days.push({ date: day, name, off });
      count += 1;
    }
    if (count === LONGEST) faults.push(`“${line}”太长，一段最多 ${LONGEST - 1} 天`);
  }
  return { days, faults };
}
