import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { call } from '../kit/api';
import { dayLong, dayOf } from '../kit/days';
import { useFilter } from '../kit/Filters';
import { useMe } from '../kit/queries';
import { Empty } from '../kit/States';
import type { TableColumn } from '../kit/table/columns';
import { SearchTable } from '../kit/table/SearchTable';
import { useSearchTable } from '../kit/table/useSearchTable';
import { useTitle } from '../kit/title';
import type { DueContent } from '../kit/wire';

const NAMES = ['by'];
const pathOf = (row: DueContent) => `/desk/matters/${encodeURIComponent(row.id)}`;
const idOf = (row: DueContent) => row.id;

const COLUMNS: TableColumn<DueContent>[] = [
  {
    key: 'matter',
    title: '事项',
    fixed: true,
    wide: true,
    cell: (row) => (
      <>
        <Link to={pathOf(row)}>{row.title}</Link>
        <small>
          {row.code}，{row.sceneTitle}
        </small>
      </>
    ),
  },
  {
    key: 'closed',
    title: '办结',
    width: 150,
    usual: true,
    cell: (row) => (
      <>
        <i className="col">办结</i>
        {dayLong(dayOf(row.closedAt))}
      </>
    ),
  },
  {
    key: 'due',
    title: '期满',
    width: 150,
    usual: true,
    cell: (row) => (
      <>
        <i className="col">期满</i>
        {dayLong(row.dueOn)}
        <small className="doer">保存 {row.years} 年</small>
      </>
    ),
  },
];

/** For those who may ask for it. */
const ASKED: TableColumn<DueContent> = {
  key: 'ask',
  title: '可以办的',
  width: 125,
  usual: true,
  cell: (row) => (
    <Link
      className="btn sm"
      to="/desk/new/orders"
      state={{ values: { kind: 'ERASE', code: row.code, article: '个人信息保护法第四十七条' } }}
      aria-label={`申请销毁 ${row.title} ${row.code}`}
    >
      申请销毁
    </Link>
  ),
};

/** What need not be kept any longer by a day; nothing is destroyed by time alone. */
export function Retention() {
  const filtering = useFilter(NAMES);
  const by = filtering.filter['by'] ?? '';
  const navigate = useNavigate();
  const asks = useMe().data?.roles.includes('orders.asker') ?? false;
  useTitle('到期内容');
  const due = useInfiniteQuery({
    queryKey: ['retention', by],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/retention', { query: { by: by || undefined, after: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
  const day = due.data?.pages[0]?.by;
  const table = useSearchTable({
    name: 'retention',
    list: due,
    columns: asks ? [...COLUMNS, ASKED] : COLUMNS,
    names: NAMES,
    filter: filtering.filter,
    idOf,
    onOpen: (row) => void navigate(pathOf(row)),
  });
  return (
    <>
      <div className="hd">
        <h1>保存期满的内容</h1>
      </div>
      <p className="meta" style={{ maxWidth: '46em', marginBottom: 14 }}>
        办结后的内容按规定年限保存，期满列在这里。期满不会自动销毁：{asks ? '要销毁的，逐件申请' : '要销毁的，请能申请双人审批的同事申请'}
        ，由另一个人决定；销毁以后轨迹仍可核验（<span className="law">个人信息保护法第十九条、第四十七条</span>）。
      </p>
      <label className="label" htmlFor="by">
        看到哪一天为止期满的
      </label>
      <input
        id="by"
        className="in"
        type="date"
        max="2199-12-31"
        style={{ maxWidth: 220, marginBottom: 18 }}
        value={by || day || ''}
        onChange={(event) => filtering.set('by', event.target.value)}
      />
      <SearchTable
        table={table}
        what="到期内容"
        caption="保存期满的内容"
        nameOf={(row) => row.code}
        empty={
          <Empty title="没有期满的内容">
            {day && `到 ${dayLong(day)} 为止，没有保存期满的。可以换一个以后的日子看。`}
          </Empty>
        }
      />
    </>
  );
}
