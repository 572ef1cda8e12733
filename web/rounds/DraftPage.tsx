import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { PhoneFrame } from '../kit/PhoneFrame';
import { Loading } from '../kit/States';
import { Icon } from '../kit/Icon';
import { bare, mayWrite, type Draft, type Held, type Seen } from './draft';
import { Frozen } from './Frozen';
import { HeldForm } from './HeldForm';
import { heldFaults, seenFaults, type SaidFault } from './faults';
import type { Officer } from './officer';
import type { Plan } from './plan';
import { SeenForm } from './SeenForm';
import { Turned } from './Turned';
import type { Outbox } from './useRounds';

export type Change = (work: (draft: Draft) => Draft) => Promise<void>;

/** A draft as it is kept; each change is kept before anything else is done with it. */
function useDraft(id: string, outbox: Outbox) {
  const { drafts } = outbox;
  const [draft, setDraft] = useState<Draft | null | undefined>(undefined);
  const [fault, setFault] = useState('');
  useEffect(() => {
    void drafts.find(id).then((found) => setDraft((old) => old ?? found));
  }, [drafts, id]);
  // what sending changes is read again; what is being written stays as it stands on the page
  useEffect(() => {
    const kept = outbox.list.find((one) => one.id === id);
    if (kept) setDraft((old) => (old && mayWrite(old) && mayWrite(kept) && old.state === kept.state ? old : kept));
  }, [outbox.list, id]);
  const change: Change = useCallback(
    async (work) => {
      const marked = (old: Draft) => ({ ...work(old), changed: new Date().toISOString() });
      setDraft((old) => (old ? marked(old) : old));
      try {
        await drafts.change(id, marked);
        setFault('');
      } catch {
        setFault('这台手机存不下了，刚写的没有存住。请先送出，或者腾出地方。');
      }
    },
    [drafts, id],
  );
  return { draft, change, fault };
}

const TITLES = { seen: '报一件看到的', held: '记一次会面' };

/** One draft: written, enclosed, signed, sent. */
export function DraftPage({
  id,
  officer,
  online,
  plan,
  outbox,
}: {
  id: string;
  officer: Officer;
  online: boolean;
  plan: Plan | null;
  outbox: Outbox;
}) {
  const { draft, change, fault } = useDraft(id, outbox);
  const [, setSearch] = useSearchParams();
  const [faults, setFaults] = useState<SaidFault[]>([]);
  const [dropping, setDropping] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const leave = () => {
    void outbox.refresh();
    setSearch({});
  };
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);
  // what was put right is no longer said to be wrong
  useEffect(() => {
    if (!draft) return;
    const now = draft.said.kind === 'seen' ? seenFaults(draft.said) : heldFaults(draft.said);
    setFaults((old) => old.filter((one) => now.some((still) => still.name === one.name)));
  }, [draft]);
  if (draft === undefined) {
    return (
      <PhoneFrame name="巡查" onBack={leave}>
        <h1 className="sr">正在取草稿</h1>
        <Loading what="草稿" />
      </PhoneFrame>
    );
  }
  if (draft === null) {
    return (
      <PhoneFrame name="巡查" onBack={leave}>
        <h1>没有这份草稿</h1>
        <p>送到的、删掉的就不在手机上了。</p>
      </PhoneFrame>
    );
  }
  const { said } = draft;
  const writable = mayWrite(draft);
  const send = async () => {
    const found = said.kind === 'seen' ? seenFaults(said) : heldFaults(said);
    setFaults(found);
    setAttempt((old) => old + 1);
    if (found.length) return;
    await change((old) => ({
      ...bare(old),
      state: 'ready',
      readyAt: new Date().toISOString(),
      ...(old.said.kind === 'seen' && !old.said.scene ? { said: { ...old.said, scene: plan?.scene ?? '' } } : {}),
    }));
    await outbox.refresh();
    setSearch({});
    if (online) void outbox.flush();
  };
  const write = (next: Seen | Held) => {
    // written on after it was handed over: it is taken back until it is handed over again
    void change((old) => {
      if (!mayWrite(old)) return old;
      return { ...old, said: next, state: old.state === 'ready' ? 'open' : old.state };
    });
  };
  const drop = async () => {
    await outbox.drafts.drop(id);
    leave();
  };
  const problem = draft.problem;
  const given = { draft, officer, faults, change, outbox };
  return (
    <PhoneFrame
      name="巡查"
      onBack={leave}
      footer={
        writable ? (
          <button type="button" className="btn primary grow" onClick={() => void send()}>
            {online ? '送出' : '写好了，有网络就送'}
          </button>
        ) : undefined
      }
    >
      <h1>{TITLES[said.kind]}</h1>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {problem && (
        <Turned draft={draft} problem={problem} online={online} change={change} outbox={outbox} onSent={leave} />
      )}
      {faults.length > 0 && (
        <div className="summary" role="alert" tabIndex={-1} ref={summary}>
          <p>
            <b>还差 {faults.length} 处，没有送</b>
          </p>
          <ol>
            {faults.map((one) => (
              <li key={one.name}>
                <a href={`#${one.name}`} onClick={() => setTimeout(() => document.getElementById(one.name)?.focus())}>
                  {one.message}
                </a>
              </li>
            ))}
          </ol>
        </div>
      )}
      {!writable && <Frozen draft={draft} change={change} outbox={outbox} />}
      {writable && said.kind === 'seen' && (
        <SeenForm said={said} plan={plan} online={online} onWrite={write} {...given} />
      )}
      {writable && said.kind === 'held' && (
        <HeldForm said={said} onWrite={write} {...given} />
      )}
      {writable && (
        <>
          <p className="saved">
            <Icon name="check" />
            写一个字存一次，存在这台手机上
          </p>
          {!dropping && (
            <button type="button" className="btn quiet" onClick={() => setDropping(true)}>
              不要这份了
            </button>
          )}
          {dropping && (
            <div className="refusal" role="group" aria-label="删掉这份草稿">
              <div>
                <p>
                  <b>删掉就没有了，照片、录音、签名也一起删掉</b>
                </p>
                <div className="acts">
                  <button type="button" className="btn" autoFocus onClick={() => setDropping(false)}>
                    先不删
                  </button>
                  <button type="button" className="btn danger" onClick={() => void drop()}>
                    删掉
                  </button>
                </div>
              </div>
            </div>
          )}
        </>
      )}
    </PhoneFrame>
  );
}
