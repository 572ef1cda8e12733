import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { dayLong, dayOf } from '../kit/days';
import { useMe } from '../kit/queries';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import { More } from './More';

/** What need not be kept any longer by a day; nothing is destroyed by time alone. */
export function Retention() {
  const [by, setBy] = useState('');
  const asks = useMe().data?.roles.includes('orders.asker') ?? false;
  useTitle('到期内容');
  const due = useInfiniteQuery({
    queryKey: ['retention', by],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/retention', { query: { by: by || undefined, after: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
  const rows = (due.data?.pages ?? []).flatMap((page) => page.items);
  const day = due.data?.pages[0]?.by;
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
        onChange={(event) => setBy(event.target.value)}
      />
      <div className="sheet flow">
        {due.isPending && <Loading what="到期内容" rows={2} />}
        {due.isError && <Failed reason={due.error} onRetry={() => void due.refetch()} />}
        {due.isSuccess && rows.length === 0 && (
          <Empty title="没有期满的内容">
            {day && `到 ${dayLong(day)} 为止，没有保存期满的。可以换一个以后的日子看。`}
          </Empty>
        )}
        {rows.length > 0 && (
          <table>
            <caption className="sr">保存期满的内容</caption>
            <thead>
              <tr>
                <th>事项</th>
                <th style={{ width: '11.6em' }}>办结</th>
                <th style={{ width: '11.6em' }}>期满</th>
                {asks && (
                  <th style={{ width: '9.5em' }}>
                    <span className="sr">可以办的</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="tt wide">
                    <Link to={`/desk/matters/${encodeURIComponent(row.id)}`}>{row.title}</Link>
                    <small>
                      {row.code}，{row.sceneTitle}
                    </small>
                  </td>
                  <td>
                    <i className="col">办结</i>
                    {dayLong(dayOf(row.closedAt))}
                  </td>
                  <td>
                    <i className="col">期满</i>
                    {dayLong(row.dueOn)}
                    <small className="doer">保存 {row.years} 年</small>
                  </td>
                  {asks && (
                    <td>
                      <Link
                        className="btn sm"
                        to="/desk/new/orders"
                        state={{
                          values: { kind: 'ERASE', code: row.code, article: '个人信息保护法第四十七条' },
                        }}
                        aria-label={`申请销毁 ${row.title} ${row.code}`}
                      >
                        申请销毁
                      </Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <More page={due} what="到期内容" />
      </div>
    </>
  );
}
