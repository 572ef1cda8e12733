import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Icon } from '../kit/Icon';
import { usePublicScreen } from '../kit/look';
import { PhoneFrame } from '../kit/PhoneFrame';
import { StepArches } from './StepArches';

export interface StepProps {
  steps: { at: number; count: number };
  kept: boolean;
  onBack?: () => void;
}

/** One page of the asking: where one is, the question, the way on. The question is read first. */
export function StepFrame({
  steps,
  kept,
  onBack,
  title,
  why,
  children,
  next,
  onNext,
  busy,
}: StepProps & {
  title: string;
  why?: string;
  children: ReactNode;
  next: string;
  onNext: () => void;
  busy?: boolean;
}) {
  const shared = usePublicScreen();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  return (
    <PhoneFrame
      name="说一件事"
      {...(onBack ? { onBack } : { back: '/' })}
      footer={
        <>
          {onBack && (
            <button type="button" className="btn" onClick={onBack}>
              上一问
            </button>
          )}
          <button type="submit" form="step" className="btn primary grow" disabled={busy ?? false}>
            {next}
          </button>
        </>
      }
    >
      <StepArches {...steps} />
      <form id="step" noValidate onSubmit={submit}>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {why && (
          <p className="ask">
            <Icon name="info" />
            <span>{why}</span>
          </p>
        )}
        {children}
      </form>
      <p className="saved" role="status">
        {kept && (
          <>
            <Icon name="check" />
            {shared ? '先记在这里，清屏就没有了' : '已存在本机，断网也不会丢'}
          </>
        )}
      </p>
    </PhoneFrame>
  );
}
