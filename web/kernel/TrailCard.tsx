import { useState } from 'react';
import { momentWords, roughMoment } from '../kit/days';
import { Icon } from '../kit/Icon';
import { useBehindTheMask, useTrail } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import type { LookLine, TrailEntry } from '../kit/wire';
import { More } from '../kit/table/More';

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
  return (
    <li>
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

/** Looking is recorded too; its stitch is paler, since it changed nothing. */
function Look({ look }: { look: LookLine }) {
  return (
    <li className="read">
      <div className="line">
        <b>查看当事人信息</b>
      </div>
      <div className="said">
        <span className="meta">看了：</span>
        {look.party}的{look.fields}
      </div>
      <small>
        {look.who}，{momentWords(look.at)}，{look.purpose}
        {look.note && `：${look.note}`}
      </small>
    </li>
  );
}

/** Looks between the entries shown, each before the entry that came earlier. */
function merged(entries: TrailEntry[], looks: LookLine[], whole: boolean): (TrailEntry | LookLine)[] {
  const oldest = entries.at(-1);
  const among = looks.filter((look) => whole || (oldest && look.at >= oldest.recordedAt));
  const time = (row: TrailEntry | LookLine) => Date.parse('seq' in row ? row.recordedAt : row.at);
  return [...entries, ...among].sort((one, other) => time(other) - time(one));
}

/** What happened, newest first, sewn together by its hashes; those who may see who looked see that in between. */
export function TrailCard({ id }: { id: string }) {
  const trail = useTrail(id);
  const behind = useBehindTheMask(id);
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
        {merged(items, behind.data?.looks ?? [], !trail.hasNextPage).map((row) =>
          'seq' in row ? <Entry key={row.seq} entry={row} /> : <Look key={row.id} look={row} />,
        )}
      </ol>
      <More page={trail} what="轨迹" />
    </section>
  );
}
