import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { addressOf, call } from '../kit/api';
import '../kit/css/rings.css';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Broken, Group } from '../kit/wire';
import { More } from '../kit/table/More';
import { RingTrend } from './RingTrend';
import { Aims, CutOff, HowCounted, Narrow } from './Rings';
import { askedOf, baseWords, csv, valueWords } from './ringWords';

const WAYS: [string, string][] = [
  ['area', '按地方'],
  ['agency', '按单位'],
  ['category', '按类别'],
  ['source', '按来源'],
  ['month', '按月'],
];

function save(broken: Broken, way: string) {
  const figure = broken.figure;
  const rows = broken.groups.map((group) => [group.label, group.value, group.numerator, group.of, group.note]);
  const head = [way.slice(1), `${figure.title}（${figure.unitTitle}）`, '分子', '分母', '说明'];
  const foot = [`${broken.area.name}，${broken.from} 至 ${broken.to}，统计到 ${broken.cutOff ?? ''}。${figure.definition}`];
  const file = URL.createObjectURL(new Blob([csv([head, ...rows, foot])], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = file;
  link.download = `${figure.title}${way}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), 1000);
}

/** What nobody said the source of: a line of its own at the end, grey. */
function unknown(broken: Broken, group: Group): boolean {
  return broken.by === 'source' && group.key === '';
}

/** Which channels something comes through, and which are silent. */
export function channelWords(broken: Broken): string | null {
  if (broken.by !== 'source' || broken.figure.unit !== 'COUNT') return null;
  const known = broken.groups.filter((group) => group.key !== '');
  const silent = known.filter((group) => group.matters === 0).map((group) => group.label);
  const found = broken.groups.find((group) => group.key === 'PATROL')?.matters ?? 0;
  const reported = known.reduce((sum, group) => sum + group.matters, 0) - found;
  return (
    `${known.length} 个来源里 ${known.length - silent.length} 个有件` +
    `${silent.length > 0 ? `，没有件的：${silent.join('、')}` : ''}。` +
    `排查发现 ${found} 件，自己反映或别处转来 ${reported} 件。`
  );
}

function Groups({
  broken,
  way,
  onOpen,
}: {
  broken: Broken;
  way: string;
  onOpen: (group: Group) => void;
}) {
  const { figure } = broken;
  const most = Math.max(1, ...broken.groups.map((group) => group.value ?? 0));
  const rows =
    broken.by === 'month'
      ? broken.groups
      : [...broken.groups].sort(
          (one, other) =>
            Number(unknown(broken, one)) - Number(unknown(broken, other)) ||
            (other.value ?? -1) - (one.value ?? -1) ||
            other.matters - one.matters,
        );
  return (
    <table>
      <caption className="sr">
        {figure.title}，{way}
      </caption>
      <thead>
        <tr>
          <th>{way.slice(1)}</th>
          <th>{figure.title}</th>
          <th style={{ width: '11em' }}>由什么算出</th>
          <th style={{ width: '10em' }}>
            <span className="sr">打开</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((group) => (
          <tr key={group.key}>
            <td className="tt wide">{group.label}</td>
            <td>
              <span className={unknown(broken, group) ? 'bar off' : 'bar'}>
                {!!group.value && (
                  <i style={{ width: `${(group.value / most) * 45}%` }} aria-hidden="true" />
                )}
                {valueWords(group, figure.unitTitle) ?? <span className="meta">{group.note}</span>}
              </span>
            </td>
            <td>{baseWords(group, figure.unit)}</td>
            <td>
              {group.matters > 0 && (
                <button
                  type="button"
                  className="btn sm"
                  aria-label={`打开 ${group.matters} 件，${group.label}`}
                  onClick={() => onOpen(group)}
                >
                  打开 {group.matters} 件
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RecordsAsked {
  metric: string;
  title: string;
  /** From what single people said: who said what isn't listed. */
  pooled: boolean;
  asked: Record<string, string>;
}

function Records({ metric, title, pooled, asked }: RecordsAsked) {
  const [hit, setHit] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['stats', 'records', metric, asked, hit],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/stats/{metric}/records', {
        path: { metric },
        query: { ...asked, hit, ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    getNextPageParam: (last) => last.next || undefined,
  });
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items);
  const first = list.data?.pages[0];
  return (
    <section style={{ marginBottom: 24 }}>
      <h2 style={{ marginBottom: 8 }}>数的是这些：{title}</h2>
      {!pooled && (
        <label className="meta">
          <input type="checkbox" checked={hit} onChange={(event) => setHit(event.target.checked)} /> 只看分子里的
        </label>
      )}
      {first?.hidden ? <p className="meta">另有 {first.hidden} 件计入了，但您看不到。</p> : null}
      <div className="sheet flow">
        {list.isPending && <Loading what="这些事项" rows={2} />}
        {list.isError && <Failed reason={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && <Empty title="没有您能看到的事项" />}
        {rows.length > 0 && (
          <table>
            <caption className="sr">计入的事项</caption>
            <thead>
              <tr>
                <th>事项</th>
                <th style={{ width: 140 }}>环节</th>
                <th style={{ width: '16em' }}>单位</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="tt wide">
                    <Link to={`/desk/matters/${encodeURIComponent(row.id)}`}>{row.title}</Link>
                    <small>
                      {row.code}，{row.area.name}
                    </small>
                  </td>
                  <td>{row.stageTitle}</td>
                  <td>{row.agency?.name}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <More page={list} what="事项" />
      </div>
    </section>
  );
}

/** One figure: what it means, how it divides, and what it counts. */
export function Ring() {
  const { metric = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const query = Object.fromEntries([...search].filter(([name]) => ['area', 'from', 'to'].includes(name)));
  const by = search.get('by') ?? 'area';
  const way = WAYS.find(([name]) => name === by)?.[1] ?? '按地方';
  const [opened, setOpened] = useState<Group | null>(null);
  const found = useQuery({
    queryKey: ['stats', 'broken', metric, query, by],
    queryFn: ({ signal }) => call('get', '/api/stats/{metric}', { path: { metric }, query: { ...query, by }, signal }),
    placeholderData: (before) => before,
  });
  useTitle(found.data?.figure.title ?? '指标');
  if (found.isError)
    return <Failed page reason={found.error} what="指标没取到" onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading page what="指标" rows={4} />;
  const broken = found.data;
  const { figure } = broken;
  return (
    <>
      <p className="meta">
        <Link to={addressOf('/desk/rings', { query })}>五环</Link>·{figure.ringTitle}·{broken.area.name}
      </p>
      <div className="hd">
        <h1>
          {figure.title} {valueWords(figure, figure.unitTitle) ?? figure.note}
        </h1>
        <span className="r">
          <button type="button" className="btn" disabled={broken.groups.length === 0} onClick={() => save(broken, way)}>
            存成表格
          </button>
        </span>
      </div>
      <p>{baseWords(figure, figure.unit)}</p>
      <Aims figure={figure} />
      <HowCounted figure={figure} />
      <CutOff cutOff={broken.cutOff} />
      <Narrow all={broken} />
      <RingTrend figure={figure} />
      <div className="set" role="group" aria-label="怎么分" style={{ marginBottom: 12 }}>
        {WAYS.map(([name, word]) => (
          <button
            key={name}
            type="button"
            className="btn sm"
            aria-pressed={by === name}
            onClick={() => {
              setOpened(null);
              setSearch({ ...query, by: name }, { replace: true });
            }}
          >
            {word}
          </button>
        ))}
      </div>
      {channelWords(broken) && (
        <p className="meta" style={{ marginBottom: 12 }}>
          {channelWords(broken)}
        </p>
      )}
      <div className="sheet flow" style={{ marginBottom: 24 }}>
        {broken.groups.length === 0 ? (
          <Empty title="这段时间没有可算的事项" />
        ) : (
          <Groups broken={broken} way={way} onOpen={setOpened} />
        )}
      </div>
      <Records
        metric={metric}
        title={opened?.label ?? '全部'}
        pooled={figure.pooled}
        asked={askedOf(opened?.records ?? figure.records)}
      />
    </>
  );
}
