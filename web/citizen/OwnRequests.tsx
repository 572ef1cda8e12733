import { useState } from 'react';
import { call, newKey } from '../kit/api';
import { momentWords } from '../kit/days';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import type { Asking, OwnData, Schema } from '../kit/wire';
import type { Asked } from './ProgressPage';

function schemaOf(kinds: OwnData['kinds']): Schema {
  return {
    properties: {
      kind: {
        type: 'string',
        title: '您请求什么？',
        'x-kind': 'choice',
        enum: kinds.map((each) => each.kind),
        'x-titles': Object.fromEntries(kinds.map((each) => [each.kind, each.title])),
      },
      words: {
        type: 'string',
        title: '说说情况',
        'x-kind': 'longText',
        maxLength: 1000,
        'x-why': '哪里写错了、应当是什么；谁看的不该看；谁应当回避，为什么。对查看有异议和请人回避，由上一级单位处理。',
      },
    },
    required: ['kind', 'words'],
    'x-order': ['kind', 'words'],
  };
}

/** What was asked for and what became of it. */
function Told({ requests }: { requests: OwnData['requests'] }) {
  return (
    <ul>
      {requests.map((one) => (
        <li key={one.at + one.title}>
          <b>
            {one.title}：{one.stageTitle}
          </b>
          {one.lines
            .filter((line) => line.value !== one.title)
            .map((line) => (
              <p key={line.title}>
                {line.title}：{line.value}
              </p>
            ))}
          <small>{momentWords(one.at)} 提出</small>
        </li>
      ))}
    </ul>
  );
}

/** Asks for a correction, a copy, deletion; objects to a look or to whoever handles the matter. */
export function OwnRequests({ own, asked, onDone }: { own: OwnData; asked: Asked; onDone: (own: OwnData) => void }) {
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const schema = schemaOf(own.kinds);
  const send = async () => {
    setBusy(true);
    setRefused(null);
    try {
      const body = { ...asked, ...bodyOf(schema, values) } as Asking;
      onDone(await call('post', '/api/public/own/requests', { body, key }));
      setOpen(false);
      setValues({});
      setKey(newKey());
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {own.requests.length > 0 && <h3>您提出过的</h3>}
      <Told requests={own.requests} />
      {!open && own.kinds.length > 0 && (
        <button className="btn" onClick={() => setOpen(true)}>
          提出请求
        </button>
      )}
      {open && (
        <section aria-label="提出请求">
          {!!refused && <Refusal reason={refused} />}
          <SchemaForm
            schema={schema}
            values={values}
            onChange={setValues}
            onSubmit={() => void send()}
            refused={refused}
          >
            <button className="btn primary" disabled={busy}>
              {busy ? '正在提交' : '交请求'}
            </button>
          </SchemaForm>
        </section>
      )}
    </>
  );
}
