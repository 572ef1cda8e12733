import { Cited } from '../laws/Cited';
import { dayOf, dayWords, now } from './days';
import { cellClass, cellWords, proofWeeks } from './proofCalendar';
import type { Proof } from './wire';

const HEADS = ['一', '二', '三', '四', '五', '六', '日'];

function Grid({ proof, today }: { proof: Proof; today: string }) {
  return (
    <table className="calx">
      <caption className="sr">逐日推算</caption>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" abbr={`星期${head}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {proofWeeks(proof.days).map((week, row) => (
          <tr key={row}>
            {week.map((cell, at) =>
              cell ? (
                <td key={at} className={cellClass(cell.day, today)} title={cellWords(cell.day)}>
                  <span aria-hidden="true">{cell.label}</span>
                  <span className="sr">
                    {dayWords(cell.date, today)} {cellWords(cell.day)}
                  </span>
                </td>
              ) : (
                <td key={at} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How a date was worked out: each step with its article, then the calendar itself. */
export function ProofView({ proof }: { proof: Proof }) {
  const today = dayOf(now());
  const counted = proof.days.filter((day) => day.counted).length;
  const has = (mark: string) => proof.days.some((day) => day.mark === mark);
  return (
    <>
      <div className="proof">
        <dl className="kv">
          {proof.lines.map((line, at) => (
            <div key={at}>
              <dt>{line.label}</dt>
              <dd>
                {line.text}
                {line.article && (
                  <span className="law nowrap">
                    （<Cited words={line.article} />）
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {proof.label && <p className="meta">{proof.label}</p>}
      </div>
      {proof.days.length > 0 && <Grid proof={proof} today={today} />}
      {proof.days.length > 0 && (
        <div className="legend">
          <span>
            <i className="c" />
            计入 {counted} 天
          </span>
          {has('ORIGINAL_LAST') && (
            <span>
              <i className="k" />
              原末日
            </span>
          )}
          <span>
            <i className="hatch" />
            不计
          </span>
          <span>
            <i className="e" />
            最后一天
          </span>
        </div>
      )}
      <p className="meta">
        {proof.calendarVersion && `日历版本 ${proof.calendarVersion}`}
        {(proof.notices ?? []).map((notice) => `，${notice.title}`)}
      </p>
    </>
  );
}
