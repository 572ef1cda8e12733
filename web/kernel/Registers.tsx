import { useState, type ChangeEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { sendRaw } from '../kit/api';
import { momentWords } from '../kit/days';
import { ClearFilter, PickFilter, useFilter } from '../kit/Filters';
import { client } from '../kit/queries';
import { useRegisters } from '../kit/registerQueries';
import { Refusal } from '../kit/Refusal';
import { Empty } from '../kit/States';
import type { TableColumn } from '../kit/table/columns';
import { SearchTable } from '../kit/table/SearchTable';
import { inOnePiece, useSearchTable } from '../kit/table/useSearchTable';
import { useTitle } from '../kit/title';
import type { Register } from '../kit/wire';
import { STATES } from './registerWords';
import { useDeed } from './useDeed';

const NAMES = ['state'];
const pathOf = (one: Register) => `/desk/imports/${one.id}`;
const idOf = (one: Register) => one.id;

const COLUMNS: TableColumn<Register>[] = [
  {
    key: 'file',
    title: '文件',
    fixed: true,
    wide: true,
    cell: (one) => (
      <>
        <Link to={pathOf(one)}>{one.file}</Link>
        <small>
          {one.counts.lines} 行，{one.by}
          {one.kept ? '' : '，文件已按期限删除'}
        </small>
      </>
    ),
  },
  { key: 'state', title: '现在', width: 120, usual: true, cell: (one) => STATES[one.state] },
  {
    key: 'good',
    title: '收下',
    width: 110,
    usual: true,
    numeric: true,
    cell: (one) => (
      <>
        <i className="col">收下</i>
        {one.counts.good}
      </>
    ),
  },
  {
    key: 'refused',
    title: '不收',
    width: 110,
    usual: true,
    numeric: true,
    cell: (one) => (
      <>
        <i className="col">不收</i>
        {one.counts.refused}
      </>
    ),
  },
  { key: 'uploaded', title: '上传', width: 150, usual: true, cell: (one) => momentWords(one.uploadedAt) },
];

/** Old registers of my office: what was brought, and the way to bring another. */
export function Registers() {
  useTitle('旧台账导入');
  const by = useFilter(NAMES);
  const go = useNavigate();
  const state = by.filter['state'];
  const table = useSearchTable({
    name: 'imports',
    list: inOnePiece(useRegisters(), (one) => !state || one.state === state),
    columns: COLUMNS,
    names: NAMES,
    filter: by.filter,
    idOf,
    onOpen: (one) => void go(pathOf(one)),
  });
  const { busy, refused, run } = useDeed();
  const [name, setName] = useState('');
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
      <div className="filters">
        <PickFilter
          id="im-state"
          name="state"
          label="现在怎样"
          by={by}
          options={Object.entries(STATES).filter(([, word]) => word)}
        />
      </div>
      <SearchTable
        table={table}
        what="旧台账"
        caption="本单位导入过的旧台账"
        nameOf={(one) => one.file}
        empty={
          <Empty
            title={by.filtered ? '这样筛没有台账' : '还没有导入过台账'}
            action={by.filtered ? <ClearFilter by={by} /> : undefined}
          />
        }
      />
    </div>
  );
}
