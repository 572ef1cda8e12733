import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../kit/api';
import { dueMoment, momentWords } from '../kit/days';
import { ClearFilter, SwitchFilters, useFilter, type Filtering } from '../kit/Filters';
import { client, useAlerts } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty } from '../kit/States';
import { Status } from '../kit/Status';
import type { TableColumn } from '../kit/table/columns';
import { SearchTable } from '../kit/table/SearchTable';
import { useSearchTable } from '../kit/table/useSearchTable';
import { useTitle } from '../kit/title';
import type { Alert } from '../kit/wire';

function told(alert: Alert): string {
  if (alert.kind === 'ON_DUTY') return '提醒值班的人';
  if (alert.kind === 'TERM_ENDING') return '提醒管名册的单位';
  if (alert.kind === 'UNUSUAL_TAKING' || alert.kind === 'UNUSUAL_LOOKS') return '提醒监督岗';
  if (alert.level === 0) return '提醒承办单位';
  return alert.level === 1 ? '报到上一级' : `报到上 ${alert.level} 级`;
}

const pathOf = (alert: Alert) => alert.link ?? `/desk/matters/${encodeURIComponent(alert.matter.id)}`;
const idOf = (alert: Alert) => alert.id;
/** Whether somebody here still has to say that they have seen it. */
const waits = (alert: Alert) => !alert.acknowledgedAt && !alert.movedAt;

function Seen({ alert, busy, onSeen }: { alert: Alert; busy: boolean; onSeen: () => void }) {
  if (alert.acknowledgedAt)
    return (
      <small>
        {alert.acknowledgedBy} 已看，{momentWords(alert.acknowledgedAt)}
      </small>
    );
  if (alert.movedAt) return <small>{momentWords(alert.movedAt)}已转给别的单位，这里不用再办</small>;
  return (
    <button
      type="button"
      className="btn sm"
      disabled={busy}
      onClick={onSeen}
      aria-label={`知道了：${alert.matter.title}`}
    >
      知道了
    </button>
  );
}

const columnsOf = (busy: string, onSeen: (alert: Alert) => void): TableColumn<Alert>[] => [
  {
    key: 'kind',
    title: '种类',
    width: 120,
    usual: true,
    cell: (alert) => <Status tone={alert.colour}>{alert.kindTitle}</Status>,
  },
  {
    key: 'matter',
    title: '事项',
    fixed: true,
    wide: true,
    cell: (alert) => (
      <>
        <Link to={pathOf(alert)}>{alert.matter.title}</Link>
        <small>
          {alert.title}，{alert.matter.code}
        </small>
      </>
    ),
  },
  {
    key: 'due',
    title: '期限',
    width: 150,
    usual: true,
    cell: (alert) =>
      alert.due && (
        <>
          {alert.due.title}
          <small className="doer">{dueMoment(alert.due)}</small>
        </>
      ),
  },
  {
    key: 'raised',
    title: '何时提醒',
    width: 160,
    usual: true,
    cell: (alert) => (
      <>
        {momentWords(alert.raisedAt)}
        <small className="doer">{told(alert)}</small>
      </>
    ),
  },
  {
    key: 'seen',
    title: '谁看过',
    width: 170,
    usual: true,
    cell: (alert) => <Seen alert={alert} busy={busy === alert.id} onSeen={() => onSeen(alert)} />,
  },
];

const NAMES = ['open'];

function Nothing({ by }: { by: Filtering }) {
  const back = (
    <Link className="btn" to="/desk">
      回待办
    </Link>
  );
  if (by.filtered)
    return (
      <Empty title="没有还没看的提醒" action={<ClearFilter by={by} />}>
        看过的也在，去掉筛选就能看到
      </Empty>
    );
  return (
    <Empty title="没有提醒" action={back}>
      临期、逾期、逾期报到上级，值班时来了急的，会在这里说
    </Empty>
  );
}

/** What the clock has to say: newest first, and seen only when somebody says so by name. */
export function AlertsPage() {
  const by = useFilter(NAMES);
  const alerts = useAlerts(by.filter['open'] === 'true');
  const [busy, setBusy] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const navigate = useNavigate();
  useTitle('提醒');
  const seen = async ({ id }: Alert) => {
    setBusy(id);
    setRefused(null);
    try {
      await call('post', '/api/alerts/{id}/acknowledge', { path: { id } });
      await Promise.all([
        client.invalidateQueries({ queryKey: ['alerts'] }),
        client.invalidateQueries({ queryKey: ['me'] }),
      ]);
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy('');
    }
  };
  const table = useSearchTable({
    name: 'alerts',
    list: alerts,
    columns: columnsOf(busy, (alert) => void seen(alert)),
    names: NAMES,
    filter: by.filter,
    idOf,
    onOpen: (alert) => void navigate(pathOf(alert)),
    onAct: (alert) => void (waits(alert) && !busy && seen(alert)),
    act: '知道了',
  });
  const open = table.rows.filter(waits).length;
  return (
    <>
      <div className="hd">
        <h1>{open ? `提醒，${open} 条还没看` : '提醒'}</h1>
        <span className="meta">最新的在前；“知道了”会记下您的名字和时间</span>
      </div>
      <SwitchFilters by={by} names={[['open', '还没看的']]} />
      {!!refused && <Refusal reason={refused} />}
      <SearchTable
        table={table}
        what="提醒"
        caption="提醒，最新的在前"
        nameOf={(alert) => alert.matter.code}
        empty={<Nothing by={by} />}
      />
    </>
  );
}
