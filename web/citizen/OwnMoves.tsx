import { useState } from 'react';
import { call, newKey } from '../kit/api';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import type { Progress, Schema } from '../kit/wire';
import type { Asked } from './ProgressPage';

type OwnMove = Progress['moves'][number];

interface Given {
  move: OwnMove;
  asked: Asked;
  onDone: (progress: Progress) => void;
  onBack: () => void;
}

function Making({ move, asked, onDone, onBack }: Given) {
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const schema = move.schema as unknown as Schema;
  const send = async () => {
    setBusy(true);
    setRefused(null);
    try {
      const body = { ...asked, ...bodyOf(schema, values) };
      onDone(await call('post', '/api/public/moves/{verb}', { path: { verb: move.verb }, body, key }));
    } catch (reason) {
      setRefused(reason);
      setBusy(false);
    }
  };
  return (
    <section className="paper" aria-label={move.title}>
      {!!refused && <Refusal reason={refused} />}
      <SchemaForm schema={schema} values={values} onChange={setValues} onSubmit={() => void send()} refused={refused}>
        <div className="acts">
          <button className="btn primary" disabled={busy}>
            {busy ? '正在提交' : `确认${move.title}`}
          </button>
          <button type="button" className="btn" onClick={onBack}>
            不{move.title}了
          </button>
        </div>
      </SchemaForm>
    </section>
  );
}

/** What somebody may do in a matter of theirs by themselves: take it back, have it opened again. */
export function OwnMoves({
  moves,
  asked,
  onDone,
}: {
  moves: OwnMove[];
  asked: Asked;
  onDone: (progress: Progress) => void;
}) {
  const [open, setOpen] = useState<OwnMove | null>(null);
  if (moves.length === 0) return null;
  return (
    <>
      <h2>您可以</h2>
      {open ? (
        <Making
          key={open.verb}
          move={open}
          asked={asked}
          onDone={(progress) => {
            setOpen(null);
            onDone(progress);
          }}
          onBack={() => setOpen(null)}
        />
      ) : (
        <ul className="happened">
          {moves.map((move) => (
            <li key={move.verb}>
              <button type="button" className="btn" onClick={() => setOpen(move)}>
                {move.title}
              </button>
              <small>
                {move.hint}
                {move.danger && '。不能反悔'}
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
