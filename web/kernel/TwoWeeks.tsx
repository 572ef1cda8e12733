import { dayOf, dayWords, now, weekday } from '../kit/days';
import { useCalendar } from '../kit/queries';
import { Failed } from '../kit/States';
import { Shape, type Tone } from '../kit/Status';
import type { CalendarDay, InboxRow } from '../kit/wire';
import { dueByDay } from './dueGroups';

const TONES: [Tone, string][] = [
  ['red', '逾期'],
  ['yellow', '临期'],
  ['green', '正常'],
];

function dayName(day: CalendarDay, today: string): string {
  if (day.date === today) return '今天';
  if (day.name) return day.kind === 'MAKE_UP' ? '调休上班' : day.name;
  if (day.kind === 'MAKE_UP') return '调休上班';
  if (day.kind === 'UNKNOWN') return '待公布';
  return weekday(day.date, '周');
}

/** The next fourteen days: holidays hatched, make-up days named, and what falls due on each. */
export function TwoWeeks({ rows }: { rows: InboxRow[] }) {
  const today = dayOf(now());
  const calendar = useCalendar(today, 14);
  const due = dueByDay(rows, today);
  if (calendar.isError)
    return <Failed reason={calendar.error} what="两周日历没取到" onRetry={() => void calendar.refetch()} />;
  if (!calendar.data) return null;
  return (
    <ol className="river" aria-label="未来两周到期分布">
      {calendar.data.items.map((day) => {
        const off = day.kind === 'REST' || day.kind === 'HOLIDAY';
        const counts = due.get(day.date);
        return (
          <li key={day.date} className={`${off ? 'off' : ''} ${day.date === today ? 'today' : ''}`}>
            <b aria-hidden="true">{Number(day.date.slice(8))}</b>
            <span className="sr">
              {dayWords(day.date, today)} {weekday(day.date)}{' '}
            </span>
            {dayName(day, today)}
            {counts && (
              <span className="n">
                {TONES.filter(([tone]) => counts.has(tone)).map(([tone, word]) => (
                  <span key={tone} className="nowrap">
                    <Shape tone={tone} />
                    <span className="sr">{word}</span> {counts.get(tone)}
                  </span>
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
