import { clockOf, dayOf, dayWords } from '../kit/days';
import { Icon } from '../kit/Icon';
import type { Check, Verdict } from '../kit/proof/check';
import { Shape } from '../kit/Status';
import { ReceiptPicture } from './ReceiptPicture';

const HEADS = { ok: '对得上，没有被改过', waiting: '签了字，还在排队进总账', bad: '对不上' };

function Big({ state }: { state: Verdict['state'] }) {
  const inner = { ok: 'M46 48l14 14 28-30', waiting: 'M66 30v22l14 8', bad: 'M50 34l32 30M82 34l-32 30' }[state];
  return (
    <svg
      className={`big ${state === 'ok' ? '' : state === 'bad' ? 'bad' : 'wait'}`}
      viewBox="0 0 132 76"
      aria-hidden="true"
    >
      <path d="M12 70a54 54 0 0 1 108 0" />
      <path d={inner} />
    </svg>
  );
}

function Line({ check }: { check: Check }) {
  const waiting = check.state === 'waiting';
  return (
    <li className={check.state === 'bad' ? 'bad' : waiting ? 'todo' : ''}>
      {check.state === 'ok' ? <Icon name="check" /> : <Shape tone={waiting ? 'grey' : 'red'} />}
      <b>
        {check.title}
        {check.state === 'bad' && '：不成立'}
      </b>
      <small className="meta">{check.detail}</small>
    </li>
  );
}

function Meaning({ verdict, whole }: { verdict: Verdict; whole: boolean }) {
  const when = verdict.recordedAt ? `${dayWords(dayOf(verdict.recordedAt))} ${clockOf(verdict.recordedAt)} ` : '';
  const proves = {
    ok: `${when}收到${whole ? '您的反映' : '这一条'}，此后没有改、没有删。`,
    waiting: `${when}我们签字答应记下这一条。60 秒内会排进总账，到时再核。`,
    bad: '什么都不能证明。上面打红三角的一处，说的和算的不一样。',
  }[verdict.state];
  return (
    <dl className="what">
      <div>
        <dt>能证明</dt>
        <dd>{proves}</dd>
      </div>
      <div>
        <dt>不证明</dt>
        <dd>
          内容是否属实，结果是否公平。{!whole && '只用回执号，也核不了您手里的原话；要核原话，请打开存下的回执文件。'}
        </dd>
      </div>
      {verdict.state === 'bad' && (
        <div>
          <dt>怎么办</dt>
          <dd>
            先确认回执没有抄错、文件没有动过。还是对不上，请把这一页打印下来，带着回执到窗口，或向上一级单位反映。
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The verdict, how it was computed, what it proves and what it does not. */
export function VerdictView({ verdict, seconds, whole }: { verdict: Verdict; seconds: number; whole: boolean }) {
  const wrong = verdict.checks.filter((check) => check.state === 'bad');
  return (
    <>
      <div className="res" role="status">
        <Big state={verdict.state} />
        <h1>{verdict.state === 'bad' ? `对不上，有 ${wrong.length} 处` : HEADS[verdict.state]}</h1>
        <p className="meta">
          就在您这台机器里算的，{seconds < 0.1 ? '不到 0.1' : seconds.toFixed(1)} 秒，没问我们要结论
        </p>
      </div>
      <ul className="ck">
        {verdict.checks.map((check) => (
          <Line key={check.name} check={check} />
        ))}
      </ul>
      {verdict.state !== 'waiting' && <ReceiptPicture verdict={verdict} />}
      <Meaning verdict={verdict} whole={whole} />
    </>
  );
}
