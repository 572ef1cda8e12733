import { useId, useState } from 'react';
import { call, newKey } from '../kit/api';
import { momentWords } from '../kit/days';
import { Refusal } from '../kit/Refusal';
import { Loading } from '../kit/States';
import type { Asking, OwnData } from '../kit/wire';
import type { Asked } from './ProgressPage';

const KIND = 'OTHER';
const LEAST = 2;
const MOST = 1000;

/** Somebody has something to ask about a matter of theirs: the question is kept, and so is the answer. */
export function OwnQuestions({ asked }: { asked: Asked }) {
  const id = useId();
  const [own, setOwn] = useState<OwnData | null>(null);
  const [words, setWords] = useState('');
  const [fault, setFault] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState(false);
  const [key, setKey] = useState(newKey);
  const run = async (work: () => Promise<OwnData>): Promise<boolean> => {
    setBusy(true);
    setRefused(null);
    try {
      setOwn(await work());
      return true;
    } catch (reason) {
      setRefused(reason);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const ask = async () => {
    const said = words.trim();
    const signs = Array.from(said).length;
    const wrong = signs < LEAST ? '还没写想问什么' : signs > MOST ? `最多 ${MOST} 字，现在 ${signs} 字` : '';
    setFault(wrong);
    if (wrong) return;
    const body: Asking = { ...asked, kind: KIND, words: said };
    if (!(await run(() => call('post', '/api/public/own/requests', { body, key })))) return;
    setWords('');
    setTold(true);
    setKey(newKey());
  };
  const kind = own?.kinds.find((one) => one.kind === KIND);
  const before = own?.requests.filter((one) => one.title === kind?.title) ?? [];
  return (
    <details
      className="own"
      onToggle={(event) => {
        if (event.currentTarget.open && !own && !busy) void run(() => call('post', '/api/public/own', { body: asked }));
      }}
    >
      <summary>有话要问承办单位</summary>
      {!!refused && <Refusal reason={refused} />}
      {busy && !own && <Loading what="您问过的" />}
      <div role="status">{told && <p className="intact">问到了。答复写在这里，您随时来看。</p>}</div>
      {before.length > 0 && (
        <>
          <h3>您问过的</h3>
          <ul>
            {before.map((one) => (
              <li key={one.at}>
                <b>{one.stageTitle}</b>
                {one.lines
                  .filter((line) => line.value !== one.title)
                  .map((line) => (
                    <p key={line.title}>
                      {line.title}：{line.value}
                    </p>
                  ))}
                <small>{momentWords(one.at)} 问的</small>
              </li>
            ))}
          </ul>
        </>
      )}
      {own && !kind && <p>这件事现在不能在网上问，请打电话。</p>}
      {kind && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <label className="label" htmlFor={id}>
            想问什么
          </label>
          <textarea
            id={id}
            className="in said"
            rows={3}
            value={words}
            aria-invalid={!!fault || undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onChange={(event) => {
              setWords(event.target.value);
              setFault('');
              setTold(false);
            }}
          />
          {fault && (
            <p className="fault" id={`${id}-fault`} role="alert">
              {fault}
            </p>
          )}
          <button className="btn primary" disabled={busy}>
            {busy ? '正在送' : '问一问'}
          </button>
        </form>
      )}
    </details>
  );
}
