import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { useMe } from '../kit/queries';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Taking } from '../kit/wire';
import { More } from '../kit/table/More';

function amount(row: Taking): string {
  if (row.rows === undefined) return '没有传完';
  if (row.kind === 'SEARCH') return row.rows === 0 ? '没有找到' : `找到 ${row.rows} 人`;
  return `${row.rows} 行`;
}

function Row({ row, named }: { row: Taking; named: boolean }) {
  return (
    <tr>
      <td>{momentWords(row.at)}</td>
      {named && (
        <td>
          {row.own ? '我' : row.who}
          {row.office && <small style={{ display: 'block' }}>{row.office}</small>}
        </td>
      )}
      <td>{row.kindTitle}</td>
      <td className="tt wide">
        {row.what}
        <small>
          {[row.purpose, row.filters, row.columns.length > 0 ? `栏目：${row.columns.join('、')}` : '']
            .filter(Boolean)
            .join('；')}
        </small>
      </td>
      <td>{amount(row)}</td>
    </tr>
  );
}

/** What was taken out as a table and who looked for people: my own, and for whoever supervises, their area's. */
export function Takings() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  useTitle('导出和查找的记录');
  const supervises = !!me.data?.supervisor;
  const own = !supervises || search.get('own') === 'true';
  const found = useInfiniteQuery({
    queryKey: ['takings', own],
    enabled: !!me.data,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/takings', { query: { own, after: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
  const rows = (found.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <>
      <div className="hd">
        <h1>导出和查找的记录</h1>
        <span className="meta">
          谁把清单存成了表格、按什么找过人；找人时输入的字不记。本人和监督岗看得到，谁都改不了、删不掉
        </span>
        {supervises && (
          <button type="button" className="btn sm" onClick={() => setSearch(own ? {} : { own: 'true' })}>
            {own ? '看本区域的' : '只看我自己的'}
          </button>
        )}
      </div>
      <div className="sheet flow">
        {found.isPending && <Loading what="记录" rows={3} />}
        {found.isError && <Failed reason={found.error} onRetry={() => void found.refetch()} />}
        {found.isSuccess && rows.length === 0 && <Empty title="还没有记录">导出清单、按人查找，会在这里说。</Empty>}
        {rows.length > 0 && (
          <table>
            <caption className="sr">导出和查找的记录</caption>
            <thead>
              <tr>
                <th style={{ width: '11em' }}>什么时候</th>
                {!own && <th style={{ width: '12em' }}>谁</th>}
                <th style={{ width: '5em' }}>哪一种</th>
                <th>什么</th>
                <th style={{ width: '8em' }}>多少</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} named={!own} />
              ))}
            </tbody>
          </table>
        )}
        <More page={found} what="记录" />
      </div>
    </>
  );
}
