import { useId, useState } from 'react';
import { newKey } from '../kit/api';
import { addFile, sizeWords } from '../kit/parcels';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import type { Schema } from '../kit/wire';

/** What the file itself tells is not asked; a masked copy is asked for only where there is something to copy. */
function asked(schema: Schema, many: number): Schema {
  const leftOut = new Set(['sha256', 'name', ...(many ? [] : ['copyOf'])]);
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !leftOut.has(name))),
    required: schema.required?.filter((name) => !leftOut.has(name)) ?? [],
    'x-order': schema['x-order']?.filter((name) => !leftOut.has(name)) ?? [],
  };
}

/** Chooses a file, says what it is, and sends it: its hash is computed here and compared where it arrives. */
export function FileForm({
  matter,
  schema,
  many,
  onLeave,
}: {
  matter: string;
  schema: Schema;
  many: number;
  onLeave: () => void;
}) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [key, setKey] = useState(newKey);
  const form = asked(schema, many);
  const send = async () => {
    if (!file) return;
    setRefused(null);
    setSent(0);
    try {
      await addFile(matter, bodyOf(form, values), file, key, setSent);
      void client.invalidateQueries({ queryKey: ['matter', matter] });
      onLeave();
    } catch (reason) {
      setRefused(reason);
      setKey(newKey());
    } finally {
      setSent(null);
    }
  };
  return (
    <section className="adding noprint" aria-label="添加材料">
      {!!refused && <Refusal reason={refused} />}
      <label className="label" htmlFor={id}>
        选一份文件
      </label>
      <p className="meta">照片、录音、录像、PDF、OFD、Word、Excel。传到后封存，不能删，只能标明不用。</p>
      <input
        id={id}
        className="in"
        type="file"
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null);
          setKey(newKey());
        }}
      />
      {file && (
        <p className="meta">
          {file.name}，{sizeWords(file.size)}
        </p>
      )}
      <SchemaForm schema={form} values={values} onChange={setValues} onSubmit={() => void send()} refused={refused}>
        <button className="btn primary" disabled={!file || sent !== null}>
          {sent === null ? '添加' : file && sent > 0 ? `已传 ${sizeWords(sent)}，共 ${sizeWords(file.size)}` : '正在核对并上传'}
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          不加了
        </button>
      </SchemaForm>
    </section>
  );
}
