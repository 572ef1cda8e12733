import type { ReactNode } from 'react';
import { ProblemError, UnreachableError } from './api';
import { Shape } from './Status';

function headline(reason: unknown): string {
  if (reason instanceof UnreachableError) return '没有送到：网络断了';
  if (reason instanceof ProblemError) return `没有办成：${reason.problem.title}`;
  return '没有办成';
}

/** One form for every refusal: what · your text is kept · rule · article · what to do next. */
export function Refusal({ reason, children }: { reason: unknown; children?: ReactNode }) {
  const problem = reason instanceof ProblemError ? reason.problem : null;
  const offline = reason instanceof UnreachableError;
  const rows: [string, ReactNode][] = [
    ['怎么了', offline ? '服务器没有回答，不能断定收到没有。再送一次不会重复登记。' : problem?.detail],
    ['您写的', '还在，没有丢'],
    ['规则', problem?.rule],
    ['依据', problem?.article ? <span className="law">{problem.article}</span> : null],
    ['下一步', problem?.next ?? (offline ? '等网络好了再按一次' : null)],
  ];
  return (
    <div className="refusal" role="alert">
      <Shape tone="yellow" />
      <div>
        <p>
          <b>{headline(reason)}</b>
        </p>
        <dl className="kv">
          {rows
            .filter(([, said]) => said)
            .map(([label, said]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{said}</dd>
              </div>
            ))}
        </dl>
        {children && <div className="acts">{children}</div>}
      </div>
    </div>
  );
}
