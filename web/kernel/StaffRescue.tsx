import { useState, type FormEvent } from 'react';
import { call, type Answer } from '../kit/api';
import { momentWords } from '../kit/days';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Entry } from './Entry';
import { useDeed } from './useDeed';

/** A deed that needs nothing but its reason. */
export function ReasonForm({
  id,
  title,
  question,
  why,
  button,
  onSend,
}: {
  id: string;
  title: string;
  question: string;
  why: string;
  button: string;
  onSend: (reason: string) => Promise<unknown>;
}) {
  const [reason, setReason] = useState('');
  const { busy, refused, run, fault } = useDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await onSend(reason);
      setReason('');
      await client.invalidateQueries();
    });
  };
  return (
    <form onSubmit={submit} className="form" aria-label={title}>
      {!!refused && <Refusal reason={refused} />}
      <Entry
        id={id}
        title={question}
        why={why}
        autoComplete="off"
        value={reason}
        fault={fault('reason')}
        onChange={setReason}
      />
      <div className="acts">
        <button className="btn" disabled={busy}>
          {button}
        </button>
      </div>
    </form>
  );
}

/** For somebody whom wrong passwords keep out. */
export function Unlock({ account, until }: { account: string; until?: string | undefined }) {
  if (!until) return <p className="meta">没有锁定，密码对就能登录。</p>;
  return (
    <>
      <p>输错的次数太多，最晚 {momentWords(until)} 自己解开；只锁输错的那一处，别处照常登录。</p>
      <ReasonForm
        id="unlock-reason"
        title="解除登录锁定"
        question="为什么解除"
        why="先问清楚是不是本人输错的；不是，就不要解除"
        button="现在解除"
        onSend={(reason) =>
          call('post', '/api/accounts/{id}/unlock', { path: { id: account }, body: { reason } })
        }
      />
    </>
  );
}

/** For somebody who has no password yet, or has forgotten it. */
export function AnotherPassword({ account }: { account: string }) {
  const [given, setGiven] = useState<Answer<'post', '/api/accounts/{id}/password/reset'> | null>(null);
  return (
    <>
      <div role="status">
        {given && (
          <p className="once">
            用户名 <b>{given.login}</b>，新密码 <code data-password>{given.password}</code>
            只显示这一次，请当面告诉本人；本人登录后先换成自己的，才能办事。
          </p>
        )}
      </div>
      <ReasonForm
        id="password-reason"
        title="另给一个密码"
        question="为什么另给"
        why="忘了密码，或者由身份管理平台开通、还没有密码；原来的登录和令牌都会结束，本人下次登录会看到"
        button="另给一个密码"
        onSend={async (reason) => {
          setGiven(
            await call('post', '/api/accounts/{id}/password/reset', { path: { id: account }, body: { reason } }),
          );
        }}
      />
    </>
  );
}
