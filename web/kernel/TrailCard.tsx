import { useState } from 'react';
import { momentWords, roughMoment } from '../kit/days';
import { Icon } from '../kit/Icon';
import { useTrail } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import type { TrailEntry } from '../kit/wire';
import { More } from './More';

/** A question that is shown with its answer keeps its own mark; a heading gets one. */
export const asLabel = (title: string) => (/[？?：:]$/.test(title) ? `${title} ` : `${title}：`);

/** When it was done; if that lies well before it was written down, both are said. */
function whenDone(entry: TrailEntry): string {
  const late = Date.parse(entry.recordedAt) - Date.parse(entry.occurredAt) > 60_000;
  const recorded = momentWords(entry.recordedAt);
  return late ? `${recorded}（事发 ${roughMoment(entry.occurredAt)}）` : recorded;
}

export const shortHash = (hash: string) => `${hash.slice(0, 4)}·${hash.slice(4, 8)}`;

function Hashes({ entry }: { entry: TrailEntry }) {
  const rows: [string, string | null | undefined][] = [
    ['本条指纹（SM3）', entry.hash],
    ['上一条', entry.prev ?? '没有，这是第一条'],
    ['内容指纹', entry.bodyHash],
    ['内容格式', entry.bodyType],
    ['总账', entry.leaf == null ? '还在排队进总账' : `第 ${entry.leaf + 1} 号`],
    ['记下的时间', momentWords(entry.recordedAt)],
  ];
  return (
    <dl className="hashes mono">
      {rows
        .filter(([, value]) => value)
        .map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Entry({ entry }: { entry: TrailEntry }) {
  const [open, setOpen] = useState(false);
  const who = [entry.actor.name, entry.actor.post, entry.actor.agency].filter(Boolean).join('，');
  // Looking is recorded too; its stitch is paler, since it changed nothing.
  const looked = entry.verb === 'read' || entry.verb.endsWith('.read');
  return (
    <li className={looked ? 'read' : ''}>
      <div className="line">
        <b>{entry.verbTitle}</b>
        <button type="button" className="aslink mono" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="sr">第 {entry.seq} 条的指纹 </span>
          {shortHash(entry.hash)}
        </button>
      </div>
      {entry.said.map((one, at) => (
        <div className="said" key={at}>
          <span className="meta">{asLabel(one.title)}</span>
          {one.value}
        </div>
      ))}
      <small>
        {who}，{whenDone(entry)}
      </small>
      {open && <Hashes entry={entry} />}
    </li>
  );
}

/** What happened, newest first, sewn together by its hashes. */
export function TrailCard({ id }: { id: string }) {
  const trail = useTrail(id);
  const pages = trail.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const intact = pages.every((page) => page.intact);
  return (
    <section className="card" aria-labelledby="trail">
      <h2 id="trail">
        轨迹 {items[0]?.seq ?? ''}
        {trail.isSuccess && items.length > 0 && (
          <span className={`plain ${intact ? 'intact' : 'late'}`} style={{ fontSize: 13, fontWeight: 400 }}>
            {intact ? (
              <>
                <Icon name="shield" />
                链条完整
              </>
            ) : (
              <>
                <Shape tone="red" />
                有一条对不上，请报告核验
              </>
            )}
          </span>
        )}
      </h2>
      {trail.isPending && <Loading what="轨迹" />}
      {trail.isError && <Failed reason={trail.error} what="轨迹没取到" onRetry={() => void trail.refetch()} />}
      {trail.isSuccess && items.length === 0 && <p className="meta">没有您能看的条目。</p>}
      <ol className="tl">
        {items.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
      <More page={trail} what="轨迹" />
    </section>
  );
}
