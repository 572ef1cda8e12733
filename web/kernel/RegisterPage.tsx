import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call, fetchFile } from '../kit/api';
import { client } from '../kit/queries';
import { useRegister } from '../kit/registerQueries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Register, RegisterMapping, RegisterPreview } from '../kit/wire';
import { RegisterFindings } from './RegisterFindings';
import { RegisterMapper } from './RegisterMapper';
import { NOTHING, STATES } from './registerWords';
import { useDeed } from './useDeed';

function Sample({ preview }: { preview: RegisterPreview }) {
  return (
    <div className="sheet flow" tabIndex={0} role="region" aria-label="前二十行">
      <table>
        <caption className="sr">前二十行，个人信息已隐去</caption>
        <thead>
          <tr>
            <th>行</th>
            {preview.headings.map((heading, at) => (
              <th key={at}>{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.lines.map((line) => (
            <tr key={line.no}>
              <td>{line.no}</td>
              {line.cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mapping({ register }: { register: Register }) {
  const { id } = register;
  const [mapping, setMapping] = useState<RegisterMapping>(register.mapping ?? NOTHING);
  const { busy, refused, run } = useDeed();
  const preview = useQuery({
    queryKey: ['imports', id, 'preview', mapping],
    queryFn: ({ signal }) => call('post', '/api/imports/{id}/preview', { path: { id }, body: mapping, signal }),
    placeholderData: (before) => before,
  });
  if (!preview.data)
    return preview.error ? (
      <Failed reason={preview.error} onRetry={() => void preview.refetch()} />
    ) : (
      <Loading what="表格" />
    );
  const shown = Object.keys(mapping.columns).length ? mapping : preview.data.mapping;
  // what is suggested for words counts as said, unless somebody said otherwise
  const values = Object.fromEntries(
    Object.entries(preview.data.words)
      .filter(([field]) =>
        preview.data.scenes.some((s) => s.fields.some((f) => f.name === field && f.kind === 'choice')),
      )
      .map(([field, words]) => [
        field,
        {
          ...Object.fromEntries(words.filter((word) => word.meant).map((word) => [word.text, word.meant ?? ''])),
          ...shown.values[field],
        },
      ]),
  );
  const check = () =>
    run(async () => {
      await call('post', '/api/imports/{id}/check', { path: { id }, body: { ...shown, values } });
      await client.invalidateQueries({ queryKey: ['imports'] });
    });
  return (
    <section className="account">
      <div className="fld">
        <label htmlFor="sheet">哪一张表</label>
        <select
          id="sheet"
          className="in"
          value={shown.sheet}
          onChange={(event) => setMapping({ ...NOTHING, sheet: event.target.value })}
        >
          {preview.data.sheets.map((sheet) => (
            <option key={sheet.name} value={sheet.name}>
              {sheet.name}（{sheet.lines} 行{sheet.hidden ? '，隐藏' : ''}）
            </option>
          ))}
        </select>
        <label htmlFor="header">表头在第几行</label>
        <input
          id="header"
          className="in"
          type="number"
          min={1}
          value={shown.header}
          onChange={(event) => setMapping({ ...NOTHING, sheet: shown.sheet, header: Number(event.target.value) || 0 })}
        />
      </div>
      <p className="meta">
        表头以下 {preview.data.rows} 行{preview.data.notes ? `，另有 ${preview.data.notes} 行合计、说明不收` : ''}
        。个人信息已隐去。
      </p>
      <Sample preview={preview.data} />
      <RegisterMapper preview={preview.data} mapping={shown} onChange={setMapping} />
      {refused ? <Refusal reason={refused} /> : null}
      <p>
        <button
          type="button"
          className="btn primary"
          disabled={busy || Object.keys(preview.data.faults).length > 0}
          onClick={() => void check()}
        >
          检查一遍（不写入）
        </button>
      </p>
    </section>
  );
}

function Steps({ register }: { register: Register }) {
  const { id, state, counts } = register;
  const { busy, refused, run } = useDeed();
  const go = useNavigate();
  const step = (path: '/api/imports/{id}/run' | '/api/imports/{id}/undo') =>
    run(async () => {
      await call('post', path, { path: { id } });
      await client.invalidateQueries({ queryKey: ['imports'] });
    });
  const save = () =>
    run(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await fetchFile(`/api/imports/${id}/refused`));
      link.download = '不收的行.xlsx';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
  const drop = () =>
    run(async () => {
      await call('delete', '/api/imports/{id}', { path: { id } });
      await client.invalidateQueries({ queryKey: ['imports'] });
      void go('/desk/imports');
    });
  const going = state.endsWith('ING');
  return (
    <>
      <p role="status">
        {STATES[state]}
        {going ? `：${counts.done} / ${counts.lines} 行` : ''}
        {state === 'CHECKED' ? `：能收 ${counts.good} 行，不收 ${counts.refused} 行，像是已经有了 ${counts.likely} 行` : ''}
        {state === 'DONE' ? `：收下 ${counts.good} 件，不收 ${counts.refused} 行` : ''}
      </p>
      {going ? (
        <progress aria-label={STATES[state]} value={counts.done} max={Math.max(1, counts.lines)} />
      ) : null}
      {register.problem ? <p className="fault">{register.problem}</p> : null}
      {refused ? <Refusal reason={refused} /> : null}
      {going ? null : (
        <p className="acts">
          {state === 'CHECKED' && register.kept && counts.good ? (
            <button
              type="button"
              className="btn primary"
              disabled={busy}
              onClick={() => void step('/api/imports/{id}/run')}
            >
              导入 {counts.good} 行
            </button>
          ) : null}{' '}
          {state === 'DONE' ? (
            <button type="button" className="btn" disabled={busy} onClick={() => void step('/api/imports/{id}/undo')}>
              撤回这一批
            </button>
          ) : null}{' '}
          {counts.refused && register.kept ? (
            <button type="button" className="btn" disabled={busy} onClick={() => void save()}>
              下载不收的行
            </button>
          ) : null}{' '}
          <button type="button" className="btn" disabled={busy} onClick={() => void drop()}>
            删除文件
          </button>
        </p>
      )}
    </>
  );
}

/** One register on its way: mapped, checked, brought in, taken back. */
export function RegisterPage() {
  const { id = '' } = useParams();
  useTitle('旧台账导入');
  const register = useRegister(id);
  if (!register.data)
    return register.error ? (
      <Failed page reason={register.error} onRetry={() => void register.refetch()} />
    ) : (
      <Loading page what="台账" />
    );
  const one = register.data;
  const mappable = one.kept && ['UPLOADED', 'CHECKED', 'UNDONE'].includes(one.state);
  return (
    <div className="account">
      <div className="hd">
        <h1>{one.file}</h1>
        <p className="meta">
          <Link to="/desk/imports">全部旧台账</Link>
        </p>
      </div>
      <Steps register={one} />
      {['CHECKED', 'DONE', 'UNDONE'].includes(one.state) ? <RegisterFindings register={one} /> : null}
      {mappable ? <Mapping key={one.state} register={one} /> : null}
    </div>
  );
}
