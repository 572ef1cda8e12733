import { useEffect, useId, useState } from 'react';
import { call, newKey } from '../kit/api';
import { clockOf, dayOf, momentWords, weekday } from '../kit/days';
import { Refusal } from '../kit/Refusal';
import type { OwnSession } from '../kit/wire';
import type { Asked } from './ProgressPage';

function One({ asked, session, onNew }: { asked: Asked; session: OwnSession; onNew: (all: OwnSession[]) => void }) {
  const id = useId();
  const [wish, setWish] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const answer = async (reply: 'COMING' | 'NOT') => {
    setBusy(true);
    setRefused(null);
    try {
      const body = { ...asked, session: session.no, reply, ...(wish.trim() ? { wish: wish.trim() } : {}) };
      onNew((await call('post', '/api/public/own/sessions/answer', { body, key: newKey() })).items);
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="nowbox" aria-label={`${session.kindTitle}，${momentWords(session.starts)}`}>
      <h2>
        <span>
          {session.kindTitle}：{weekday(dayOf(session.starts))} {momentWords(session.starts)}–{clockOf(session.ends)}
        </span>
      </h2>
      <p>
        地点：{session.where}，{session.office}
      </p>
      <p role="status">
        您的答复：{session.replyTitle}
        {session.wish && `，“${session.wish}”`}
      </p>
      {!!refused && <Refusal reason={refused} />}
      <label className="label" htmlFor={id}>
        想改到什么时候，或者有什么要说的（可以不填）
      </label>
      <input id={id} className="in" maxLength={300} value={wish} onChange={(event) => setWish(event.target.value)} />
      <div className="acts">
        <button type="button" className="btn primary" disabled={busy} onClick={() => void answer('COMING')}>
          我能来
        </button>
        <button type="button" className="btn" disabled={busy} onClick={() => void answer('NOT')}>
          来不了
        </button>
      </div>
    </section>
  );
}

/** When and where one is expected next; nobody else is named. */
export function OwnSessions({ asked }: { asked: Asked }) {
  const [all, setAll] = useState<OwnSession[]>([]);
  const [refused, setRefused] = useState<unknown>(null);
  const { code, phoneLast4 } = asked;
  useEffect(() => {
    call('post', '/api/public/own/sessions', { body: { code, phoneLast4 } }).then(
      (found) => setAll(found.items),
      (reason: unknown) => setRefused(reason),
    );
  }, [code, phoneLast4]);
  if (refused) return <Refusal reason={refused} />;
  if (!all.length) return null;
  return (
    <>
      <h2>请您到场</h2>
      {all.map((session) => (
        <One key={session.no} asked={asked} session={session} onNew={setAll} />
      ))}
    </>
  );
}
