import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../kit/api';
import { client, useAbout } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { useTitle } from '../kit/title';
import type { Me } from '../kit/wire';
import { PhoneFrame } from '../kit/PhoneFrame';

/** Only ways inside the desk are followed after signing in. */
export function safeNext(next: string | null): string {
  return next && /^\/desk(\/|\?|$)/.test(next) ? next : '/desk';
}

export function SignIn() {
  useTitle('工作人员登录');
  const about = useAbout();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const signIn = async (name: string, secret: string) => {
    setBusy(true);
    setRefused(null);
    try {
      const me = await call<Me>('POST', '/session', { body: { user: name, password: secret } });
      client.clear();
      client.setQueryData(['me'], me);
      await navigate(safeNext(search.get('next')), { replace: true });
    } catch (reason) {
      setRefused(reason);
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn(user.trim(), password);
  };
  const demo = about.data?.demoUsers ?? [];
  return (
    <PhoneFrame name="工作人员登录" back="/">
      <div className="signin">
        <h1>登录办事</h1>
        {!!refused && <Refusal reason={refused} />}
        <form onSubmit={submit} className="form">
          <div className="field">
            <label className="label" htmlFor="user">用户名</label>
            <input id="user" className="in" autoComplete="username" required value={user}
              onChange={(event) => setUser(event.target.value)} />
          </div>
          <div className="field">
            <label className="label" htmlFor="password">密码</label>
            <input id="password" className="in" type="password" autoComplete="current-password" required value={password}
              onChange={(event) => setPassword(event.target.value)} />
          </div>
          <button className="btn primary" disabled={busy}>{busy ? '正在登录' : '登录'}</button>
        </form>
        {demo.length > 0 && (
          <>
            <h2>演示用户，点一下就进</h2>
            <ul className="users">
              {demo.map((one) => (
                <li key={one.user}>
                  <button type="button" className="btn" style={{ width: '100%' }} disabled={busy}
                    onClick={() => void signIn(one.user, one.password)}>
                    <span>{one.name}</span><small>{one.post}，{one.agency}</small>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </PhoneFrame>
  );
}
