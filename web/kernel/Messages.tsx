import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty } from '../kit/States';
import { Status } from '../kit/Status';
import type { TableColumn } from '../kit/table/columns';
import { SearchTable } from '../kit/table/SearchTable';
import { useSearchTable } from '../kit/table/useSearchTable';
import { useTitle } from '../kit/title';
import type { OwnNotice } from '../kit/wire';

const NAMES: string[] = [];
const pathOf = (row: OwnNotice) => `/desk/matters/${encodeURIComponent(row.matter.id)}`;
const idOf = (row: OwnNotice) => row.id;

const columnsOf = (busy: boolean, onRead: (row: OwnNotice) => void): TableColumn<OwnNotice>[] => [
  {
    key: 'words',
    title: '什么事',
    width: 170,
    usual: true,
    cell: (row) => (row.seen ? row.words : <Status tone="blue">{row.words}</Status>),
  },
  {
    key: 'matter',
    title: '事项',
    fixed: true,
    wide: true,
    cell: (row) => (
      <>
        <Link to={pathOf(row)} onClick={() => void (row.seen || onRead(row))}>
          {row.matter.title}
        </Link>
        <small>{row.matter.code}</small>
      </>
    ),
  },
  { key: 'at', title: '什么时候', width: 145, usual: true, cell: (row) => momentWords(row.at) },
  {
    key: 'seen',
    title: '读过没有',
    width: 95,
    usual: true,
    cell: (row) =>
      row.seen ? (
        <small>读过</small>
      ) : (
        <button
          type="button"
          className="btn sm"
          disabled={busy}
          onClick={() => onRead(row)}
          aria-label={`读过了：${row.words}，${row.matter.title}`}
        >
          读过了
        </button>
      ),
  },
];

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
  const navigate = useNavigate();
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
  const table = useSearchTable({
    name: 'messages',
    list: box,
    columns: columnsOf(busy, (row) => void read([row.id])),
    names: NAMES,
    filter: {},
    idOf,
    onOpen: (row) => {
      if (!row.seen) void read([row.id]);
      void navigate(pathOf(row));
    },
    onAct: (row) => void (row.seen || busy || read([row.id])),
    act: '读过了',
  });
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
      <SearchTable
        table={table}
        what="通知"
        caption="通知，最新的在前"
        nameOf={(row) => row.matter.code}
        empty={<Empty title="没有通知">新到、退回、当事人补充材料，会在这里说。</Empty>}
      />
    </>
  );
}
