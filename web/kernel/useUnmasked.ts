import { useCallback, useEffect, useState } from 'react';

/** So long a look lasts (LOOK.md, masked data); then a new purpose is needed. */
export const UNMASKED_MINUTES = 10;
const MINUTE_MS = 60_000;

/** Whole minutes left, counted up; none when the time is over. */
export function minutesLeft(since: number, now: number): number {
  return Math.max(0, Math.ceil((since + UNMASKED_MINUTES * MINUTE_MS - now) / MINUTE_MS));
}

interface Unmasked<T> {
  seen: T | null;
  /** How many minutes it can still be seen. */
  minutes: number;
  /** Whether it was covered because the time was over. */
  over: boolean;
  show: (seen: T) => void;
  cover: () => void;
}

/** What was looked at behind the mask, until the time is over, the page is left or one covers it oneself. */
export function useUnmasked<T>(): Unmasked<T> {
  const [look, setLook] = useState<{ seen: T; since: number } | null>(null);
  const [minutes, setMinutes] = useState(0);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!look) return undefined;
    const tick = () => {
      const left = minutesLeft(look.since, Date.now());
      setMinutes(left);
      if (left > 0) return;
      setLook(null);
      setOver(true);
    };
    tick();
    const timer = setInterval(tick, MINUTE_MS / 4);
    return () => clearInterval(timer);
  }, [look]);
  const show = useCallback((seen: T) => {
    setOver(false);
    setLook({ seen, since: Date.now() });
  }, []);
  const cover = useCallback(() => setLook(null), []);
  return { seen: look?.seen ?? null, minutes, over, show, cover };
}
