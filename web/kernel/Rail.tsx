import { useEffect, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon, Mark } from '../kit/Icon';
import type { Me } from '../kit/wire';
import type { RailGroup, RailLink } from './way';
import { waysOf, type WayGroup } from './ways';

/** As many ways fit below each other on an old screen without folding. */
const FIT = 11;
const KEY = 'maple.ways';

type Folds = Partial<Record<RailGroup, boolean>>;

function kept(): Folds {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Folds;
  } catch {
    return {};
  }
}

/** Which groups stand open: as one left them on this device, and always the one whose page is looked at. */
function useFolds(groups: WayGroup[]) {
  const [folds, setFolds] = useState(kept);
  const { pathname } = useLocation();
  const few = groups.reduce((sum, { ways }) => sum + ways.length, 0) <= FIT;
  const here = groups.find(({ ways }) => ways.some(({ to }) => to !== '/desk' && pathname.startsWith(to)))?.name;
  const open = (name: RailGroup) => name === here || (folds[name] ?? few);
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
  const count = way.count?.(me) ?? 0;
  return (
    <NavLink to={way.to} end={way.to === '/desk'} title={way.word} aria-label={count ? `${way.word} ${count} 件` : way.word}>
      <Icon name={way.icon} />
      <span className="word">{way.word}</span>
      {count ? <b>{count}</b> : null}
    </NavLink>
  );
}

/** Where one can go. On a phone the first few stand in a row, and a button spreads out the rest. */
export function Rail({ me }: { me: Me }) {
  const groups = waysOf(me);
  const { open, turn } = useFolds(groups);
  const [spread, setSpread] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setSpread(false), [pathname]);
  const [mine, ...others] = groups;
  return (
    <nav className="rail" aria-label="主要页面">
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
          {spread ? '收起' : '全部页面'}
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
                <p className="meta">{name}</p>
              ) : (
                <button type="button" aria-expanded={open(name)} aria-controls={`ways-${i}`} onClick={() => turn(name)}>
                  {name}
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
            演示
            <span className="long">
              数据
              <br />
              人物地名均为虚构
            </span>
          </p>
        )}
      </div>
    </nav>
  );
}
