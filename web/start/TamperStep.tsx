import { useState } from 'react';
import { useDeed } from '../kernel/useDeed';
import { call } from '../kit/api';
import { Refusal } from '../kit/Refusal';
import type { DemoTampered } from '../kit/wire';
import { useLang } from '../kit/words';
import type { Journey } from './journey';
import { Step } from './Step';

/** Somebody with every right on the database changes one word of a copy; the command that anybody may run names it. */
export function TamperStep({ journey, done, onDone }: { journey: Journey | null; done: boolean; onDone: () => void }) {
  const { say } = useLang();
  const [found, setFound] = useState<DemoTampered | null>(null);
  const { busy, refused, run } = useDeed();
  const tamper = () =>
    run(async () => {
      setFound(await call('post', '/api/demo/tamper', { body: { matter: journey?.id ?? '' } }));
      onDone();
    });
  return (
    <Step
      no={4}
      done={done}
      waits={journey === null}
      title={say('改一个字，看瞒不瞒得住', 'Change one word and try to hide it')}
    >
      <p>
        {say(
          '把整个数据库抄一份，像管数据库的人那样改掉一个字，再运行核验。原来的数据一点不动，抄的那份随后删掉。',
          'The database is copied, one word changed as its administrator could, then verify runs. The copy is deleted.',
        )}
      </p>
      {!!refused && <Refusal reason={refused} />}
      <div className="act">
        <button
          type="button"
          className={found ? 'btn quiet' : 'btn primary'}
          disabled={!journey || busy}
          onClick={() => void tamper()}
        >
          {busy
            ? say('正在抄一份、改、核验，一分钟以内', 'Copying, changing, verifying: within a minute')
            : found
              ? say('再改一次', 'Once more')
              : say('改一份副本并核验', 'Tamper with a copy and verify')}
        </button>
      </div>
      {found && (
        <div role="status">
          <p>
            {say(`改的是第 ${found.changed.entry} 条`, `Changed in entry ${found.changed.entry}`)}（
            {found.changed.field}）：<del>{found.changed.before}</del> → <ins>{found.changed.after}</ins>
          </p>
          <pre tabIndex={0} aria-label={say('核验说了什么', 'What verify said')} lang="zh-CN">
            $ {found.command}
            {'\n'}
            {found.output}
          </pre>
        </div>
      )}
    </Step>
  );
}
