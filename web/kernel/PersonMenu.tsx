import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../kit/api';
import { Icon } from '../kit/Icon';
import { useLook, type Theme } from '../kit/look';
import { client, useMe } from '../kit/queries';
import { setLang, useLang } from '../kit/words';
import { countUnsent, leaveDevice } from '../rounds/officer';

const THEMES: [Theme, string, string][] = [
  ['system', '随设备', 'System'],
  ['light', '浅色', 'Light'],
  ['dark', '深色', 'Dark'],
];

/** What is about oneself: one's account, one's absence, how the pages look. */
export function PersonMenu() {
  const { theme, look, setTheme, setLook } = useLook();
  const { lang, say } = useLang();
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
        {say('把手上的事交给别人', 'Hand my matters over')}
      </Link>
      <Link className="btn quiet" to="/desk/duty">
        <Icon name="days" />
        {say('值班与请假', 'Duty and leave')}
      </Link>
      <Link className="btn quiet" to="/desk/account">
        <Icon name="shield" />
        {say('账号与安全', 'Account and security')}
      </Link>
      <Link className="btn quiet" to="/desk/lifecycles">
        <Icon name="road" />
        {say('看每类事怎么走', 'How each kind of matter goes')}
      </Link>
      <div className="set" role="group" aria-label={say('明暗', 'Light or dark')}>
        {THEMES.map(([value, word, en]) => (
          <button
            key={value}
            type="button"
            className="btn sm"
            aria-pressed={theme === value}
            onClick={() => setTheme(value)}
          >
            {say(word, en)}
          </button>
        ))}
      </div>
      <div className="set" role="group" aria-label={say('字号', 'Letters')}>
        <button type="button" className="btn sm" aria-pressed={look === 'standard'} onClick={() => setLook('standard')}>
          {say('标准字', 'Standard')}
        </button>
        <button type="button" className="btn sm" aria-pressed={look === 'elder'} onClick={() => setLook('elder')}>
          {say('大字', 'Large')}
        </button>
      </div>
      <div className="set" role="group" aria-label="Language 语言">
        <button type="button" className="btn sm" aria-pressed={lang === 'zh'} onClick={() => setLang('zh')}>
          中文
        </button>
        <button type="button" className="btn sm" lang="en" aria-pressed={lang === 'en'} onClick={() => setLang('en')}>
          English
        </button>
      </div>
      {unsent === 0 && (
        <button type="button" className="btn" onClick={() => void signOut()}>
          {say('退出登录', 'Sign out')}
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
