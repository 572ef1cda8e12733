import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../kit/api';
import { Icon } from '../kit/Icon';
import { useLook, type Theme } from '../kit/look';
import { client, useMe } from '../kit/queries';
import { countUnsent, leaveDevice } from '../rounds/officer';

const THEMES: [Theme, string][] = [
  ['system', '随设备'],
  ['light', '浅色'],
  ['dark', '深色'],
];

/** What is about oneself: one's account, one's absence, how the pages look. */
export function PersonMenu() {
  const { theme, look, setTheme, setLook } = useLook();
  const navigate = useNavigate();
  const me = useMe();
  const [unsent, setUnsent] = useState(0);
  const officer = me.data?.person.id ?? '';
  const signOut = async (warned = false) => {
    const count = warned ? 0 : await countUnsent(officer);
    if (count > 0) return setUnsent(count);
    await leaveDevice(officer);
    await call('delete', '/api/session', {}).catch(() => undefined);
    client.clear();
    await navigate('/desk/sign-in', { replace: true });
  };
  return (
    <div className="menu">
      <Link className="btn quiet" to="/desk/handover">
        <Icon name="hand" />
        把手上的事交给别人
      </Link>
      <Link className="btn quiet" to="/desk/duty">
        <Icon name="days" />
        值班与请假
      </Link>
      <Link className="btn quiet" to="/desk/account">
        <Icon name="shield" />
        账号与安全
      </Link>
      <Link className="btn quiet" to="/desk/lifecycles">
        <Icon name="road" />
        看每类事怎么走
      </Link>
      <div className="set" role="group" aria-label="明暗">
        {THEMES.map(([value, word]) => (
          <button
            key={value}
            type="button"
            className="btn sm"
            aria-pressed={theme === value}
            onClick={() => setTheme(value)}
          >
            {word}
          </button>
        ))}
      </div>
      <div className="set" role="group" aria-label="字号">
        <button type="button" className="btn sm" aria-pressed={look === 'standard'} onClick={() => setLook('standard')}>
          标准字
        </button>
        <button type="button" className="btn sm" aria-pressed={look === 'elder'} onClick={() => setLook('elder')}>
          大字
        </button>
      </div>
      {unsent === 0 && (
        <button type="button" className="btn" onClick={() => void signOut()}>
          退出登录
        </button>
      )}
      {unsent > 0 && (
        <div className="leaving" role="alertdialog" aria-label="还有没送出的">
          <p>
            <b>这台机器上还有 {unsent} 份没送出</b>
          </p>
          <p>退出就删掉，别人也看不到。</p>
          <Link className="btn primary" to="/desk/rounds">
            先去送出
          </Link>
          <button type="button" className="btn" onClick={() => setUnsent(0)}>
            先不退
          </button>
          <button type="button" className="btn danger" onClick={() => void signOut(true)}>
            删掉并退出
          </button>
        </div>
      )}
    </div>
  );
}
