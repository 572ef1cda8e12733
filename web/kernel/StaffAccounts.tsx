import { useState, type FormEvent } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { client, useStaffAccount, useStaffAccounts } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import { Journal } from './Account';
import { OpenList } from './AccountOpen';
import { Entry } from './Entry';
import { useDeed } from './useDeed';

/** The accounts of my agency's staff. */
export function StaffAccounts() {
  useTitle('本单位的账号');
  const list = useStaffAccounts();
  if (!list.data) {
    return list.error ? (
      <Failed page reason={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <Loading page what="账号" />
    );
  }
  return (
    <div className="account">
      <div className="hd">
        <h1>本单位的账号</h1>
      </div>
      {list.data.items.length === 0 && <Empty title="还没有账号">账号由系统管理人员开立</Empty>}
      {list.data.items.length > 0 && (
        <div className="sheet flow">
          <table>
            <caption className="sr">本单位人员的账号</caption>
            <thead>
              <tr>
                <th>姓名</th>
                <th style={{ width: 110 }}>动态口令</th>
                <th style={{ width: 130 }}>登录着</th>
                <th style={{ width: 160 }}>最近使用</th>
              </tr>
            </thead>
            <tbody>
              {list.data.items.map((one) => (
                <tr key={one.id}>
                  <td className="tt wide">
                    <Link to={`/desk/accounts/${one.id}`}>{one.name}</Link>
                    <small>{one.login}</small>
                  </td>
                  <td>{one.codes ? '已开通' : '未开通'}</td>
                  <td>
                    {one.sessions} 处{one.tokens > 0 && `，令牌 ${one.tokens} 个`}
                  </td>
                  <td>{one.seenAt ? momentWords(one.seenAt) : '没有登录过'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** One account: what is open is ended here, and lost one-time codes are reset. */
export function StaffAccount() {
  const id = useParams()['id'] ?? '';
  const shown = useStaffAccount(id);
  const [reason, setReason] = useState('');
  const { busy, refused, run, fault } = useDeed();
  useTitle(shown.data ? `${shown.data.name}的账号` : '账号');
  if (!shown.data) {
    return shown.error ? (
      <Failed page reason={shown.error} onRetry={() => void shown.refetch()} />
    ) : (
      <Loading page what="账号" />
    );
  }
  const then = (deed: Promise<unknown>) => deed.then(() => client.invalidateQueries());
  const reset = (event: FormEvent) => {
    event.preventDefault();
    void run(() => then(call('post', '/api/accounts/{id}/otp/reset', { path: { id }, body: { reason } })));
  };
  return (
    <div className="account">
      <div className="hd">
        <h1>{shown.data.name}的账号</h1>
        <p className="meta">
          用户名 {shown.data.login}，动态口令{shown.data.codes ? '已开通' : '未开通'}。
          <Link to="/desk/accounts">回本单位的账号</Link>
        </p>
      </div>
      {!!refused && <Refusal reason={refused} />}
      <section aria-labelledby="open">
        <h2 id="open">在哪里登录着</h2>
        {shown.data.open.length === 0 && <p className="meta">现在没有登录着。</p>}
        {shown.data.open.length > 0 && (
          <>
            <OpenList
              items={shown.data.open}
              onEnd={(one) =>
                void run(() =>
                  then(call('delete', '/api/accounts/{id}/tickets/{ticket}', { path: { id, ticket: one.id } })),
                )
              }
            />
            <div className="acts">
              <button
                type="button"
                className="btn"
                disabled={busy}
                onClick={() => void run(() => then(call('delete', '/api/accounts/{id}/tickets', { path: { id } })))}
              >
                全部结束
              </button>
            </div>
          </>
        )}
      </section>
      {shown.data.codes && (
        <section aria-labelledby="reset">
          <h2 id="reset">重置动态口令</h2>
          <form onSubmit={reset} className="form" aria-label="重置动态口令">
            <Entry
              id="reset-reason"
              title="为什么重置"
              why="先确认是本人；本人下次登录会看到这次重置和原因"
              autoComplete="off"
              value={reason}
              fault={fault('reason')}
              onChange={setReason}
            />
            <div className="acts">
              <button className="btn" disabled={busy}>
                重置
              </button>
            </div>
          </form>
        </section>
      )}
      <section aria-labelledby="journal">
        <h2 id="journal">账号的变动</h2>
        <Journal items={shown.data.journal} />
      </section>
    </div>
  );
}
