import { useState } from 'react';
import { call, ProblemError } from '../kit/api';
import { momentWords } from '../kit/days';
import { Refusal } from '../kit/Refusal';
import type { Problem, TrailEntry } from '../kit/wire';
import { bare, type Draft } from './draft';
import type { Change } from './DraftPage';
import type { Outbox } from './useRounds';

interface News {
  version: number;
  entries: TrailEntry[];
}

/** Why it was turned back. Where the matter has moved on, what has changed comes before anything is sent again. */
export function Turned({
  draft,
  problem,
  online,
  change,
  outbox,
  onSent,
}: {
  draft: Draft;
  problem: Problem;
  online: boolean;
  change: Change;
  outbox: Outbox;
  onSent: () => void;
}) {
  const [news, setNews] = useState<News | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const { said } = draft;
  const moved = draft.state === 'moved' && said.kind === 'held';
  const look = async () => {
    if (said.kind !== 'held') return;
    setRefused(null);
    const path = { id: said.matter };
    try {
      const matter = await call('get', '/api/matters/{id}', { path });
      const trail = await call('get', '/api/matters/{id}/trail', { path, query: { limit: 50 } });
      setNews({ version: matter.version, entries: trail.items.filter((entry) => entry.seq > said.seq) });
    } catch (reason) {
      setRefused(reason);
    }
  };
  const again = async () => {
    if (!news) return;
    await change((old) => ({ ...bare(old), state: 'ready', looked: news.version, readyAt: new Date().toISOString() }));
    await outbox.flush();
    onSent();
  };
  const fields = problem.fields ?? [];
  return (
    <>
      <Refusal reason={new ProblemError(problem)}>
        {fields.length > 0 && (
          <ul className="why">
            {fields.map((field) => (
              <li key={field.name}>{field.message}</li>
            ))}
          </ul>
        )}
        {moved && !news && (
          <button type="button" className="btn primary" disabled={!online} onClick={() => void look()}>
            {online ? '看看多了什么' : '有网络才能看多了什么'}
          </button>
        )}
      </Refusal>
      {!!refused && <Refusal reason={refused} />}
      {news && (
        <section className="paper" aria-label="多了什么">
          <h2>您打开之后，多了 {news.entries.length} 条</h2>
          {news.entries.map((entry) => (
            <div className="changed" key={entry.seq}>
              <b>{entry.verbTitle}</b>{' '}
              <small>
                {entry.actor.name}，{momentWords(entry.occurredAt)}
              </small>
            </div>
          ))}
          <button type="button" className="btn primary" onClick={() => void again()}>
            看过了，照我写的送出
          </button>
        </section>
      )}
    </>
  );
}
