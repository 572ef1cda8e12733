import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../../kit/api';
import { ClearFilter, DayFilter, PickFilter, saveFile, useFilter, type Filtering } from '../../kit/Filters';
import { useMe, useScenes } from '../../kit/queries';
import { Refusal } from '../../kit/Refusal';
import { Empty } from '../../kit/States';
import type { TableColumn } from '../../kit/table/columns';
import { SearchTable } from '../../kit/table/SearchTable';
import { useSearchTable } from '../../kit/table/useSearchTable';
import { useTitle } from '../../kit/title';
import type { AllowanceSheet } from '../../kit/wire';
import { SaveSheet } from '../../kernel/SaveSheet';
import { useDeed } from '../../kernel/useDeed';
import { monthWords, yuan } from './words';

function Save({ sheet }: { sheet: AllowanceSheet }) {
  const { busy, refused, run } = useDeed();
  const save = () =>
    run(() =>
      saveFile(`/api/allowances/${sheet.id}/book`, {}, `以案定补 ${sheet.office} ${sheet.month.slice(0, 7)}.xlsx`),
    );
  return (
    <>
      <button
        type="button"
        className="btn sm"
        disabled={busy}
        aria-label={`${sheet.office}${monthWords(sheet.month)}存成表格`}
        onClick={() => void save()}
      >
        {busy ? '正在存' : '存成表格'}
      </button>
      {!!refused && <Refusal reason={refused} />}
    </>
  );
}

const FIELDS = ['month', 'stage', 'agency'] as const;

/** A month of the address as the server asks for it: by its first day. */
function queryOf({ filter }: Filtering): Record<string, string> {
  const { month, ...rest } = filter;
  return month ? { ...rest, month: `${month}-01` } : rest;
}

function Filters({ by }: { by: Filtering }) {
  const stages = useScenes().data?.items.find((scene) => scene.name === 'allowances')?.stages ?? [];
  const offices = useQuery({
    queryKey: ['allowances', 'offices'],
    queryFn: ({ signal }) => call('get', '/api/allowances/offices', { signal }),
  });
  return (
    <div className="filters">
      <DayFilter id="a-month" name="month" label="哪个月" type="month" by={by} />
      <PickFilter
        id="a-stage"
        name="stage"
        label="环节"
        by={by}
        options={stages.map((stage) => [stage.name, stage.title] as const)}
      />
      <PickFilter
        id="a-agency"
        name="agency"
        label="单位"
        by={by}
        options={(offices.data?.items ?? []).map((office) => [office.id, office.name] as const)}
      />
    </div>
  );
}

const pathOf = (row: AllowanceSheet) => `/desk/matters/${row.id}`;
const idOf = (row: AllowanceSheet) => row.id;

const counted = (key: string, title: string, width: number, words: (row: AllowanceSheet) => ReactNode) => ({
  key,
  title,
  width,
  usual: true,
  numeric: true,
  cell: (row: AllowanceSheet) => (
    <>
      <i className="col">{title}</i>
      {words(row)}
    </>
  ),
});

const COLUMNS: TableColumn<AllowanceSheet>[] = [
  {
    key: 'month',
    title: '补贴单',
    fixed: true,
    wide: true,
    cell: (row) => (
      <>
        <Link to={pathOf(row)}>{monthWords(row.month)}</Link>
        <small>
          {row.office}，{row.code}
        </small>
      </>
    ),
  },
  { key: 'stage', title: '环节', width: 90, usual: true, cell: (row) => row.stageTitle },
  counted('lines', '计发的行', 90, (row) => row.lines),
  counted('held', '暂不计发', 90, (row) => row.held),
  counted('sum', '合计', 140, (row) => yuan(row.sum)),
  { key: 'book', title: '表格', width: 110, usual: true, cell: (row) => <Save sheet={row} /> },
];

/** The sheets of allowances one may see, the newest month first. */
export function Sheets() {
  const roles = useMe().data?.roles ?? [];
  const keeps = roles.includes('allowances.keeper');
  const by = useFilter(FIELDS);
  const query = queryOf(by);
  const sheets = useInfiniteQuery({
    queryKey: ['allowances', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/allowances', { query: { ...query, after: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
  useTitle('以案定补');
  const navigate = useNavigate();
  const table = useSearchTable({
    name: 'allowances',
    list: sheets,
    columns: COLUMNS,
    names: FIELDS,
    filter: by.filter,
    idOf,
    onOpen: (row) => void navigate(pathOf(row)),
  });
  return (
    <>
      <div className="hd">
        <h1>以案定补</h1>
        <span className="meta" role="status">
          {table.count('张')}
        </span>
        <div className="r">
          <SaveSheet route="/api/allowances/book" query={query} name="以案定补.xlsx" />
          {keeps && (
            <Link className="btn primary" to="/desk/new/allowances">
              开立补贴单
            </Link>
          )}
        </div>
      </div>
      <p className="meta" style={{ maxWidth: '46em', marginBottom: 14 }}>
        每月第一个工作日，系统列出各乡镇（街道）上个月达成协议并办结的件。定难易、抽查、审批由三个人做；每件多少钱是参数，本地定。
      </p>
      <Filters by={by} />
      <SearchTable
        table={table}
        what="补贴单"
        caption="补贴单，新的月份在前"
        nameOf={(row) => row.code}
        empty={
          <Empty
            title={by.filtered ? '这样筛没有补贴单' : '还没有补贴单'}
            action={by.filtered ? <ClearFilter by={by} /> : undefined}
          >
            {by.filtered ? '换个条件试试' : '有核算员的单位，每月第一个工作日由系统开立'}
          </Empty>
        }
      />
    </>
  );
}
