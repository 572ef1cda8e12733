import { useState } from 'react';
import { call, newKey } from '../kit/api';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import type { Schema } from '../kit/wire';

/** One thing done to a session: a short form of its own, sent as a move of the matter. */
export function SessionDeed({
  matter,
  version,
  verb,
  title,
  schema,
  before = {},
  bodyFrom,
  onLeave,
}: {
  matter: string;
  version: number;
  verb: string;
  title: string;
  schema: Schema;
  before?: Values;
  bodyFrom: (values: Values) => Record<string, unknown>;
  onLeave: () => void;
}) {
  const [values, setValues] = useState<Values>(before);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const send = async () => {
    setBusy(true);
    setRefused(null);
    try {
      const path = { id: matter, verb };
      await call('post', '/api/matters/{id}/moves/{verb}', { path, body: bodyFrom(values), key, version });
      await client.invalidateQueries({ queryKey: ['matter', matter] });
      void client.invalidateQueries({ queryKey: ['sessions'] });
      onLeave();
    } catch (reason) {
      setRefused(reason);
      setKey(newKey());
      void client.invalidateQueries({ queryKey: ['matter', matter, 'moves'] });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="adding noprint" aria-label={title}>
      <h3 className="sub">{title}</h3>
      {!!refused && <Refusal reason={refused} />}
      <SchemaForm schema={schema} values={values} onChange={setValues} onSubmit={() => void send()} refused={refused}>
        <div className="acts">
          <button className="btn primary" disabled={busy}>
            {busy ? '正在提交' : '提交'}
          </button>
          <button type="button" className="btn" onClick={onLeave}>
            先不
          </button>
        </div>
      </SchemaForm>
    </section>
  );
}
