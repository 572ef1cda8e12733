import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../kit/api';
import { client, useAbout } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { useTitle } from '../kit/title';
import type { DemoUser } from '../kit/wire';
import { PhoneFrame } from '../kit/PhoneFrame';

/** Only ways inside the desk are followed after signing in. */
export function safeNext(next: string | null): string {
  return next && /^\/desk(\/|\?|$)/.test(next) ? next : '/desk';
}

function Entry({
  id,
  title,
  onChange,
  ...rest
}: {
  id: string;
  title: string;
  type?: string;
  autoComplete: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {title}
      </label>
      <input id={id} className="in" required {...rest} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

function DemoUsers({ users, busy, onPick }: { users: DemoUser[]; busy: boolean; onPick: (user: DemoUser) => void }) {
  if (!users.length) return null;
  return (
    <>
      <h2>演示用户，点一下就进</h2>
      <ul className="users">
        {users.map((one) => (
          <li key={one.user}>
            <button type="button" className="btn" style={{ width: '100%' }} disabled={busy} onClick={() => onPick(one)}>
              <span>{one.name}</span>
              <small>
                {one.post}，{one.agency}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
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
      const me = await call('post', '/api/session', { body: { user: name, password: secret } });
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
  return (
    <PhoneFrame name="工作人员登录" back="/">
      <div className="signin">
        <h1>登录办事</h1>
        {!!refused && <Refusal reason={refused} />}
        <form onSubmit={submit} className="form">
          <Entry id="user" title="用户名" autoComplete="username" value={user} onChange={setUser} />
          <Entry
            id="password"
            title="密码"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
          <button className="btn primary" style={{ width: '100%' }} disabled={busy}>
            {busy ? '正在登录' : '登录'}
          </button>
        </form>
        <DemoUsers
          users={about.data?.demoUsers ?? []}
          busy={busy}
          onPick={(one) => void signIn(one.user, one.password)}
        />
      </div>
    </PhoneFrame>
  );
}
