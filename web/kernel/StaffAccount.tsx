import { Link, useParams } from 'react-router';
import { call } from '../kit/api';
import { client, useStaffAccount } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { StaffAccountShown } from '../kit/wire';
import { Journal } from './Account';
import { OpenList } from './AccountOpen';
import { StaffBindings } from './StaffBindings';
import { AnotherPassword, ReasonForm, Unlock } from './StaffRescue';
import { useDeed } from './useDeed';

/** Where somebody is signed in, and their tokens: each is ended from here. */
function Open({ shown }: { shown: StaffAccountShown }) {
  const { busy, refused, run } = useDeed();
  const then = (deed: Promise<unknown>) => deed.then(() => client.invalidateQueries());
  const path = { id: shown.id };
  if (shown.open.length === 0) return <p className="meta">现在没有登录着。</p>;
  return (
    <>
      {!!refused && <Refusal reason={refused} />}
      <OpenList
        items={shown.open}
        onEnd={(one) =>
          void run(() =>
            then(call('delete', '/api/accounts/{id}/tickets/{ticket}', { path: { ...path, ticket: one.id } })),
          )
        }
      />
      <div className="acts">
        <button
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => void run(() => then(call('delete', '/api/accounts/{id}/tickets', { path })))}
        >
          全部结束
        </button>
      </div>
    </>
  );
}

/** One account: what is open is ended here; whoever can't get in is let in again. Never one's own. */
export function StaffAccount() {
  const id = useParams()['id'] ?? '';
  const query = useStaffAccount(id);
  const shown = query.data;
  useTitle(shown ? `${shown.name}的账号` : '账号');
  if (!shown) {
    return query.error ? (
      <Failed page reason={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading page what="账号" />
    );
  }
  return (
    <div className="account">
      <div className="hd">
        <h1>{shown.name}的账号</h1>
        <p className="meta">
          {shown.office && `${shown.office}，`}用户名 {shown.login}，动态口令{shown.codes ? '已开通' : '未开通'}。
          <Link to="/desk/accounts">回本单位的账号</Link>
        </p>
      </div>
      {shown.own && (
        <p>
          这是您自己的账号：怎样登录由另一名管理员照看。<Link to="/desk/account">打开账号与安全</Link>
        </p>
      )}
      {shown.office && <p>这是下级单位的人：这里只能另给密码、重置动态口令，其余由那个单位的管理员办。</p>}
      {!shown.office && (
        <section aria-labelledby="open">
          <h2 id="open">在哪里登录着</h2>
          <Open shown={shown} />
        </section>
      )}
      {!shown.own && !shown.office && (
        <section aria-labelledby="unlock">
          <h2 id="unlock">登录锁定</h2>
          <Unlock account={shown.id} until={shown.lockedUntil} />
        </section>
      )}
      {!shown.own && (
        <section aria-labelledby="another">
          <h2 id="another">密码</h2>
          <AnotherPassword account={shown.id} />
        </section>
      )}
      {shown.codes && !shown.own && (
        <section aria-labelledby="reset">
          <h2 id="reset">重置动态口令</h2>
          <ReasonForm
            id="reset-reason"
            title="重置动态口令"
            question="为什么重置"
            why="先确认是本人；本人下次登录会看到这次重置和原因"
            button="重置"
            onSend={(reason) =>
              call('post', '/api/accounts/{id}/otp/reset', { path: { id: shown.id }, body: { reason } })
            }
          />
        </section>
      )}
      {!shown.office && (
        <section aria-labelledby="bindings">
          <h2 id="bindings">其他登录方式</h2>
          <StaffBindings account={shown.id} bindings={shown.bindings} own={shown.own} />
        </section>
      )}
      <section aria-labelledby="journal">
        <h2 id="journal">账号的变动</h2>
        <Journal items={shown.journal} />
      </section>
    </div>
  );
}
