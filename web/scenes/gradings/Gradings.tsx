import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { call } from '../../kit/api';
import { dayLong, dayOf, now } from '../../kit/days';
import { ClearFilter, PickFilter, useFilter } from '../../kit/Filters';
import { useMe } from '../../kit/queries';
import { Empty } from '../../kit/States';
import type { TableColumn } from '../../kit/table/columns';
import { SearchTable } from '../../kit/table/SearchTable';
import { useSearchTable } from '../../kit/table/useSearchTable';
import { useTitle } from '../../kit/title';
import type { GradingRow } from '../../kit/wire';
import { SaveSheet } from '../../kernel/SaveSheet';

const STAGES: [string, string][] = [
  ['DRAFTED', '待给本人看'],
  ['SHOWN', '本人核对'],
  ['DECIDED', '已审定'],
  ['RECORDED', '已记入名册'],
  ['DROPPED', '不评了'],
];
const YEARS_BACK = 6;
const FIELDS = ['year', 'stage'] as const;

const pathOf = (row: GradingRow) => `/desk/matters/${row.id}`;
const idOf = (row: GradingRow) => row.id;

const COLUMNS: TableColumn<GradingRow>[] = [
  {
    key: 'name',
    title: '姓名',
    fixed: true,
    cell: (row) => (
      <>
        <Link to={pathOf(row)}>{row.name}</Link>
        <small>{row.areaName}</small>
      </>
    ),
  },
  { key: 'stage', title: '走到哪一步', width: 140, usual: true, cell: (row) => row.stageTitle },
  {
    key: 'grade',
    title: '审定的等级',
    width: 140,
    usual: true,
    cell: (row) => row.grade ?? <span className="meta">还没有定</span>,
  },
  {
    key: 'paper',
    title: '文号',
    width: 220,
    usual: true,
    wide: true,
    cell: (row) => (
      <>
        {row.paper}
        {row.day && <small className="doer">{dayLong(row.day)}</small>}
      </>
    ),
  },
];

/** The gradings of a year by name: how far each has come, and the grade that was decided. No points, no ranks. */
export function Gradings() {
  const me = useMe().data;
  const by = useFilter(FIELDS);
  const last = Number(dayOf(now()).slice(0, 4)) - 1;
  const year = Number(by.filter['year'] ?? last);
  const stage = by.filter['stage'];
  useTitle('等级评定');
  const list = useInfiniteQuery({
    queryKey: ['gradings', year, stage],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/gradings', { query: { year, stage, after: pageParam || undefined }, signal }),
    getNextPageParam: (page) => page.next || undefined,
  });
  const navigate = useNavigate();
  const table = useSearchTable({
    name: 'gradings',
    list,
    columns: COLUMNS,
    names: FIELDS,
    filter: by.filter,
    idOf,
    onOpen: (row) => void navigate(pathOf(row)),
  });
  const keeps = me?.roles.includes('gradings.keeper') ?? false;
  return (
    <>
      <div className="hd">
        <h1>调解员等级评定</h1>
        <span className="meta" role="status">
          {list.isSuccess && `${year} 年，${table.count('人')}`}
        </span>
        <div className="r">
          <SaveSheet route="/api/gradings/book" query={{ year: `${year}` }} name={`调解员等级-${year}.xlsx`} />
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
      <div className="filters">
        <PickFilter
          id="g-year"
          name="year"
          label="哪一年"
          any={`${last} 年`}
          by={by}
          options={Array.from({ length: YEARS_BACK - 1 }, (_, back) => last - 1 - back).map(
            (each) => [`${each}`, `${each} 年`] as const,
          )}
        />
        <PickFilter id="g-stage" name="stage" label="走到哪一步" any="全部" by={by} options={STAGES} />
      </div>
      <SearchTable
        table={table}
        what="等级评定"
        caption={`${year} 年的等级评定，按姓名`}
        nameOf={(row) => row.name}
        empty={
          <Empty
            title={stage ? '这样筛没有' : `${year} 年还没有评定`}
            action={stage ? <ClearFilter by={by} /> : undefined}
          >
            {stage ? '换一步看' : '系统在下一年的第一个工作日列出名册上任职满一年的'}
          </Empty>
        }
      />
    </>
  );
}
