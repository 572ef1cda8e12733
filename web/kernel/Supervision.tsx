import { Link } from 'react-router';
import { DueBlock } from '../kit/Arch';
import { addressOf } from '../kit/api';
import { clockOf, dayOf, dayWords } from '../kit/days';
import { useMatters, useSummary } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import { Shape } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { MatterRow, Summary } from '../kit/wire';
import { More } from '../kit/table/More';

const to = (filter: Record<string, string>) => addressOf('/desk/matters', { query: filter });

/** The heading says what was found; the figures below let one check it. */
export function finding(summary: Summary): string {
  if (summary.open === 0) return '现在没有在办的事项';
  if (summary.overdue === 0) {
    return summary.dueSoon > 0
      ? `在办 ${summary.open} 件，没有逾期，${summary.dueSoon} 件快到期`
      : `在办 ${summary.open} 件，没有逾期`;
  }
  const worst = [...summary.byTown].sort((one, other) => other.overdue - one.overdue)[0];
  const where = worst && worst.overdue > 0 ? `，最多的是${worst.area.name}，${worst.overdue} 件` : '';
  return `在办 ${summary.open} 件里，${summary.overdue} 件逾期${where}`;
}

function percent(part: number, whole: number): string {
  // Below thirty a share says more than is known; the two numbers stand alone.
  return whole >= 30 ? `，占 ${((part / whole) * 100).toFixed(1)}%` : '';
}

function Figure({
  value,
  word,
  of,
  asOf,
  filter,
}: {
  value: number;
  word: string;
  of: number;
  asOf: string;
  filter: Record<string, string>;
}) {
  return (
    <div className="fig">
      <Link to={to(filter)} aria-label={`${word} ${value} 件，打开这些事项`}>
        <b>{value}</b>
      </Link>{' '}
      {word}
      <small>
        {value} ÷ 在办 {of} 件{percent(value, of)}
      </small>
      <small>
        截至 {dayWords(dayOf(asOf))} {clockOf(asOf)}
      </small>
    </div>
  );
}

/** A county asks about its towns, a town about its villages. */
function placesWord(summary: Summary): string {
  const parts = (summary.byTown[0]?.area.path ?? '').split('.').length;
  return parts === 4 ? '乡镇街道' : parts === 5 ? '村社区' : '地方';
}

function Towns({ summary }: { summary: Summary }) {
  const all = [...summary.byTown].sort((one, other) => other.overdue - one.overdue || other.open - one.open);
  const rows = all.filter((row) => row.open > 0);
  const places = placesWord(summary);
  const quiet = all.filter((row) => row.open === 0);
  const most = Math.max(1, ...rows.map((row) => row.overdue));
  const cell = (path: string, value: number, filter: Record<string, string>, word: string) =>
    value > 0 ? (
      <Link to={to({ area: path, ...filter })} aria-label={`${word} ${value} 件`}>
        {value}
      </Link>
    ) : (
      '0'
    );
  return (
    <div
      className="sheet"
      style={{ overflowX: 'auto', marginBottom: 22 }}
      tabIndex={0}
      role="region"
      aria-label={`各${places}`}
    >
      <table hidden={rows.length === 0}>
        <caption className="sr">各{places}在办、逾期、退回</caption>
        <thead>
          <tr>
            <th>{places}</th>
            <th>逾期</th>
            <th className="num">退回过</th>
            <th className="num">在办</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.area.path}>
              <td>{row.area.name}</td>
              <td>
                <span className="bar">
                  <i style={{ width: `${(row.overdue / most) * 45}%` }} aria-hidden="true" />
                  {cell(row.area.path, row.overdue, { overdue: 'true' }, `${row.area.name}逾期`)}
                  <small>/ {row.open}</small>
                </span>
              </td>
              <td className="num">
                {cell(row.area.path, row.returned, { returned: 'true', open: 'true' }, `${row.area.name}退回过`)}
              </td>
              <td className="num">{cell(row.area.path, row.open, { open: 'true' }, `${row.area.name}在办`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {quiet.length > 0 && (
        <details className="foot quiet">
          <summary>
            {rows.length > 0 ? '另外 ' : ''}
            {quiet.length} 个{places}现在没有在办的
          </summary>
          <p className="meta">{quiet.map((row) => row.area.name).join('、')}</p>
        </details>
      )}
    </div>
  );
}

function byTown(rows: MatterRow[], summary: Summary): Map<string, MatterRow[]> {
  const towns = new Map<string, MatterRow[]>();
  for (const row of rows) {
    const found = summary.byTown.find((town) => row.area.path.startsWith(town.area.path));
    const name = found?.area.name ?? row.area.name;
    towns.set(name, [...(towns.get(name) ?? []), row]);
  }
  return towns;
}

function List({
  filter,
  title,
  none,
  summary,
}: {
  filter: Record<string, string>;
  title: string;
  none: string;
  summary: Summary;
}) {
  const list = useMatters(filter);
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items);
  const towns = byTown(rows, summary);
  return (
    <section style={{ marginBottom: 22 }}>
      <h2 style={{ marginBottom: 8 }}>{title}</h2>
      <div className="sheet flow">
        {list.isPending && <Loading what={title} rows={2} />}
        {list.isError && <Failed reason={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <p className="none">
            <Shape tone="green" /> {none}
          </p>
        )}
        {rows.length > 0 && (
          <table>
            <caption className="sr">{title}，按{placesWord(summary)}</caption>
            <thead>
              <tr>
                <th className="when">法定期限</th>
                <th>事项</th>
                <th style={{ width: 120 }}>环节</th>
                <th style={{ width: 120 }}>退回</th>
              </tr>
            </thead>
            {[...towns].map(([town, items]) => (
              <tbody key={town}>
                <tr className="grp">
                  <th colSpan={4} scope="rowgroup">
                    {town} {items.length}
                  </th>
                </tr>
                {items.map((row) => (
                  <tr key={row.id}>
                    <td className="wide">
                      {row.due ? <DueBlock due={row.due} /> : <span className="meta">没有法定期限</span>}
                    </td>
                    <td className="tt wide">
                      <Link to={`/desk/matters/${encodeURIComponent(row.id)}`}>{row.title}</Link>
                      <small>
                        {row.code}，{row.agency?.name}
                      </small>
                    </td>
                    <td>{row.stageTitle}</td>
                    <td>{row.returns > 0 ? `${row.returns} 次` : '没有退回'}</td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        )}
        <More page={list} what="事项" />
      </div>
    </section>
  );
}

/** Five minutes: what is late, where, and what was sent back; every number opens what it counts. */
export function Supervision() {
  const summary = useSummary();
  useTitle('督办');
  if (summary.isError)
    return <Failed page reason={summary.error} what="汇总没取到" onRetry={() => void summary.refetch()} />;
  if (!summary.data) return <Loading page what="汇总" rows={4} />;
  const all = summary.data;
  return (
    <>
      <div className="hd">
        <h1>{finding(all)}</h1>
      </div>
      <div className="figs">
        <Figure value={all.overdue} word="逾期" of={all.open} asOf={all.asOf} filter={{ overdue: 'true' }} />
        <Figure value={all.dueSoon} word="快到期" of={all.open} asOf={all.asOf} filter={{ dueSoon: 'true' }} />
        <Figure
          value={all.returned}
          word="退回过"
          of={all.open}
          asOf={all.asOf}
          filter={{ returned: 'true', open: 'true' }}
        />
      </div>
      <List filter={{ overdue: 'true' }} title="逾期的" none="没有逾期的" summary={all} />
      <List filter={{ returned: 'true', open: 'true' }} title="退回过、还没办完的" none="没有退回过的" summary={all} />
      <h2 style={{ marginBottom: 8 }}>各{placesWord(all)}，逾期多的在前</h2>
      <Towns summary={all} />
      <p>
        谁导出了清单、按什么找过人：<Link to="/desk/takings">导出和查找的记录</Link>
      </p>
    </>
  );
}
