import { useEffect, useState } from 'react';
import { Mark } from './Icon';
import { clearKiosk } from './look';

/** Whoever touches nothing for so long has left. */
const LEFT_AFTER_SECONDS = 60;
const CURVE = 'M4 26a22 22 0 0 1 44 0';
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'scroll', 'input'] as const;

/** Seconds until the screen is cleared; any touch begins anew. */
export function useIdle(seconds: number, onLeft: () => void): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    let until = Date.now() + seconds * 1000;
    const alive = () => {
      until = Date.now() + seconds * 1000;
      setLeft(seconds);
    };
    const timer = setInterval(() => {
      const now = Math.ceil((until - Date.now()) / 1000);
      setLeft(Math.max(0, now));
      if (now <= 0) {
        clearInterval(timer);
        onLeft();
      }
    }, 500);
    SIGNS_OF_LIFE.forEach((sign) => addEventListener(sign, alive, { capture: true, passive: true }));
    return () => {
      clearInterval(timer);
      SIGNS_OF_LIFE.forEach((sign) => removeEventListener(sign, alive, { capture: true }));
    };
  }, [seconds, onLeft]);
  return left;
}

/** The head of a public screen: whose it is, and how long until it is cleared. */
export function KioskHead({ place }: { place: string }) {
  const left = useIdle(LEFT_AFTER_SECONDS, clearKiosk);
  return (
    <header className="kioskhead noprint">
      <Mark />
      <span>
        <b>枫桥</b>
        <small>{place}</small>
      </span>
      <span className="left">
        <span>
          没人操作
          <br />
          就清屏
        </span>
        <svg className="arch a-dai" viewBox="0 0 52 28" role="timer" aria-label={`${left} 秒没人操作就清屏`}>
          <path className="bg" d={CURVE} />
          <path
            className="fg"
            pathLength={100}
            strokeDasharray={`${(left / LEFT_AFTER_SECONDS) * 100} 200`}
            d={CURVE}
          />
          <text x="26" y="25" aria-hidden="true">
            {left}
          </text>
        </svg>
      </span>
    </header>
  );
}

/** The foot of a public screen: done, and nobody after sees anything. */
export function KioskFoot() {
  return (
    <div className="kioskfoot noprint">
      <button type="button" className="btn" onClick={clearKiosk}>
        办完清屏
      </button>
    </div>
  );
}
