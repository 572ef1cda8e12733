import { useEffect, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon, Mark } from '../kit/Icon';
import type { Me } from '../kit/wire';
import { useLang } from '../kit/words';
import { GROUPS_EN, type RailGroup, type RailLink } from './way';
import { waysOf, type WayGroup } from './ways';

/** As many ways fit below each other on an old screen without folding. */
const FIT = 12;
const KEY = 'maple.ways';

type Folds = Partial<Record<RailGroup, boolean>>;

function kept(): Folds {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Folds;
  } catch {
    return {};
  }
}

/** Open at first, as far as they fit: what one is there to watch over, then what one is there to do. */
const FIRST: RailGroup[] = ['监督', '办理', '名册', '管理'];

export function openAtFirst(groups: WayGroup[], here?: RailGroup): Set<RailGroup> {
  const count = (name: RailGroup) => groups.find((group) => group.name === name)?.ways.length ?? 0;
  const open = new Set<RailGroup>(['我的']);
  let lines = count('我的');
  for (const name of here ? [here, ...FIRST] : FIRST) {
    if (open.has(name)) continue;
    lines += count(name);
    if (lines > FIT) break;
    open.add(name);
  }
  return open;
}

/** Which groups stand open: as one left them on this device, and always the one whose page is looked at. */
function useFolds(groups: WayGroup[]) {
  const [folds, setFolds] = useState(kept);
  const { pathname } = useLocation();
  const here = groups.find(({ ways }) => ways.some(({ to }) => to !== '/desk' && pathname.startsWith(to)))?.name;
  const first = openAtFirst(groups, here);
  const open = (name: RailGroup) => name === here || (folds[name] ?? first.has(name));
  const turn = (name: RailGroup) => {
    const next = { ...folds, [name]: !open(name) };
    setFolds(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing folds anew each time.
    }
  };
  return { open, turn };
}

function OneWay({ way, me }: { way: RailLink; me: Me }) {
  const { say } = useLang();
  const count = way.count?.(me) ?? 0;
  const word = say(way.word, way.en);
  return (
    <NavLink
      to={way.to}
      end={way.to === '/desk'}
      title={word}
      aria-label={count ? `${word} ${count} ${say('件', '')}`.trim() : word}
    >
      <Icon name={way.icon} />
      <span className="word">{word}</span>
      {count ? <b>{count}</b> : null}
    </NavLink>
  );
}

/** Where one can go. On a phone the first few stand in a row, and a button spreads out the rest. */
export function Rail({ me }: { me: Me }) {
  const { lang, say } = useLang();
  const groups = waysOf(me);
  const { open, turn } = useFolds(groups);
  const [spread, setSpread] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setSpread(false), [pathname]);
  const [mine, ...others] = groups;
  return (
    <nav className="rail" lang={lang === 'en' ? 'en' : 'zh-CN'} aria-label={say('主要页面', 'Main pages')}>
      <div className={spread ? 'spread' : undefined}>
        <Link to="/desk" className="brand">
          <Mark />
          <span className="word">
            枫桥<small>{me.county?.name}</small>
          </span>
          <span className="sr">，回待办</span>
        </Link>
        <button
          type="button"
          className="btn quiet spreads"
          aria-expanded={spread}
          aria-controls="ways"
          onClick={() => setSpread(!spread)}
        >
          {spread ? say('收起', 'Less') : say('全部页面', 'All pages')}
        </button>
        <div className="ways" id="ways">
          <div className="mine">
            {mine?.ways.map((way) => (
              <OneWay key={way.to} way={way} me={me} />
            ))}
          </div>
          {others.map(({ name, ways }, i) => (
            <div key={name} className="more">
              {spread ? (
                <p className="meta">{say(name, GROUPS_EN[name])}</p>
              ) : (
                <button type="button" aria-expanded={open(name)} aria-controls={`ways-${i}`} onClick={() => turn(name)}>
                  {say(name, GROUPS_EN[name])}
                  <i aria-hidden="true" />
                </button>
              )}
              <div id={`ways-${i}`} className={spread || open(name) ? undefined : 'folded'}>
                {ways.map((way) => (
                  <OneWay key={way.to} way={way} me={me} />
                ))}
              </div>
            </div>
          ))}
        </div>
        {me.demo && (
          <p className="demo">
            {say('演示', 'Demo')}
            <span className="long">
              {say('数据', ' data')}
              <br />
              {say('人物地名均为虚构', 'all made up')}
            </span>
          </p>
        )}
      </div>
    </nav>
  );
}
