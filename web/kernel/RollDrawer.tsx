import { Drawer } from 'antd';
import { useState } from 'react';
import { ProblemError } from '../kit/api';
import { overlays } from '../kit/page';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { useChoices } from '../kit/rollQueries';
import type { Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import type { Roll, Schema } from '../kit/wire';
import type { Choices } from './rollForms';
import { useDeed } from './useDeed';

/** One thing done to a register: its words, what it asks, and what is sent. */
export interface RollDeed {
  title: string;
  button: string;
  roll: Roll;
  form: (choices: Choices) => Schema;
  values: Values;
  send: (values: Values) => Promise<unknown>;
}

function Form({ deed, onDone, onClose }: { deed: RollDeed; onDone: () => void; onClose: () => void }) {
  const [values, setValues] = useState<Values>(deed.values);
  const { busy, refused, run } = useDeed();
  const wanted = deed.roll.fields.find((field) => field.kind === 'line')?.roll ?? '';
  const found = useChoices(wanted);
  const fields = refused instanceof ProblemError && (refused.problem.fields?.length ?? 0) > 0;
  const send = async () => {
    const done = await run(async () => {
      await deed.send(values);
      await client.invalidateQueries({ queryKey: ['rolls'] });
    });
    if (done) onDone();
  };
  return (
    <>
      {(deed.roll.about || deed.roll.article) && (
        <p className="meta" style={{ marginBottom: 12 }}>
          {deed.roll.about}
          {deed.roll.article && `（${deed.roll.article}）`}
        </p>
      )}
      {!!refused && !fields && <Refusal reason={refused} />}
      <SchemaForm
        schema={deed.form({ [wanted]: found.data ?? [] })}
        values={values}
        onChange={setValues}
        onSubmit={() => void send()}
        refused={refused}
      >
        <div className="acts">
          <button className="btn primary" disabled={busy}>
            {busy ? '正在登记' : deed.button}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            先不
          </button>
        </div>
      </SchemaForm>
    </>
  );
}

/** Forms of registers open beside the page; refused, what was typed stays. */
export function RollDrawer({
  deed,
  onDone,
  onClose,
}: {
  deed: RollDeed | null;
  onDone: () => void;
  onClose: () => void;
}) {
  return (
    <Drawer
      open={deed !== null}
      onClose={onClose}
      size={560}
      title={<span>{deed?.title ?? '登记'}</span>}
      destroyOnHidden
      getContainer={overlays}
      aria-label={deed?.title ?? '登记'}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {deed && <Form key={deed.title} deed={deed} onDone={onDone} onClose={onClose} />}
    </Drawer>
  );
}
