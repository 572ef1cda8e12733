import { useState, type ChangeEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { sendRaw } from '../kit/api';
import { momentWords } from '../kit/days';
import { client } from '../kit/queries';
import { useRegisters } from '../kit/registerQueries';
import { Refusal } from '../kit/Refusal';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Register } from '../kit/wire';
import { STATES } from './registerWords';
import { useDeed } from './useDeed';

function Rows({ items }: { items: Register[] }) {
  return (
    <div className="sheet flow">
      <table>
        <caption className="sr">本单位导入过的旧台账</caption>
        <thead>
          <tr>
            <th>文件</th>
            <th style={{ width: 120 }}>现在</th>
            <th style={{ width: 110 }}>收下</th>
            <th style={{ width: 110 }}>不收</th>
            <th style={{ width: 150 }}>上传</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td className="tt wide">
                <Link to={`/desk/imports/${one.id}`}>{one.file}</Link>
                <small>
                  {one.counts.lines} 行，{one.by}
                  {one.kept ? '' : '，文件已按期限删除'}
                </small>
              </td>
              <td>{STATES[one.state]}</td>
              <td>{one.counts.good}</td>
              <td>{one.counts.refused}</td>
              <td>{momentWords(one.uploadedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Old registers of my office: what was brought, and the way to bring another. */
export function Registers() {
  useTitle('旧台账导入');
  const registers = useRegisters();
  const go = useNavigate();
  const { busy, refused, run } = useDeed();
  const [name, setName] = useState('');
  if (!registers.data)
    return registers.error ? (
      <Failed page reason={registers.error} onRetry={() => void registers.refetch()} />
    ) : (
      <Loading page what="旧台账" />
    );
  const bring = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    setName(file.name);
    void run(async () => {
      const address = `/api/imports?name=${encodeURIComponent(file.name)}`;
      const brought = (await sendRaw('POST', address, file, 'application/octet-stream')) as Register;
      await client.invalidateQueries({ queryKey: ['imports'] });
      void go(`/desk/imports/${brought.id}`);
    });
  };
  return (
    <div className="account">
      <div className="hd">
        <h1>旧台账导入</h1>
        <p className="meta">
          以前登记的矛盾纠纷台账（.xlsx、.csv）从这里收进来。先对好哪一栏是什么，再检查，看清楚收哪些、不收哪些，最后才导入；导入的整批可以撤回。
        </p>
      </div>
      <p>
        <label className="btn primary">
          {busy ? `正在读“${name}”…` : '选一份台账'}
          <input type="file" className="sr" accept=".xlsx,.csv,.txt" disabled={busy} onChange={bring} />
        </label>
      </p>
      {refused ? <Refusal reason={refused} /> : null}
      {registers.data.items.length ? <Rows items={registers.data.items} /> : <Empty title="还没有导入过台账" />}
    </div>
  );
}
