import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { call } from '../../kit/api';
import { dayLong, dayOf, now } from '../../kit/days';
import { useFilter } from '../../kit/Filters';
import { Empty } from '../../kit/States';
import { Status } from '../../kit/Status';
import type { TableColumn } from '../../kit/table/columns';
import { SearchTable } from '../../kit/table/SearchTable';
import { useSearchTable } from '../../kit/table/useSearchTable';
import { useTitle } from '../../kit/title';
import type { LawChangeRow } from '../../kit/wire';

const FIELDS = [] as const;

const pathOf = (row: LawChangeRow) => `/desk/lawchanges/${row.id}`;
const idOf = (row: LawChangeRow) => row.id;

function Left({ row }: { row: LawChangeRow }) {
  if (row.stage === 'WITHDRAWN') return <span className="meta">不核</span>;
  if (row.open === 0 && row.toChange === 0) return <Status tone="green">都核了</Status>;
  return (
    <>
      {[row.open > 0 && `${row.open} 处没有标`, row.toChange > 0 && `${row.toChange} 处待改`].filter(Boolean).join('，')}
      <small className="doer">一共 {row.lines} 处</small>
    </>
  );
}

const COLUMNS: TableColumn<LawChangeRow>[] = [
  {
    key: 'law',
    title: '法律',
    fixed: true,
    cell: (row) => <Link to={pathOf(row)}>{row.law}</Link>,
  },
  {
    key: 'from',
    title: '新版本施行',
    width: 200,
    usual: true,
    cell: (row) => (
      <>
        {dayLong(row.from)}
        <small className="doer">{row.from > dayOf(now()) ? '还没有施行' : '已经施行'}</small>
      </>
    ),
  },
  { key: 'stage', title: '走到哪一步', width: 140, usual: true, cell: (row) => row.stageTitle },
  { key: 'left', title: '还剩', width: 200, usual: true, cell: (row) => <Left row={row} /> },
  {
    key: 'nearest',
    title: '最近的待改日',
    width: 200,
    usual: true,
    cell: (row) => (row.nearest ? dayLong(row.nearest) : <span className="meta">没有</span>),
  },
];

/** What new editions have made work of, the latest first. */
export function LawChanges() {
  const by = useFilter(FIELDS);
  useTitle('法规修订核对');
  const list = useInfiniteQuery({
    queryKey: ['lawchanges'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/lawchanges', { query: { after: pageParam || undefined }, signal }),
    getNextPageParam: (page) => page.next || undefined,
  });
  const navigate = useNavigate();
  const table = useSearchTable({
    name: 'lawchanges',
    list,
    columns: COLUMNS,
    names: FIELDS,
    filter: by.filter,
    idOf,
    onOpen: (row) => void navigate(pathOf(row)),
  });
  return (
    <>
      <div className="hd">
        <h1>法规修订核对</h1>
        <span className="meta" role="status">
          {list.isSuccess && table.count('件')}
        </span>
      </div>
      <p className="meta" style={{ maxWidth: '46em', marginBottom: 14 }}>
        法规库导入一部法律的新版本，改动的条文有参数、指引、文书模板、程序引用，或者有在办期限按它计算的，系统在这里开一件。
      </p>
      <SearchTable
        table={table}
        what="法规修订核对"
        caption="法规修订核对，新的在前"
        nameOf={(row) => row.law}
        empty={<Empty title="没有要核对的修订">导入新版本以后，改动的条文有地方引用的才列出</Empty>}
      />
    </>
  );
}
