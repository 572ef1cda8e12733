import { Link } from 'react-router';
import { momentWords } from '../kit/days';
import { Icon } from '../kit/Icon';
import { useAlerts } from '../kit/queries';
import { Status } from '../kit/Status';
import { RowKeysHelp } from '../kit/table/RowKeysHelp';
import type { RowKeys } from '../kit/table/useRowKeys';

export function InboxSide({ keys }: { keys: RowKeys }) {
  const alerts = useAlerts();
  const open = (alerts.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((one) => !one.acknowledgedAt)
    .slice(0, 3);
  return (
    <aside className="side" aria-label="要您看一眼和按键">
      <section>
        <h2>
          <Icon name="bell" />
          要您看一眼
        </h2>
        {alerts.isSuccess && open.length === 0 && <p className="meta">没有新的提醒。</p>}
        <ul>
          {open.map((alert) => (
            <li key={alert.id}>
              <Status tone={alert.colour}>{alert.kindTitle}</Status>
              <b>
                <Link to={`/desk/matters/${encodeURIComponent(alert.matter.id)}`}>{alert.matter.title}</Link>
              </b>
              <span className="meta">
                {alert.title}，{momentWords(alert.raisedAt)}
              </span>
            </li>
          ))}
        </ul>
        {open.length > 0 && <Link to="/desk/alerts">全部提醒</Link>}
      </section>
      <RowKeysHelp keys={keys} act="办下一步" ticks search />
    </aside>
  );
}
