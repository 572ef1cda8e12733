import { useState } from 'react';
import { useDeed } from '../kernel/useDeed';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { DemoMoved } from '../kit/wire';
import { useLang } from '../kit/words';
import type { Journey } from './journey';
import { Step } from './Step';

/** Moves the clock of the demo past the next limit of this matter: its proof and its alarm are then there to see. */
export function ClockStep({
  journey,
  done,
  onDone,
  onSignIn,
}: {
  journey: Journey | null;
  done: boolean;
  onDone: () => void;
  onSignIn: () => Promise<void>;
}) {
  const { say } = useLang();
  const [moved, setMoved] = useState<DemoMoved | null>(null);
  const { busy, refused, run } = useDeed();
  const move = () =>
    run(async () => {
      setMoved(await call('post', '/api/demo/clock', { body: { matter: journey?.id ?? '' } }));
      // days have passed: whoever was signed in has to come in again
      await onSignIn();
      await client.invalidateQueries();
      onDone();
    });
  return (
    <Step no={3} done={done} waits={journey === null} title={say('让时间走过期限', 'Let time run past the deadline')}>
      <p>
        {say(
          '演示的钟可以往前拨。过了期限，谁该办、超了多久、怎么算的，都查得到，系统自己报到上级。',
          'The clock moves on. Past the deadline one sees who was due and how it was computed; the superior is told.',
        )}
      </p>
      {!!refused && <Refusal reason={refused} />}
      <div className="act">
        {moved && (
          <p role="status">
            {say(
              `现在是 ${momentWords(moved.now)}，过了“${moved.title}”的期限，响了 ${moved.alarms} 个提醒。`,
              `Now it is ${moved.now.slice(0, 16)}, past the limit “${moved.title}”; alarms rung: ${moved.alarms}.`,
            )}
          </p>
        )}
        {moved && (
          <a className="btn primary" href={`/desk/matters/${journey?.id ?? ''}`} target="_blank" rel="noreferrer">
            {say('看期限是怎么算的', 'See how the deadline was computed')}
          </a>
        )}
        {moved && (
          <a className="btn" href="/desk/alerts" target="_blank" rel="noreferrer">
            {say('看提醒', 'See the alarm')}
          </a>
        )}
        <button
          type="button"
          className={moved ? 'btn quiet' : 'btn primary'}
          disabled={!journey || busy}
          onClick={() => void move()}
        >
          {busy
            ? say('正在拨钟', 'Moving the clock')
            : moved
              ? say('再过下一个期限', 'Past the next one')
              : say('拨到期限以后', 'Move the clock')}
        </button>
      </div>
    </Step>
  );
}
