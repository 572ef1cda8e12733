import { Fragment, useState } from 'react';
import { call } from '../kit/api';
import { client } from '../kit/queries';
import { useMappings } from '../kit/registerQueries';
import { Refusal } from '../kit/Refusal';
import type { RegisterMapping, RegisterPreview } from '../kit/wire';
import { RegisterPlaces } from './RegisterPlaces';
import { RegisterWords } from './RegisterWords';
import { sureness } from './registerWords';
import { useDeed } from './useDeed';

type FormField = RegisterPreview['scenes'][number]['fields'][number];

interface Told {
  preview: RegisterPreview;
  mapping: RegisterMapping;
  onChange: (mapping: RegisterMapping) => void;
}

function without(map: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
}

/** One field: which column it is, or what holds for every line. */
function FieldRow({ field, preview, mapping, onChange }: Told & { field: FormField }) {
  const column = mapping.columns[field.name] ?? '';
  const id = `field-${field.name}`;
  const fault = preview.faults[field.name];
  const sure = column ? sureness(preview.confidence[field.name]) : '';
  return (
    <div className="fld">
      <label htmlFor={id}>
        {field.title}
        {field.required ? '（必填）' : ''}
      </label>
      <select
        id={id}
        className="in"
        value={column}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) =>
          onChange({
            ...mapping,
            columns: event.target.value
              ? { ...mapping.columns, [field.name]: event.target.value }
              : without(mapping.columns, field.name),
          })
        }
      >
        <option value="">表里没有这一栏</option>
        {preview.headings.filter(Boolean).map((heading) => (
          <option key={heading}>{heading}</option>
        ))}
      </select>
      {sure ? <small className="meta">{sure}</small> : null}
      {!column && (field.required || mapping.fixed[field.name] !== undefined) ? (
        <input
          className="in"
          aria-label={`${field.title}：每一行都填`}
          placeholder="每一行都填"
          value={mapping.fixed[field.name] ?? ''}
          onChange={(event) =>
            onChange({ ...mapping, fixed: { ...mapping.fixed, [field.name]: event.target.value } })
          }
        />
      ) : null}
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  );
}

/** Mappings my office keeps: taken over, or this one kept for the next register. */
function Kept({ mapping, onChange }: Pick<Told, 'mapping' | 'onChange'>) {
  const kept = useMappings().data?.items ?? [];
  const [name, setName] = useState('');
  const [done, setDone] = useState('');
  const { busy, refused, run } = useDeed();
  const keep = () =>
    run(async () => {
      const now = await call('post', '/api/import-mappings', { body: { name, mapping } });
      setDone(`已存为“${now.name}”第 ${now.version} 版。`);
      await client.invalidateQueries({ queryKey: ['import-mappings'] });
    });
  return (
    <div className="fld">
      {kept.length ? (
        <label>
          用以前存的对应关系
          <select
            className="in"
            value=""
            onChange={(event) => {
              const found = kept.find((each) => each.name === event.target.value);
              if (found) onChange({ ...found.mapping, sheet: mapping.sheet, header: mapping.header });
            }}
          >
            <option value="">不用</option>
            {kept.map((each) => (
              <option key={each.name} value={each.name}>
                {each.name}（第 {each.version} 版）
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        把现在的对应关系存起来，下次直接用
        <input className="in" value={name} placeholder="起个名字" onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="button" className="btn sm" disabled={busy || !name.trim()} onClick={() => void keep()}>
        存起来
      </button>
      <p role="status">{done}</p>
      {refused ? <Refusal reason={refused} /> : null}
    </div>
  );
}

/** Which column is what. */
export function RegisterMapper({ preview, mapping, onChange }: Told) {
  const scene = preview.scenes.find((each) => each.name === mapping.scene);
  const fields = scene?.fields ?? [];
  const headings = preview.headings.filter(Boolean);
  const claimed = (heading: string, yes: boolean) =>
    onChange({
      ...mapping,
      claims: yes ? [...mapping.claims, heading] : mapping.claims.filter((each) => each !== heading),
    });
  return (
    <>
      <h2>哪一栏是什么</h2>
      {fields.map((field) => (
        <FieldRow key={field.name} field={field} preview={preview} mapping={mapping} onChange={onChange} />
      ))}
      <div className="fld">
        <label htmlFor="number">台账自己的编号</label>
        <select
          id="number"
          className="in"
          value={mapping.number ?? ''}
          onChange={(event) => {
            const { number: _before, ...rest } = mapping;
            onChange(event.target.value ? { ...rest, number: event.target.value } : rest);
          }}
        >
          <option value="">没有，按整行内容认</option>
          {headings.map((heading) => (
            <option key={heading}>{heading}</option>
          ))}
        </select>
      </div>
      <fieldset className="fld ticks">
        <legend>照原话留存、注明“原登记称”的栏目</legend>
        {headings.map((heading) => (
          <label key={heading}>
            <input
              type="checkbox"
              checked={mapping.claims.includes(heading)}
              onChange={(event) => claimed(heading, event.target.checked)}
            />{' '}
            {heading}
          </label>
        ))}
      </fieldset>
      {fields.map((field) => (
        <Fragment key={field.name}>
          {field.kind === 'area' ? (
            <RegisterPlaces words={preview.words[field.name] ?? []} mapping={mapping} onChange={onChange} />
          ) : (
            <RegisterWords
              field={field}
              words={preview.words[field.name] ?? []}
              mapping={mapping}
              onChange={onChange}
            />
          )}
        </Fragment>
      ))}
      <fieldset className="fld ticks">
        <legend>这些事现在</legend>
        <label>
          <input
            type="radio"
            name="way"
            checked={mapping.way === 'BACKLOG'}
            onChange={() => onChange({ ...mapping, way: 'BACKLOG' })}
          />{' '}
          还要办：期限从导入起，一天一批地开始
        </label>
        <label>
          <input
            type="radio"
            name="way"
            checked={mapping.way === 'ENDED'}
            onChange={() => onChange({ ...mapping, way: 'ENDED' })}
          />{' '}
          早已办结：只存档，不计期限，不算本系统办结
        </label>
        <label>
          <input
            type="checkbox"
            checked={mapping.skipLikely}
            onChange={(event) => onChange({ ...mapping, skipLikely: event.target.checked })}
          />{' '}
          像是已经有了的（同人、同地、同一天）不收
        </label>
      </fieldset>
      <Kept mapping={mapping} onChange={onChange} />
    </>
  );
}
