import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { addressOf, call, fetchFile } from '../../kit/api';
import { dayLong, dayOf, now } from '../../kit/days';
import { useMe } from '../../kit/queries';
import { Refusal } from '../../kit/Refusal';
import { Empty } from '../../kit/States';
import { useTitle } from '../../kit/title';
import type { GradingRow } from '../../kit/wire';
import { Columns, type Column } from '../../kernel/ListSheet';
import { Failed, Loading } from '../../kit/States';
import { useDeed } from '../../kernel/useDeed';

const STAGES: [string, string][] = [
  ['DRAFTED', '待给本人看'],
  ['SHOWN', '本人核对'],
  ['DECIDED', '已审定'],
  ['RECORDED', '已记入名册'],
  ['DROPPED', '不评了'],
];
const COLUMNS: Column[] = [['姓名'], ['走到哪一步', 140], ['审定的等级', 140], ['文号', 220]];
const YEARS_BACK = 6;

function Row({ row }: { row: GradingRow }) {
  return (
    <tr>
      <td className="tt">
        <Link to={`/desk/matters/${row.id}`}>{row.name}</Link>
        <small>{row.areaName}</small>
      </td>
      <td>{row.stageTitle}</td>
      <td>{row.grade ?? <span className="meta">还没有定</span>}</td>
      <td className="wide">
        {row.paper}
        {row.day && <small style={{ display: 'block' }}>{dayLong(row.day)}</small>}
      </td>
    </tr>
  );
}

/** The gradings of a year by name: how far each has come, and the grade that was decided. No points, no ranks. */
export function Gradings() {
  const me = useMe().data;
  const [search, setSearch] = useSearchParams();
  const saving = useDeed();
  const last = Number(dayOf(now()).slice(0, 4)) - 1;
  const year = Number(search.get('year') ?? last);
  const stage = search.get('stage') ?? '';
  useTitle('等级评定');
  const list = useQuery({
    queryKey: ['gradings', year, stage],
    queryFn: ({ signal }) => call('get', '/api/gradings', { query: { year, stage: stage || undefined }, signal }),
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const save = () =>
    saving.run(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await fetchFile(addressOf('/api/gradings/book', { query: { year } })));
      link.download = `调解员等级-${year}.xlsx`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  const rows = list.data?.items ?? [];
  const keeps = me?.roles.includes('gradings.keeper') ?? false;
  return (
    <>
      <div className="hd">
        <h1>调解员等级评定</h1>
        <span className="meta" role="status">
          {list.isSuccess && `${year} 年，${rows.length} 人`}
        </span>
        <div className="r">
          <button type="button" className="btn" disabled={saving.busy} onClick={() => void save()}>
            {saving.busy ? '正在存' : '存成表格'}
          </button>
          {keeps && (
            <Link className="btn primary" to="/desk/new/gradings">
              开始评定一位
            </Link>
          )}
        </div>
      </div>
      <p className="meta" style={{ maxWidth: '46em', marginBottom: 14 }}>
        每年由系统列出上一年任职满一年的调解员。按姓名排，不按分数排；各项得分和理由在每一位的页面里，存成表格的只有审定的等级。
      </p>
      {!!saving.refused && <Refusal reason={saving.refused} />}
      <div className="filters">
        <div>
          <label htmlFor="g-year">哪一年</label>
          <select id="g-year" className="in" value={year} onChange={(event) => set('year', event.target.value)}>
            {Array.from({ length: YEARS_BACK }, (_, back) => last - back).map((each) => (
              <option key={each} value={each}>
                {each} 年
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="g-stage">走到哪一步</label>
          <select id="g-stage" className="in" value={stage} onChange={(event) => set('stage', event.target.value)}>
            <option value="">全部</option>
            {STAGES.map(([key, word]) => (
              <option key={key} value={key}>
                {word}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="sheet flow">
        {list.isPending && <Loading what="等级评定" rows={4} />}
        {list.isError && <Failed reason={list.error} what="等级评定没取到" onRetry={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <Empty
            title={stage ? '这样筛没有' : `${year} 年还没有评定`}
            action={
              stage ? (
                <button type="button" className="btn" onClick={() => set('stage', '')}>
                  看全部
                </button>
              ) : undefined
            }
          >
            {stage ? '换一步看' : '系统在下一年的第一个工作日列出名册上任职满一年的'}
          </Empty>
        )}
        {rows.length > 0 && (
          <table>
            <caption className="sr">{year} 年的等级评定，按姓名</caption>
            <Columns of={COLUMNS} />
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}
