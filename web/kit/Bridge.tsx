import { useLayoutEffect, useRef, useState } from 'react';
import { bridgeLayout, whenWords, type BridgePlan } from './bridgeLayout';
import { tookWords } from './days';
import type { Step, StepState } from './wire';

const WORD: Record<StepState, string> = { done: '已过', now: '现在', ahead: '还没到' };

const tookFor = (seconds: number) => `用了${seconds < 60 ? '' : ' '}${tookWords(seconds)}`;

function WideBridge({ plan, used }: { plan: BridgePlan; used: number }) {
  const { ground } = plan;
  return (
    <svg className="bridge" width={plan.width} height={plan.height} aria-hidden="true" focusable="false">
      {plan.spans.map((span, index) => (
        <g key={index}>
          <path className={span.state === 'done' ? 'b-done' : 'b-todo'} d={span.path} />
          {span.state === 'now' && used > 0 && (
            <path className="b-now" pathLength={100} strokeDasharray={`${used} 200`} d={span.path} />
          )}
          {span.label && (
            <text className={`b-dur ${span.state === 'now' ? 'now' : ''}`} x={span.x} y={ground - plan.rise + 25}>
              {span.label}
            </text>
          )}
        </g>
      ))}
      {plan.piers.map((pier, index) => (
        <g key={index} className={`pier ${pier.state}`}>
          <circle cx={pier.x} cy={ground} r={pier.state === 'now' ? 7 : 4.5} />
          {pier.lines.map((line, row) => (
            <text className="b-name" key={row} x={pier.x} y={ground + 26 + row * 19}>
              {line}
            </text>
          ))}
          <text className="b-when" x={pier.x} y={ground + 26 + pier.lines.length * 19}>
            {pier.when}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Downwards: the same curve beside a list, as on a phone. */
export function TallBridge({ steps, nowNote }: { steps: Step[]; nowNote?: string }) {
  return (
    <ol className="tall">
      {steps.map((step, index) => (
        <li
          key={`${step.stage}${index}`}
          className={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <svg viewBox="0 0 26 54" aria-hidden="true" focusable="false">
            {index < steps.length - 1 && <path d="M14 14c-18 10-18 30 0 40" />}
            <circle cx="14" cy="5" r={step.state === 'now' ? 7 : 5} />
          </svg>
          <b>{step.title}</b>
          <small>
            {whenWords(step) === '—' ? WORD.ahead : whenWords(step)}
            {step.state === 'done' && step.tookSeconds != null && `，${tookFor(step.tookSeconds)}`}
            {step.state === 'now' && nowNote && `，${nowNote}`}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** A life as a bridge: way gone solid, way to come dashed, 枫 where we stand. */
export function Bridge({ steps, nowLabel, used }: { steps: Step[]; nowLabel?: string; used?: number }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const plan = bridgeLayout(steps, width, nowLabel);
  const share = Math.round(Math.min(1, Math.max(0, used ?? 0)) * 100);
  return (
    <div ref={box} className="bridgebox">
      {width > 0 &&
        (plan.tall ? (
          <TallBridge steps={steps} {...(nowLabel ? { nowNote: nowLabel } : {})} />
        ) : (
          <>
            <WideBridge plan={plan} used={share} />
            <ol className="sr" aria-label="环节">
              {steps.map((step, index) => (
                <li key={index}>
                  {step.title}：{WORD[step.state]}
                  {step.state === 'done' ? `，${whenWords(step)}` : ''}
                </li>
              ))}
            </ol>
          </>
        ))}
    </div>
  );
}
