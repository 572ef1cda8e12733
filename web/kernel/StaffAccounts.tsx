import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { useStaffAccounts } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import { Entry } from './Entry';
import { useDeed } from './useDeed';

/** Somebody of an office below, whom nobody there can let in again. */
function Below() {
  const [login, setLogin] = useState('');
  const [nobody, setNobody] = useState(false);
  const { busy, refused, run } = useDeed();
  const navigate = useNavigate();
  const find = (event: FormEvent) => {
    event.preventDefault();
    setNobody(false);
    void run(async () => {
      const { items } = await call('get', '/api/accounts', { query: { login: login.trim() } });
      setNobody(items.length === 0);
      if (items[0]) await navigate(`/desk/accounts/${items[0].id}`);
    });
  };
  return (
    <form onSubmit={find} className="form" aria-label="下级单位的人">
      {!!refused && <Refusal reason={refused} />}
      <Entry
        id="below-login"
        title="用户名"
        why="那个单位没有管理员，或者只有一名而这件事要由另一人办时，由上级单位另给密码、重置动态口令"
        autoComplete="off"
        value={login}
        {...(nobody ? { fault: '本单位和下级单位里没有这个用户名。' } : {})}
        onChange={setLogin}
      />
      <div className="acts">
        <button className="btn" disabled={busy}>
          找这个人
        </button>
      </div>
    </form>
  );
}

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
        <p className="meta">
          给程序用的令牌由本人建，这里只能停；<Link to="/desk/account/tokens">建我自己的令牌</Link>
        </p>
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
                    {one.lockedUntil && <small>输错密码，有一处锁定到 {momentWords(one.lockedUntil)}</small>}
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
      <section aria-labelledby="below">
        <h2 id="below">下级单位的人</h2>
        <Below />
      </section>
    </div>
  );
}
