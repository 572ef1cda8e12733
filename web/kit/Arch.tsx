import { dueFigure, dueTone, dueWords, workingDaysNote } from './days';
import type { Due } from './wire';

const CURVE = 'M4 26a22 22 0 0 1 44 0';

/** Length = share of the time used; the number inside = what is left. Decoration: the words stand beside it. */
export function Arch({ due, calm }: { due: Due; calm?: boolean }) {
  // For a citizen the office's time is never red or yellow: it isn't their fault.
  const tone = calm ? 'dai' : dueTone(due);
  const used = Math.round(Math.min(1, Math.max(0, due.used)) * 100);
  return (
    <svg className={`arch a-${tone}`} viewBox="0 0 52 28" aria-hidden="true" focusable="false">
      <path className="bg" d={CURVE} />
      {used > 0 && <path className="fg" pathLength={100} strokeDasharray={`${used} 200`} d={CURVE} />}
      {used > 1 && tone === 'yellow' && (
        <path className="fi" pathLength={100} strokeDasharray={`${used - 1} 200`} d={CURVE} />
      )}
      <text x="26" y="25">
        {dueFigure(due)}
      </text>
    </svg>
  );
}

/** Arch, date in words, and what term it is. */
export function DueBlock({ due, withTitle }: { due: Due; withTitle?: boolean }) {
  const note = workingDaysNote(due);
  const source = due.verification === 'LOCAL_DEFAULT' ? '本县参数' : due.article;
  const term = [withTitle ? '' : due.title, due.term, note ? '' : source].filter(Boolean).join('，');
  return (
    <div className="due">
      <Arch due={due} />
      <div>
        <b className={due.overdue && due.state === 'RUNNING' ? 'late' : ''}>
          {withTitle && <>{due.title} </>}
          {dueWords(due)}
        </b>
        <small>{[term, note].filter(Boolean).join('，')}</small>
        {withTitle && note && source && <small>{source}</small>}
        {due.verification === 'UNVERIFIED' && <small className="unsure">期限依据尚未核对原文</small>}
      </div>
    </div>
  );
}
