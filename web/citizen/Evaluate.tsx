import { useState } from 'react';
import { call, newKey } from '../kit/api';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import type { Progress, Schema } from '../kit/wire';
import type { Asked } from './ProgressPage';

const SCHEMA: Schema = {
  properties: {
    grade: {
      type: 'string',
      title: '这件事办得怎么样？',
      'x-kind': 'choice',
      enum: ['SATISFIED', 'FAIRLY', 'DISSATISFIED'],
      'x-titles': { SATISFIED: '满意', FAIRLY: '基本满意', DISSATISFIED: '不满意' },
      'x-why': '怎么评都不影响已经达成的结果。评价会记进轨迹，办事的人改不了。',
    },
    words: { type: 'string', title: '还想说的', 'x-kind': 'longText', maxLength: 500 },
  },
  required: ['grade'],
  'x-order': ['grade', 'words'],
};

export function Evaluate({ asked, onDone }: { asked: Asked; onDone: (progress: Progress) => void }) {
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const send = async () => {
    setBusy(true);
    setRefused(null);
    try {
      onDone(
        await call('post', '/api/public/evaluations', { body: { ...asked, ...bodyOf(SCHEMA, values) }, key }),
      );
    } catch (reason) {
      setRefused(reason);
      setBusy(false);
    }
  };
  return (
    <section className="paper" aria-label="请您评价">
      {!!refused && <Refusal reason={refused} />}
      <SchemaForm schema={SCHEMA} values={values} onChange={setValues} onSubmit={() => void send()} refused={refused}>
        <button className="btn primary" disabled={busy}>
          {busy ? '正在提交' : '交评价'}
        </button>
      </SchemaForm>
    </section>
  );
}
