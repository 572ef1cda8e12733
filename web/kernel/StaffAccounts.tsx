import { Link } from 'react-router';
import { momentWords } from '../kit/days';
import { useStaffAccounts } from '../kit/queries';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';

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
    </div>
  );
}
