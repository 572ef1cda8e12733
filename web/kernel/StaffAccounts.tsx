import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { ClearFilter, SwitchFilters, useFilter, WordsFilter } from '../kit/Filters';
import { useStaffAccounts } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Empty } from '../kit/States';
import type { TableColumn } from '../kit/table/columns';
import { SearchTable } from '../kit/table/SearchTable';
import { inOnePiece, useSearchTable } from '../kit/table/useSearchTable';
import { useTitle } from '../kit/title';
import type { StaffAccount } from '../kit/wire';
import { Entry } from './Entry';
import { useDeed } from './useDeed';

/** Somebody of an office below, whom nobody there can let in again. */
function Below() {
  const [login, setLogin] = useState('');
  const [nobody, setNobody] = useState(false);
  const { busy, refused, run } = useDeed();
  const navigate = useNavigate();
  const find = (event: FormEvent) => {
    event.preventDefault();
    setNobody(false);
    void run(async () => {
      const { items } = await call('get', '/api/accounts', { query: { login: login.trim() } });
      setNobody(items.length === 0);
      if (items[0]) await navigate(`/desk/accounts/${items[0].id}`);
    });
  };
  return (
    <form onSubmit={find} className="form" aria-label="下级单位的人">
      {!!refused && <Refusal reason={refused} />}
      <Entry
        id="below-login"
        title="用户名"
        why="那个单位没有管理员，或者只有一名而这件事要由另一人办时，由上级单位另给密码、重置动态口令"
        autoComplete="off"
        value={login}
        {...(nobody ? { fault: '本单位和下级单位里没有这个用户名。' } : {})}
        onChange={setLogin}
      />
      <div className="acts">
        <button className="btn" disabled={busy}>
          找这个人
        </button>
      </div>
    </form>
  );
}

const NAMES = ['q', 'never', 'locked', 'uncoded'];
const SWITCHES = [
  ['locked', '锁着的'],
  ['uncoded', '没开通动态口令的'],
  ['never', '没有登录过的'],
] as const;

/** The staff of one office come as a whole; what is looked for is found among them. */
export function fits(one: StaffAccount, { q = '', never, locked, uncoded }: Record<string, string>): boolean {
  const words = q.toLowerCase();
  return (
    (one.name.includes(q) || one.login.toLowerCase().includes(words)) &&
    (!never || !one.seenAt) &&
    (!locked || !!one.lockedUntil) &&
    (!uncoded || !one.codes)
  );
}

const pathOf = (one: StaffAccount) => `/desk/accounts/${one.id}`;
const idOf = (one: StaffAccount) => one.id;

const COLUMNS: TableColumn<StaffAccount>[] = [
  {
    key: 'name',
    title: '姓名',
    fixed: true,
    wide: true,
    cell: (one) => (
      <>
        <Link to={pathOf(one)}>{one.name}</Link>
        <small>{one.login}</small>
        {one.lockedUntil && <small>输错密码，有一处锁定到 {momentWords(one.lockedUntil)}</small>}
      </>
    ),
  },
  { key: 'codes', title: '动态口令', width: 110, usual: true, cell: (one) => (one.codes ? '已开通' : '未开通') },
  {
    key: 'sessions',
    title: '登录着',
    width: 130,
    usual: true,
    cell: (one) => `${one.sessions} 处${one.tokens > 0 ? `，令牌 ${one.tokens} 个` : ''}`,
  },
  {
    key: 'seen',
    title: '最近使用',
    width: 160,
    usual: true,
    cell: (one) => (one.seenAt ? momentWords(one.seenAt) : '没有登录过'),
  },
];

/** The accounts of my agency's staff. */
export function StaffAccounts() {
  useTitle('本单位的账号');
  const by = useFilter(NAMES);
  const navigate = useNavigate();
  const table = useSearchTable({
    name: 'accounts',
    list: inOnePiece(useStaffAccounts(), (one) => fits(one, by.filter)),
    columns: COLUMNS,
    names: NAMES,
    filter: by.filter,
    idOf,
    onOpen: (one) => void navigate(pathOf(one)),
  });
  return (
    <div className="account">
      <div className="hd">
        <h1>本单位的账号</h1>
        <span className="meta" role="status">
          {table.count('个')}
        </span>
        <p className="meta">
          给程序用的令牌由本人建，这里只能停；<Link to="/desk/account/tokens">建我自己的令牌</Link>
        </p>
      </div>
      <div className="filters">
        <WordsFilter id="ac-q" name="q" label="姓名、用户名" by={by} />
      </div>
      <SwitchFilters by={by} names={SWITCHES} />
      <SearchTable
        table={table}
        what="账号"
        caption="本单位人员的账号"
        nameOf={(one) => one.name}
        empty={
          <Empty
            title={by.filtered ? '这样筛没有账号' : '还没有账号'}
            action={by.filtered ? <ClearFilter by={by} /> : undefined}
          >
            {by.filtered ? '换个条件试试' : '账号由系统管理人员开立'}
          </Empty>
        }
      />
      <section aria-labelledby="below">
        <h2 id="below">下级单位的人</h2>
        <Below />
      </section>
    </div>
  );
}
