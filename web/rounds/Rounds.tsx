import { useEffect } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import '../kit/css/rounds.css';
import { installable } from '../kit/install';
import { keepPages } from '../kit/offline';
import { PhoneFrame } from '../kit/PhoneFrame';
import { Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import { DraftPage } from './DraftPage';
import type { Officer } from './officer';
import type { Plan } from './plan';
import { RoundsHome } from './RoundsHome';
import { useOfficer, useOutbox } from './useRounds';

function Inside({
  officer,
  online,
  plan,
  onAgain,
}: {
  officer: Officer;
  online: boolean;
  plan: Plan | null;
  onAgain: () => void;
}) {
  const outbox = useOutbox(officer.id, online, onAgain);
  const [search] = useSearchParams();
  const id = search.get('draft');
  // The parts that are fetched last must be kept as well.
  useEffect(() => {
    if (!online) return undefined;
    installable('/rounds.json');
    void keepPages('/desk/rounds');
    const timer = setTimeout(() => void keepPages('/desk/rounds'), 4000);
    return () => clearTimeout(timer);
  }, [online]);
  if (id) return <DraftPage key={id} id={id} officer={officer} online={online} plan={plan} outbox={outbox} />;
  return <RoundsHome officer={officer} online={online} plan={plan} outbox={outbox} onAgain={onAgain} />;
}

/** Out of doors, with one thumb: what I have to do today, what I saw, how a meeting went. */
export function Rounds() {
  useTitle('巡查');
  const [standing, plan, again] = useOfficer();
  if (standing.as === 'out') return <Navigate to="/desk/sign-in?next=%2Fdesk%2Frounds" replace />;
  if (standing.as === 'in') {
    return <Inside officer={standing.officer} online={standing.online} plan={plan} onAgain={again} />;
  }
  return (
    <PhoneFrame name="巡查" back="/desk">
      <h1>巡查</h1>
      {standing.as === 'asking' && <Loading what="今天的走访" />}
      {standing.as === 'unknown' && (
        <div className="refusal" role="alert">
          <div>
            <p>
              <b>没有网络，也不知道您是谁</b>
            </p>
            <p>这台手机上没有人登录着。先在有网络的地方登录一次，以后没有网络也能打开。</p>
            <button type="button" className="btn" onClick={again}>
              再试一次
            </button>
          </div>
        </div>
      )}
      {standing.as === 'unsafe' && (
        <div className="refusal" role="alert">
          <div>
            <p>
              <b>从这个地址打开，不能在手机上存</b>
            </p>
            <p>地址要以 https 开头，写的才能加密存在手机上。请向管理员要安全的地址，或者直接登记。</p>
            <Link className="btn" to="/desk/new">
              直接登记
            </Link>
          </div>
        </div>
      )}
    </PhoneFrame>
  );
}
