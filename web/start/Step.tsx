import type { ReactNode } from 'react';
import { useLang } from '../kit/words';

/** One step: what it shows, what to press, and whether it has happened. */
export function Step({
  no,
  title,
  done,
  waits,
  children,
}: {
  no: number;
  title: string;
  done: boolean;
  waits?: boolean;
  children: ReactNode;
}) {
  const { say } = useLang();
  return (
    <li className={done ? 'done' : waits ? 'waits' : 'open'} aria-label={title}>
      <i className="no" aria-hidden="true">
        {no}
      </i>
      <div>
        <h2>
          {title}
          {done && <small>{say('做完了', 'done')}</small>}
          {!done && waits && <small>{say('先做前面的', 'after the first step')}</small>}
        </h2>
        {children}
      </div>
    </li>
  );
}
