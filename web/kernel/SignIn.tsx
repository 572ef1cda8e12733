import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call, ProblemError } from '../kit/api';
import { client, useAbout } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { useTitle } from '../kit/title';
import type { DemoUser } from '../kit/wire';
import { PhoneFrame } from '../kit/PhoneFrame';
import { Entry } from './Entry';
import { shut } from './shut';

/** Only ways inside the desk are followed after signing in. */
export function safeNext(next: string | null): string {
  return next && /^\/desk(\/|\?|$)/.test(next) ? next : '/desk';
}

const CAME_BACK: Record<string, string> = {
  unbound: '这个统一身份还没有绑定账号。先用密码登录，在“账号与安全”里绑定，或请本单位管理员绑定。',
  failed: '统一身份认证没有通过，没有登录。请再试一次，或者用密码登录。',
  again: '这次认证隔得太久，或者不是从这里开始的。请再点一次下面的按钮。',
};

/** Other ways in, where the house has them. */
function OtherWays({ provider, certificates }: { provider?: string | undefined; certificates: boolean }) {
  const [refused, setRefused] = useState<unknown>(null);
  const navigate = useNavigate();
  const withCertificate = async () => {
    setRefused(null);
    try {
      const me = await call('post', '/api/public/sign-in/certificate', {});
      client.clear();
      client.setQueryData(['me'], me);
      await navigate('/desk', { replace: true });
    } catch (reason) {
      setRefused(reason);
    }
  };
  if (!provider && !certificates) return null;
  return (
    <div className="form" style={{ marginTop: 14 }}>
      {!!refused && <Refusal reason={refused} />}
      {provider && (
        <a className="btn" style={{ width: '100%' }} href="/api/public/sign-in/oidc">
          用{provider}登录
        </a>
      )}
      {certificates && (
        <button type="button" className="btn" style={{ width: '100%' }} onClick={() => void withCertificate()}>
          用证书（UKey）登录
        </button>
      )}
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
  const [otp, setOtp] = useState('');
  const [second, setSecond] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const signIn = async (name: string, secret: string, code?: string) => {
    setBusy(true);
    setRefused(null);
    try {
      const body = { user: name, password: secret, ...(code ? { otp: code } : {}) };
      const me = await call('post', '/api/session', { body });
      client.clear();
      client.setQueryData(['me'], me);
      await navigate(shut(me) ? '/desk/account' : safeNext(search.get('next')), { replace: true });
    } catch (reason) {
      const asked = reason instanceof ProblemError && reason.problem.rule === 'access.otp';
      setOtp('');
      setSecond(asked);
      // being asked for the second step is no refusal
      setRefused(asked && !code ? null : reason);
      if (asked) {
        setUser(name);
        setPassword(secret);
      } else setPassword('');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn(user.trim(), password, second ? otp.trim() : undefined);
  };
  if (second) {
    return (
      <PhoneFrame name="工作人员登录" back="/">
        <div className="signin">
          <h1>还差一步</h1>
          {!!refused && <Refusal reason={refused} />}
          <form onSubmit={submit} className="form">
            <Entry
              id="otp"
              title="动态口令"
              why="验证器 App 上的 6 位数字；手机不在身边时用一个恢复码"
              autoComplete="one-time-code"
              autoFocus
              value={otp}
              onChange={setOtp}
            />
            <button className="btn primary" style={{ width: '100%' }} disabled={busy}>
              {busy ? '正在登录' : '登录'}
            </button>
            <div className="acts">
              <button type="button" className="btn quiet" onClick={() => setSecond(false)}>
                换一个用户
              </button>
            </div>
          </form>
        </div>
      </PhoneFrame>
    );
  }
  return (
    <PhoneFrame name="工作人员登录" back="/">
      <div className="signin">
        <h1>登录办事</h1>
        {CAME_BACK[search.get('oidc') ?? ''] && !refused && (
          <p className="refusal" role="alert">
            {CAME_BACK[search.get('oidc') ?? '']}
          </p>
        )}
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
        <OtherWays provider={about.data?.provider} certificates={about.data?.certificates ?? false} />
        <DemoUsers
          users={about.data?.demoUsers ?? []}
          busy={busy}
          onPick={(one) => void signIn(one.user, one.password)}
        />
      </div>
    </PhoneFrame>
  );
}
