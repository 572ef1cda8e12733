import { useEffect, useState, type ReactNode } from 'react';
import { ProblemError, UnreachableError } from './api';
import { clockOf, now } from './days';
import { Shape } from './Status';

/** Why it is empty, as of when, one way on. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 104 56" aria-hidden="true" focusable="false">
        <path className="todo" d="M9 50a43 43 0 0 1 86 0" />
        <path className="ground" d="M0 51h104" />
      </svg>
      <p>
        <b>{title}</b>
      </p>
      <p className="meta">
        {children ?? null}
        {children ? (String(children).endsWith('。') ? '' : '，') : ''}截至 {clockOf(now())}
      </p>
      {action}
    </div>
  );
}

/** A quiet shape of what will come: nothing before 300 ms, words after 4 s. */
export function Loading({
  what,
  rows = 3,
  page,
}: {
  what: string;
  rows?: number;
  /** It stands for a whole page, which must have its heading. */
  page?: boolean;
}) {
  const [stage, setStage] = useState(0);
  useEffect(() => {
    const first = setTimeout(() => setStage(1), 300);
    const second = setTimeout(() => setStage(2), 4000);
    return () => {
      clearTimeout(first);
      clearTimeout(second);
    };
  }, []);
  return (
    <div className="loading" role="status" aria-label={`正在取${what}`}>
      {page && <h1 className="sr">正在取{what}</h1>}
      {stage > 0 &&
        Array.from({ length: rows }, (_, row) => (
          <div className="sk" key={row} aria-hidden="true">
            <svg viewBox="0 0 52 28">
              <path d="M4 26a22 22 0 0 1 44 0" />
            </svg>
            <div>
              <i style={{ width: `${78 - row * 9}%` }} />
              <i style={{ width: `${46 - row * 5}%` }} />
            </div>
          </div>
        ))}
      {stage > 1 && <p className="meta">正在取{what}，已经 4 秒多，还在等服务器回答。</p>}
    </div>
  );
}

export function reasonWords(reason: unknown): { title: string; detail?: string; next?: string } {
  if (reason instanceof ProblemError) {
    const { title, detail, next } = reason.problem;
    return { title, ...(detail ? { detail } : {}), ...(next ? { next } : {}) };
  }
  if (reason instanceof UnreachableError) {
    return { title: '没连上服务器', detail: '网络断了，或者服务正在重启。已经写的都还在。', next: '过一会儿再试' };
  }
  return { title: '这一页没能画出来', detail: '不是您的错。已经提交的都在，没有丢。', next: '重新打开这一页' };
}

/** How many seconds are left of those the server asked to wait. */
function useWait(reason: unknown): number {
  const asked = reason instanceof ProblemError ? reason.waitSeconds : 0;
  const [until, setUntil] = useState(() => Date.now() + asked * 1000);
  const [left, setLeft] = useState(asked);
  useEffect(() => {
    setUntil(Date.now() + asked * 1000);
    setLeft(asked);
  }, [reason, asked]);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 1000);
    return () => clearTimeout(timer);
  }, [left, until]);
  return left;
}

/** Something could not be fetched: what, why, and a way to ask again; not before the time the server has named. */
export function Failed({
  reason,
  onRetry,
  what,
  page,
}: {
  reason: unknown;
  onRetry?: () => void;
  what?: string;
  page?: boolean;
}) {
  const { title, detail, next } = reasonWords(reason);
  const wait = useWait(reason);
  const head = what ? `${what}：${title}` : title;
  return (
    <div className="refusal" role="alert">
      <Shape tone="yellow" />
      <div>
        {page ? (
          <h1>{head}</h1>
        ) : (
          <p>
            <b>{head}</b>
          </p>
        )}
        {detail && <p>{detail}</p>}
        {next && <p className="meta">{next}</p>}
        {onRetry && (
          <p className="acts">
            <button type="button" className="btn" disabled={wait > 0} onClick={onRetry}>
              {wait > 0 ? `再取一次（还要等 ${wait} 秒）` : '再取一次'}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
