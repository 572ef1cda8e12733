import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, Outlet, useLocation, useMatch } from 'react-router';
import { antdTheme } from '../kit/antdTheme';
import { call, ProblemError } from '../kit/api';
import '../kit/css/desk.css';
import '../kit/css/table.css';
import '../kit/css/matter.css';
import '../kit/css/print.css';
import { dayLong, dayOf, momentWords, now, weekday } from '../kit/days';
import { Icon } from '../kit/Icon';
import { useLook } from '../kit/look';
import { client, useMe } from '../kit/queries';
import { nonce } from '../kit/page';
import { Failed, Loading } from '../kit/States';
import type { Me } from '../kit/wire';
import { useLang } from '../kit/words';
import { PersonMenu } from './PersonMenu';
import { Rail } from './Rail';
import { PrintFoot } from './PrintFoot';
import { SearchBox } from './SearchBox';
import { shut } from './shut';
import { Tour } from './Tour';
import { useWall } from './wall';

/** Open until one presses Escape, clicks elsewhere or goes to another page. */
function useClosing(hold: React.RefObject<HTMLDivElement | null>): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  const place = useLocation();
  useEffect(() => setOpen(false), [place.pathname]);
  useEffect(() => {
    if (!open) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      hold.current?.querySelector('button')?.focus();
    };
    const click = (event: MouseEvent) => {
      if (!hold.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('keydown', press);
    document.addEventListener('mousedown', click);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('mousedown', click);
    };
  }, [open, hold]);
  return [open, setOpen];
}

function Top({ me }: { me: Me }) {
  const { lang, say } = useLang();
  const hold = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useClosing(hold);
  const today = dayOf(now());
  const post = me.posts[0];
  return (
    <header className="top" lang={lang === 'en' ? 'en' : 'zh-CN'}>
      <div className="crumb">
        <b>{lang === 'en' ? today : dayLong(today)}</b> {lang === 'zh' && weekday(today)}
        {me.demo && <span className="trial">{say('演示', 'Demo')}</span>}
      </div>
      <SearchBox me={me} />
      <Link
        className="bellw"
        to="/desk/alerts"
        aria-label={say(`提醒 ${me.counts.alerts} 条`, `Alerts: ${me.counts.alerts}`)}
      >
        <Icon name="bell" />
        {me.counts.alerts > 0 && <b aria-hidden="true">{me.counts.alerts}</b>}
      </Link>
      <Link
        className="bellw"
        to="/desk/messages"
        aria-label={say(`通知 ${me.counts.messages} 条没读`, `Unread messages: ${me.counts.messages}`)}
      >
        <Icon name="speak" />
        {me.counts.messages > 0 && <b aria-hidden="true">{me.counts.messages}</b>}
      </Link>
      <div className="menuhold" ref={hold}>
        <button type="button" className="me" aria-expanded={open} aria-controls="mymenu" onClick={() => setOpen(!open)}>
          <i aria-hidden="true">{Array.from(me.person.name).at(-1)}</i>
          <span className="nm">{me.person.name}</span>
          <small>
            {post ? post.agency.name : ''}
            <span className="sr">{say('，我的设置', ', my settings')}</span>
          </small>
        </button>
        {open && (
          <div id="mymenu">
            <PersonMenu />
          </div>
        )}
      </div>
    </header>
  );
}

/** What others did to my account since I last read of it. */
function News({ me }: { me: Me }) {
  const last = me.news[0];
  if (!last) return null;
  const read = async () => {
    await call('post', '/api/account/news/{id}/read', { path: { id: last.id } });
    await client.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <div className="refusal" role="status">
      <div>
        <p>
          <b>有人动过您的账号</b>
        </p>
        <ul>
          {me.news.map((one) => (
            <li key={one.id}>
              {momentWords(one.at)}，{one.by}
              {one.what}
              {one.reason && `：${one.reason}`}
            </li>
          ))}
        </ul>
        <div className="acts">
          <button type="button" className="btn" onClick={() => void read()}>
            知道了
          </button>
          <Link className="btn quiet" to="/desk/account">
            看账号与安全
          </Link>
        </div>
      </div>
    </div>
  );
}

/** What stands around every page of the desk. */
function Around({ me }: { me: Me }) {
  return (
    <>
      <div className="spine" aria-hidden="true">
        <div>
          <i />
          <i />
          <i />
          <i />
        </div>
      </div>
      <Rail me={me} />
      <Top me={me} />
    </>
  );
}

/** The desk: bound edge, rail, header. Whoever isn't signed in is sent to the door and brought back after. */
export function Frame() {
  const me = useMe();
  const { dark, look } = useLook();
  const place = useLocation();
  const slim = useMatch('/desk/matters/:id') !== null;
  const wall = useWall();
  if (me.error instanceof ProblemError && me.error.status === 401) {
    return <Navigate to={`/desk/sign-in?next=${encodeURIComponent(place.pathname + place.search)}`} replace />;
  }
  if (!me.data) {
    return (
      <main className="pb">
        {me.error ? (
          <Failed page reason={me.error} onRetry={() => void me.refetch()} />
        ) : (
          <Loading page what="您的岗位" />
        )}
      </main>
    );
  }
  if (shut(me.data) && place.pathname !== '/desk/account') return <Navigate to="/desk/account" replace />;
  return (
    <ConfigProvider csp={{ nonce }} locale={zhCN} theme={antdTheme(dark, look)} wave={{ disabled: true }}>
      <App component={false}>
        <a className="skip" href="#content">
          跳到正文
        </a>
        <div className={wall ? 'onwall' : `desk ${slim ? 'slim' : 'roomy'}`}>
          {!wall && <Around me={me.data} />}
          <main className="main" id="content" tabIndex={-1}>
            {!wall && <News me={me.data} />}
            {!wall && <Tour key={place.pathname} />}
            <Outlet />
            {!wall && <PrintFoot me={me.data} />}
          </main>
        </div>
      </App>
    </ConfigProvider>
  );
}
