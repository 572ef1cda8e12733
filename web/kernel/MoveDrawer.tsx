import { Drawer } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { call, newKey, ProblemError } from '../kit/api';
import { momentWords } from '../kit/days';
import { overlays } from '../kit/page';
import { client, useTrail } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { bodyOf, fieldsOf, kindOf, type Values } from '../kit/schema';
import { FormMatter } from '../kit/fields/parts';
import { SchemaForm } from '../kit/SchemaForm';
import type { CanMove, Matter, MatterRow } from '../kit/wire';
import { DraftLine } from './DraftLine';
import { Grave } from './Grave';
import { useFormDraft } from './useFormDraft';

/** The matter changed under one's hands: what was added since, and one's own words stay. */
function Changed({ id, since, onGo, still }: { id: string; since: number; onGo: () => void; still: boolean }) {
  const trail = useTrail(id);
  const fresh = (trail.data?.pages ?? []).flatMap((page) => page.items).filter((entry) => entry.seq > since);
  return (
    <div>
      {fresh.length > 0 && (
        <p>
          <b>您打开之后，多了 {fresh.length} 条</b>
        </p>
      )}
      {fresh.map((entry) => (
        <div className="changed" key={entry.seq}>
          <b>{entry.verbTitle}</b>{' '}
          <small>
            {entry.actor.name}，{momentWords(entry.occurredAt)}
          </small>
          {entry.said.map((one, at) => (
            <div key={at}>
              {one.title}：{one.value}
            </div>
          ))}
        </div>
      ))}
      {still ? (
        <button type="button" className="btn primary" onClick={onGo}>
          看过了，用新的一版提交
        </button>
      ) : (
        <p>新的一版里，这一步已经不能做了。您写的还在下面，可以抄走。</p>
      )}
    </div>
  );
}

/** One key for one text: the same text sent again is the same deed, a changed text is another. */
function useDeedKey(): (body: string) => string {
  const kept = useRef({ body: '', key: '' });
  return (body) => {
    if (kept.current.body !== body) kept.current = { body, key: newKey() };
    return kept.current.key;
  };
}

/** What the matter says already need not be said again, only changed where it is wrong. */
function knownOf(move: CanMove, matter: Matter, no: string): Values {
  const fields = fieldsOf(move.schema);
  const numbered: Values = no && fields.some(([name]) => name === 'no') ? { no } : {};
  // A matter of which only the county is known has its place still to be found.
  if (matter.area.full === matter.area.name) return numbered;
  return {
    ...numbered,
    ...Object.fromEntries(
      fields.filter(([, field]) => kindOf(field) === 'area').map(([name]) => [name, matter.area.path]),
    ),
  };
}

function MoveForm({
  matter,
  move,
  still,
  since,
  no,
  onClose,
  onDone,
}: {
  matter: Matter;
  move: CanMove;
  still: boolean;
  since: number;
  no: string;
  onClose: () => void;
  onDone: (after: MatterRow) => void;
}) {
  const [known] = useState<Values>(() => knownOf(move, matter, no));
  const [values, setValues] = useState<Values>(known);
  const draft = useFormDraft(`${matter.id}/${move.verb}/${no}`, known, values, setValues);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [word, setWord] = useState('');
  const version = useRef(matter.version);
  const keyOf = useDeedKey();
  const ready = !move.danger || word.trim() === move.title;
  const send = async () => {
    if (!ready || busy) return;
    const body = bodyOf(move.schema, values);
    setBusy(true);
    setRefused(null);
    try {
      const path = { id: matter.id, verb: move.verb };
      const told = { path, body, key: keyOf(JSON.stringify(body)), version: version.current };
      const after = await call('post', '/api/matters/{id}/moves/{verb}', told);
      draft.drop();
      onDone(after);
    } catch (reason) {
      setRefused(reason);
      if (reason instanceof ProblemError && reason.status === 412) {
        await client.invalidateQueries({ queryKey: ['matter', matter.id] });
      }
    } finally {
      setBusy(false);
    }
  };
  const again = () => {
    version.current = matter.version;
    void send();
  };
  const stale = refused instanceof ProblemError && refused.status === 412;
  const onlyFields =
    refused instanceof ProblemError &&
    refused.status === 422 &&
    (refused.problem.fields?.length ?? 0) > 0 &&
    !refused.problem.rule &&
    !refused.problem.article;
  return (
    <>
      {move.hint && !move.danger && (
        <p className="meta" style={{ marginBottom: 12 }}>
          {move.hint}
        </p>
      )}
      {!!refused && !onlyFields && (
        <Refusal reason={refused}>
          {stale && <Changed id={matter.id} since={since} still={still} onGo={again} />}
        </Refusal>
      )}
      <DraftLine found={draft.found} savedAt={draft.savedAt} onAgain={draft.again} />
      {move.danger && <Grave move={move} word={word} onWord={setWord} onHold={onClose} />}
      <FormMatter value={matter.id}>
        <SchemaForm
          schema={move.schema}
          values={values}
          onChange={setValues}
          onSubmit={() => void send()}
          refused={refused}
          place={matter.area.path}
        >
          <div className="acts">
            <button
              className={`btn ${move.danger ? 'danger' : 'primary'} ${ready ? '' : 'off'}`}
              disabled={busy}
              aria-disabled={!ready}
            >
              {busy ? '正在提交' : move.title}
            </button>
            {!move.danger && (
              <button type="button" className="btn" onClick={onClose}>
                先不
              </button>
            )}
          </div>
        </SchemaForm>
      </FormMatter>
    </>
  );
}

/**
 * The form of one move, drawn from its record. Refused or stale, what was typed stays.
 * `no` is the one of many it was opened for, such as the third file.
 */
export function MoveDrawer({
  matter,
  moves,
  verb,
  since,
  no = '',
  onClose,
  onDone,
}: {
  matter: Matter;
  moves: CanMove[];
  verb: string;
  since: number;
  no?: string;
  onClose: () => void;
  onDone: (after: MatterRow) => void;
}) {
  // The move as it was when the form was opened: a fresh list must not take the form away.
  const [kept, setKept] = useState<CanMove | null>(null);
  const found = moves.find((one) => one.verb === verb) ?? null;
  useEffect(() => {
    setKept((old) => (old?.verb === verb ? old : found));
  }, [verb, found]);
  const move = kept?.verb === verb ? kept : found;
  let body: ReactNode = <p className="meta">这一步现在不能做，原因列在“现在还不能”里。</p>;
  if (move) {
    body = (
      <MoveForm
        key={`${verb} ${no}`}
        matter={matter}
        move={move}
        no={no}
        still={!!found}
        since={since}
        onClose={onClose}
        onDone={onDone}
      />
    );
  }
  return (
    <Drawer
      open={verb !== ''}
      onClose={onClose}
      size={560}
      title={<span>{move?.title ?? '办一步'}</span>}
      destroyOnHidden
      getContainer={overlays}
      aria-label={move?.title ?? '办一步'}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <p className="meta" style={{ marginBottom: 12 }}>
        {matter.title}，{matter.code}
      </p>
      {body}
    </Drawer>
  );
}
