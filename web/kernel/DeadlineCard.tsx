import { useState } from 'react';
import { DueBlock } from '../kit/Arch';
import { dayLong, metLate, momentWords } from '../kit/days';
import { ProofView } from '../kit/ProofView';
import { useDeadlines } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import type { Deadline } from '../kit/wire';

function Row({ due }: { due: Deadline }) {
  const [open, setOpen] = useState(false);
  const id = `proof-${due.id}`;
  return (
    <div className="dlrow">
      <DueBlock due={due} withTitle />
      <div className="more">
        <small>
          从 {momentWords(due.from)} 起{due.office ? `，归${due.office}` : ''}。
        </small>
        {due.metAt && (
          <small>
            {momentWords(due.metAt)} {due.state === 'MET' ? '办到' : '终止'}
            {due.state === 'ENDED' && metLate(due) ? '，当时已经逾期' : ''}。
          </small>
        )}
        {due.lowerBound && <small>这是最早可能的日子，放假安排公布后只会更晚。</small>}
        {due.sooner && (
          <small>
            按后来的安排应提前到 {dayLong(due.sooner)}，要由承办人在“我现在可以做”里确认，确认前仍按上面的日子。
          </small>
        )}
        {due.extension && <small style={{ display: 'block' }}>已延长 {due.extension}。</small>}
        {due.proof && (
          <div>
            <button
              type="button"
              className="aslink meta"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {open ? '收起算法' : '这个日子怎么算的'}
            </button>
          </div>
        )}
      </div>
      {open && due.proof && (
        <section className="pop" id={id} aria-label={`${due.title}怎么算的`}>
          <h3>这个日子怎么算的</h3>
          <ProofView proof={due.proof} />
        </section>
      )}
    </div>
  );
}

export function DeadlineCard({ id }: { id: string }) {
  const deadlines = useDeadlines(id);
  const items = [...(deadlines.data?.items ?? [])].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  // What still runs, the nearest end on top, and what was late; the rest is folded away for reading up.
  const over = (due: Deadline) => due.state === 'ENDED' || (due.state === 'MET' && !metLate(due));
  const past = items.filter(over);
  return (
    <section className="card until" aria-labelledby="deadlines">
      <h2 id="deadlines">期限 {items.length > past.length && items.length - past.length}</h2>
      {deadlines.isPending && <Loading what="期限" rows={2} />}
      {deadlines.isError && (
        <Failed reason={deadlines.error} what="期限没取到" onRetry={() => void deadlines.refetch()} />
      )}
      {deadlines.isSuccess && items.length === past.length && <p className="meta">这件事现在没有在走的期限。</p>}
      {items
        .filter((due) => !over(due))
        .map((due) => (
          <Row key={due.id} due={due} />
        ))}
      {past.length > 0 && (
        <details className="elsewhere">
          <summary>已经办到或终止的 {past.length} 个</summary>
          {past.map((due) => (
            <Row key={due.id} due={due} />
          ))}
        </details>
      )}
    </section>
  );
}
