import { useState, type FormEvent, type ReactNode } from 'react';
import { Refusal } from '../kit/Refusal';
import { Entry } from './Entry';
import { useDeed } from './useDeed';

export interface Proven {
  password: string;
  otp?: string;
}

/** A form in which I prove once more who I am, before anything about signing in changes. */
export function ProvenForm({
  id,
  title,
  button,
  asks = '先输一次密码',
  primary = false,
  coded,
  children,
  onProven,
  onCancel,
}: {
  /** begins the ids of its fields */
  id: string;
  title: string;
  button: string;
  asks?: string;
  primary?: boolean;
  /** whether I sign in with one-time codes */
  coded: boolean;
  /** what else is filled in, below the password */
  children?: (fault: (name: string) => string | undefined) => ReactNode;
  onProven: (proof: Proven) => Promise<unknown>;
  onCancel?: () => void;
}) {
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState('');
  const { busy, refused, run, fault } = useDeed();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await onProven({ password, ...(coded ? { otp } : {}) });
      setPassword('');
      setOtp('');
    });
  };
  return (
    <form onSubmit={submit} className="form" aria-label={title}>
      {!!refused && <Refusal reason={refused} />}
      <Entry
        id={`${id}-password`}
        title={asks}
        type="password"
        autoComplete="current-password"
        value={password}
        fault={fault('password')}
        onChange={setPassword}
      />
      {children?.(fault)}
      {coded && (
        <Entry
          id={`${id}-otp`}
          title="动态口令"
          why="验证器 App 上的 6 位数字，或一个恢复码"
          autoComplete="one-time-code"
          value={otp}
          fault={fault('otp')}
          onChange={setOtp}
        />
      )}
      <div className="acts">
        <button className={primary ? 'btn primary' : 'btn'} disabled={busy}>
          {button}
        </button>
        {onCancel && (
          <button type="button" className="btn" onClick={onCancel}>
            先不
          </button>
        )}
      </div>
    </form>
  );
}
