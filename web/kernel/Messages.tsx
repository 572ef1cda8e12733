import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty, Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import { More } from './More';

/** What others did to what I have to do with, the newest first. */
export function Messages() {
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useTitle('通知');
  const box = useInfiniteQuery({
    queryKey: ['messages'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/messages', { query: { after: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
  const rows = (box.data?.pages ?? []).flatMap((page) => page.items);
  const first = box.data?.pages[0];
  const read = async (ids?: string[]) => {
    setBusy(true);
    setRefused(null);
    try {
      await call('post', '/api/messages/read', { body: ids ? { ids } : {} });
      await Promise.all([
        client.invalidateQueries({ queryKey: ['messages'] }),
        client.invalidateQueries({ queryKey: ['me'] }),
      ]);
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="hd">
        <h1>{first?.unread ? `通知，${first.unread} 条没读` : '通知'}</h1>
        <span className="meta">别人办了什么、交来什么；期限的事在“提醒”里</span>
        {!!first?.unread && (
          <button type="button" className="btn sm" disabled={busy} onClick={() => void read()}>
            都读过了
          </button>
        )}
      </div>
      {!!refused && <Refusal reason={refused} />}
      {first?.morning && (
        <p className="meta" role="status" style={{ marginBottom: 12 }}>
          今天的清单：{first.morning.words}。<Link to="/desk/today">看清单</Link>
        </p>
      )}
      <div className="sheet flow">
        {box.isPending && <Loading what="通知" rows={3} />}
        {box.isError && <Failed reason={box.error} onRetry={() => void box.refetch()} />}
        {box.isSuccess && rows.length === 0 && <Empty title="没有通知">新到、退回、当事人补充材料，会在这里说。</Empty>}
        {rows.length > 0 && (
          <table>
            <caption className="sr">通知，最新的在前</caption>
            <thead>
              <tr>
                <th style={{ width: '13em' }}>什么事</th>
                <th>事项</th>
                <th style={{ width: '11em' }}>什么时候</th>
                <th style={{ width: '7em' }}>
                  <span className="sr">读过没有</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.seen ? row.words : <Status tone="blue">{row.words}</Status>}</td>
                  <td className="tt wide">
                    <Link
                      to={`/desk/matters/${encodeURIComponent(row.matter.id)}`}
                      onClick={() => void (row.seen || read([row.id]))}
                    >
                      {row.matter.title}
                    </Link>
                    <small>{row.matter.code}</small>
                  </td>
                  <td>{momentWords(row.at)}</td>
                  <td>
                    {row.seen ? (
                      <small>读过</small>
                    ) : (
                      <button
                        type="button"
                        className="btn sm"
                        disabled={busy}
                        onClick={() => void read([row.id])}
                        aria-label={`读过了：${row.words}，${row.matter.title}`}
                      >
                        读过了
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <More page={box} what="通知" />
      </div>
    </>
  );
}
