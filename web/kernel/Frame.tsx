import { App, ConfigProvider, Popover } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState, type FormEvent } from 'react';
import { Link, Navigate, NavLink, Outlet, useLocation, useMatch, useNavigate } from 'react-router';
import { antdTheme } from '../kit/antdTheme';
import { call, ProblemError } from '../kit/api';
import '../kit/css/desk.css';
import '../kit/css/matter.css';
import { dayLong, dayOf, now, weekday } from '../kit/days';
import { Icon, Mark, type IconName } from '../kit/Icon';
import { useLook, type Theme } from '../kit/look';
import { client, useMe } from '../kit/queries';
import { Failed, Loading } from '../kit/States';
import type { Me } from '../kit/wire';

const THEMES: [Theme, string][] = [['system', '随设备'], ['light', '浅色'], ['dark', '深色']];

function PersonMenu() {
  const { theme, look, setTheme, setLook } = useLook();
  const navigate = useNavigate();
  const signOut = async () => {
    await call('DELETE', '/session').catch(() => undefined);
    client.clear();
    await navigate('/desk/sign-in', { replace: true });
  };
  return (
    <div className="menu">
      <Link className="btn quiet" to="/desk/handover"><Icon name="hand" />把手上的事交给别人</Link>
      <Link className="btn quiet" to="/desk/lifecycles"><Icon name="road" />看每类事怎么走</Link>
      <div className="set" role="group" aria-label="明暗">
        {THEMES.map(([value, word]) => (
          <button key={value} type="button" className="btn sm" aria-pressed={theme === value} onClick={() => setTheme(value)}>
            {word}
          </button>
        ))}
      </div>
      <div className="set" role="group" aria-label="字号">
        <button type="button" className="btn sm" aria-pressed={look === 'standard'} onClick={() => setLook('standard')}>标准字</button>
        <button type="button" className="btn sm" aria-pressed={look === 'elder'} onClick={() => setLook('elder')}>大字</button>
      </div>
      <button type="button" className="btn" onClick={() => void signOut()}>退出登录</button>
    </div>
  );
}

function Rail({ me }: { me: Me }) {
  const ways: [string, IconName, string, number?][] = [
    ['/desk', 'inbox', '待办', me.counts.inbox],
    ['/desk/matters', 'file', '事项'],
    ['/desk/new', 'plus', '登记一件'],
    ['/desk/alerts', 'bell', '提醒', me.counts.alerts],
    ...(me.supervisor ? [['/desk/supervision', 'chart', '督办'] as [string, IconName, string]] : []),
  ];
  return (
    <div className="rail">
      <div>
        <Link to="/desk" className="brand" aria-label="枫桥，回待办"><Mark /><span>枫桥<small>{me.county.name}</small></span></Link>
        <nav aria-label="主要页面">
          {ways.map(([to, icon, word, count]) => (
            <NavLink key={to} to={to} end={to === '/desk'} title={word} aria-label={count ? `${word} ${count} 件` : word}>
              <Icon name={icon} /><span>{word}</span>{count ? <b>{count}</b> : null}
            </NavLink>
          ))}
        </nav>
        {me.demo && <p className="demo">演示<span className="long">数据<br />人物地名均为虚构</span></p>}
      </div>
    </div>
  );
}

function Top({ me }: { me: Me }) {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const today = dayOf(now());
  const post = me.posts[0];
  const search = (event: FormEvent) => {
    event.preventDefault();
    void navigate(`/desk/matters${words.trim() ? `?q=${encodeURIComponent(words.trim())}` : ''}`);
  };
  return (
    <header className="top">
      <div className="crumb"><b>{dayLong(today)}</b> {weekday(today)}</div>
      <form className="gsearch" role="search" onSubmit={search}>
        <Icon name="search" />
        <input className="in" type="search" id="gsearch" aria-label="找事项：编号、标题、当事人" placeholder="编号、标题、当事人"
          value={words} onChange={(event) => setWords(event.target.value)} />
      </form>
      <Link className="bellw" to="/desk/alerts" aria-label={`提醒 ${me.counts.alerts} 条`}>
        <Icon name="bell" />{me.counts.alerts > 0 && <b aria-hidden="true">{me.counts.alerts}</b>}
      </Link>
      <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen}
        content={<div onClick={(event) => { if ((event.target as Element).closest('a')) setOpen(false); }}><PersonMenu /></div>}>
        <button type="button" className="me" aria-expanded={open} aria-label={`${me.person.name}，我的设置`}>
          <i aria-hidden="true">{Array.from(me.person.name).at(-1)}</i>
          {me.person.name}<small>{post ? post.agency.name : ''}</small>
        </button>
      </Popover>
    </header>
  );
}

/** The desk: bound edge, rail, header. Whoever isn't signed in is sent to the door and brought back after. */
export function Frame() {
  const me = useMe();
  const { dark, look } = useLook();
  const place = useLocation();
  const slim = useMatch('/desk/matters/:id') !== null;
  if (me.error instanceof ProblemError && me.error.status === 401) {
    return <Navigate to={`/desk/sign-in?next=${encodeURIComponent(place.pathname + place.search)}`} replace />;
  }
  if (!me.data) {
    return <main className="pb">{me.error ? <Failed reason={me.error} onRetry={() => void me.refetch()} /> : <Loading what="您的岗位" />}</main>;
  }
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme(dark, look)} wave={{ disabled: true }}>
      <App component={false}>
        <a className="skip" href="#content">跳到正文</a>
        <div className={`desk ${slim ? 'slim' : ''}`}>
          <div className="spine" aria-hidden="true"><div><i /><i /><i /><i /></div></div>
          <Rail me={me.data} />
          <Top me={me.data} />
          <main className="main" id="content" tabIndex={-1}><Outlet /></main>
        </div>
      </App>
    </ConfigProvider>
  );
}
