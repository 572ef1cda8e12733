import { useState } from 'react';
import { Link } from 'react-router';
import { dayLong, dayOf, momentWords } from '../../kit/days';
import { Failed } from '../../kit/States';
import { Status } from '../../kit/Status';
import { More } from '../../kit/table/More';
import type { LawChangeLine, LawChangeMark } from '../../kit/wire';
import { useBehind, useMarks } from './changeQueries';
import { EMPTY, RESULTS, type Draft } from './marking';

function Said({ mark }: { mark: LawChangeMark }) {
  return (
    <p>
      <Status tone={mark.result === 'TO_CHANGE' ? 'yellow' : 'green'}>{mark.resultTitle}</Status> {mark.reason}
      {mark.done && <>。改了：{mark.done}</>}
      {mark.by && <>。{dayLong(mark.by)}以前改好</>}
      <small className="doer">
        {mark.name}，{momentWords(mark.at, dayOf(mark.at))}
      </small>
    </p>
  );
}

/** What was said of a line, the last first; the earlier ones when one asks for them. */
export function LineMark({ id, line }: { id: string; line: LawChangeLine }) {
  const [open, setOpen] = useState(false);
  const marks = useMarks(id, line.no, open);
  const mark = line.mark;
  if (!mark) return <p className="meta">还没有标</p>;
  return (
    <>
      <Said mark={mark} />
      {mark.times > 1 && (
        <details className="noprint" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>以前标过 {mark.times - 1} 次</summary>
          {marks.isError && (
            <Failed reason={marks.error} what="以前标的没取到" onRetry={() => void marks.refetch()} />
          )}
          {marks.data?.items.slice(1).map((each, at) => (
            <Said key={at} mark={each} />
          ))}
        </details>
      )}
    </>
  );
}

/** How many limits ran by it, and those of them one may see, by their numbers. */
export function LineMatters({ id, line }: { id: string; line: LawChangeLine }) {
  const [open, setOpen] = useState(false);
  const behind = useBehind(id, line.no, open);
  const items = behind.data?.pages.flatMap((page) => page.items) ?? [];
  const looked = behind.data?.pages.at(-1)?.looked ?? 0;
  return (
    <details className="behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>开出时有 {line.counted} 件的期限按它计算</summary>
      {behind.isError && <Failed reason={behind.error} what="这些件没取到" onRetry={() => void behind.refetch()} />}
      {behind.isSuccess && (
        <p className="meta">
          看了前 {looked} 件，您看得到 {items.length} 件
        </p>
      )}
      <ul className="codes">
        {items.map((each) => (
          <li key={each.id}>
            <Link to={`/desk/matters/${encodeURIComponent(each.id)}`}>{each.code}</Link>
            {!each.open && <span className="meta"> 已办结</span>}
          </li>
        ))}
      </ul>
      <More page={behind} what="件" />
    </details>
  );
}

interface Editing {
  line: LawChangeLine;
  draft: Draft | undefined;
  faults: readonly string[];
  onChange: (draft: Draft | undefined) => void;
  onSpread: () => void;
}

/** What one says of a line now; nothing is sent before all that was filled in is saved. */
export function LineEdit({ line, draft, faults, onChange, onSpread }: Editing) {
  const id = (what: string) => `l${line.no}-${what}`;
  const write = (part: Partial<Draft>) => draft && onChange({ ...draft, ...part });
  return (
    <div className="marking noprint">
      <div className="acts" role="group" aria-label={`第 ${line.no} 行怎样`}>
        {RESULTS.map(([value, word]) => (
          <button
            key={value}
            type="button"
            className="btn"
            aria-pressed={draft?.result === value}
            onClick={() =>
              onChange(draft?.result === value ? undefined : { ...EMPTY, ...draft, result: value })
            }
          >
            {word}
          </button>
        ))}
      </div>
      {draft && (
        <div className="fields">
          <label className="label" htmlFor={id('reason')}>
            第 {line.no} 行的理由
          </label>
          <textarea
            id={id('reason')}
            className="in"
            maxLength={1000}
            value={draft.reason}
            onChange={(event) => write({ reason: event.target.value })}
          />
          {draft.result === 'CHANGED' && (
            <>
              <label className="label" htmlFor={id('done')}>
                改了什么（哪个版本、文件或者文号）
              </label>
              <input
                id={id('done')}
                className="in"
                maxLength={300}
                value={draft.done}
                onChange={(event) => write({ done: event.target.value })}
              />
            </>
          )}
          {draft.result === 'TO_CHANGE' && (
            <>
              <label className="label" htmlFor={id('by')}>
                哪天以前改好
              </label>
              <input
                id={id('by')}
                className="in date"
                type="date"
                value={draft.by}
                onChange={(event) => write({ by: event.target.value })}
              />
            </>
          )}
          <div className="acts">
            <button type="button" className="btn quiet sm" onClick={onSpread}>
              还没有标的都照这样填
            </button>
          </div>
        </div>
      )}
      {faults.length > 0 && (
        <div className="faults" role="alert">
          {faults.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </div>
      )}
    </div>
  );
}
