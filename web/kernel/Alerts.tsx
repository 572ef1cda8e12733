import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { dueMoment, momentWords } from '../kit/days';
import { client, useAlerts } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { Alert } from '../kit/wire';
import { ListSheet, type Column } from './ListSheet';

function told(alert: Alert): string {
  if (alert.kind === 'ON_DUTY') return '提醒值班的人';
  if (alert.kind === 'TERM_ENDING') return '提醒管名册的单位';
  if (alert.kind === 'UNUSUAL_TAKING' || alert.kind === 'UNUSUAL_LOOKS') return '提醒监督岗';
  if (alert.level === 0) return '提醒承办单位';
  return alert.level === 1 ? '报到上一级' : `报到上 ${alert.level} 级`;
}

function Row({ alert, onSeen, busy }: { alert: Alert; onSeen: () => void; busy: boolean }) {
  return (
    <tr>
      <td>
        <Status tone={alert.colour}>{alert.kindTitle}</Status>
      </td>
      <td className="tt wide">
        <Link to={alert.link ?? `/desk/matters/${encodeURIComponent(alert.matter.id)}`}>{alert.matter.title}</Link>
        <small>
          {alert.title}，{alert.matter.code}
        </small>
      </td>
      <td>
        {alert.due && (
          <>
            {alert.due.title}
            <small style={{ display: 'block' }}>{dueMoment(alert.due)}</small>
          </>
        )}
      </td>
      <td>
        {momentWords(alert.raisedAt)}
        <small style={{ display: 'block' }}>
          {told(alert)}
        </small>
      </td>
      <td>
        {alert.acknowledgedAt ? (
          <small>
            {alert.acknowledgedBy} 已看，{momentWords(alert.acknowledgedAt)}
          </small>
        ) : alert.movedAt ? (
          <small>{momentWords(alert.movedAt)}已转给别的单位，这里不用再办</small>
        ) : (
          <button
            type="button"
            className="btn sm"
            disabled={busy}
            onClick={onSeen}
            aria-label={`知道了：${alert.matter.title}`}
          >
            知道了
          </button>
        )}
      </td>
    </tr>
  );
}

const COLUMNS: Column[] = [['种类', 120], ['事项'], ['期限', 150], ['何时提醒', 160], ['谁看过', 170]];

function Nothing() {
  const back = (
    <Link className="btn" to="/desk">
      回待办
    </Link>
  );
  return (
    <Empty title="没有提醒" action={back}>
      临期、逾期、逾期报到上级，值班时来了急的，会在这里说
    </Empty>
  );
}

/** What the clock has to say: newest first, and seen only when somebody says so by name. */
export function AlertsPage() {
  const alerts = useAlerts();
  const [busy, setBusy] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const rows = (alerts.data?.pages ?? []).flatMap((page) => page.items);
  const open = rows.filter((row) => !row.acknowledgedAt && !row.movedAt).length;
  useTitle('提醒');
  const seen = async (id: string) => {
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
  return (
    <>
      <div className="hd">
        <h1>{open ? `提醒，${open} 条还没看` : '提醒'}</h1>
        <span className="meta">最新的在前；“知道了”会记下您的名字和时间</span>
      </div>
      {!!refused && <Refusal reason={refused} />}
      <ListSheet
        list={alerts}
        what="提醒"
        caption="提醒，最新的在前"
        count={rows.length}
        columns={COLUMNS}
        empty={<Nothing />}
      >
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} alert={row} busy={busy === row.id} onSeen={() => void seen(row.id)} />
          ))}
        </tbody>
      </ListSheet>
    </>
  );
}
