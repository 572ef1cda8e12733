import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call, ProblemError } from '../kit/api';
import { setServerNow } from '../kit/days';
import { Drafts, type Draft } from './draft';
import { server } from './door';
import { keepOfficer, lastOfficer, lockOfficer, shelfOf, type Officer } from './officer';
import { fetchPlan, keptPlan, type Plan } from './plan';
import { SealedShelf } from '../kit/shelf/sealed';
import { sendAll, type Ending } from './sending';

const AGAIN_MILLIS = 20_000;

export type Standing =
  | { as: 'asking' }
  /** Nobody is signed in, and the server says so. */
  | { as: 'out' }
  /** No network, and nobody has signed in on this device since. */
  | { as: 'unknown' }
  /** The browser seals nothing at such an address. */
  | { as: 'unsafe' }
  | { as: 'in'; officer: Officer; online: boolean };

/** Who is at work here: as the server says or, where it can't be asked, as it said last. */
export function useOfficer(): [Standing, Plan | null, () => void] {
  const [standing, setStanding] = useState<Standing>({ as: 'asking' });
  const [plan, setPlan] = useState<Plan | null>(null);
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((old) => old + 1), []);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      if (!SealedShelf.possible()) return setStanding({ as: 'unsafe' });
      try {
        // a network that hardly is one must not keep the page shut
        const me = await call('get', '/api/me', { signal: AbortSignal.timeout(8000) });
        setServerNow(me.now);
        await keepOfficer(me.person);
        const shelf = shelfOf(me.person.id);
        if (left) return;
        setStanding({ as: 'in', officer: me.person, online: true });
        setPlan(await keptPlan(shelf));
        // a list that can't be had now is no reason to take the network for gone: the one before stands
        const fresh = await fetchPlan(shelf, me).catch(() => null);
        if (!left && fresh) setPlan(fresh);
      } catch (reason) {
        if (left) return;
        if (reason instanceof ProblemError && reason.status === 401) {
          await lockOfficer();
          return setStanding({ as: 'out' });
        }
        const last = await lastOfficer().catch(() => null);
        if (!last) return setStanding({ as: 'unknown' });
        setStanding({ as: 'in', officer: last, online: false });
        setPlan(await keptPlan(shelfOf(last.id)));
      }
    };
    void ask();
    return () => {
      left = true;
    };
  }, [round]);
  useEffect(() => {
    const gone = () => setStanding((old) => (old.as === 'in' ? { ...old, online: false } : old));
    window.addEventListener('online', again);
    window.addEventListener('offline', gone);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('offline', gone);
    };
  }, [again]);
  // a device may hold itself for connected and reach nothing, or the other way round: the server is asked
  const cutOff = standing.as === 'in' && !standing.online;
  useEffect(() => {
    if (!cutOff) return undefined;
    const timer = setInterval(again, AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [cutOff, again]);
  return [standing, plan, again];
}

/** One page of ours sends at a time; where the browser has no locks, the keys alone stand against doubles. */
const alone = async (work: () => Promise<Ending>): Promise<Ending> =>
  navigator.locks ? navigator.locks.request('maple-rounds', work) : work();

export interface Outbox {
  drafts: Drafts;
  list: Draft[];
  ending: Ending | '';
  refresh: () => Promise<void>;
  flush: () => Promise<void>;
}

/** My drafts, and the sending of them whenever there is a network. */
export function useOutbox(officer: string, online: boolean, onOut: () => void): Outbox {
  const drafts = useMemo(() => new Drafts(shelfOf(officer)), [officer]);
  const [list, setList] = useState<Draft[]>([]);
  const [ending, setEnding] = useState<Ending | ''>('');
  const busy = useRef(false);
  const refresh = useCallback(async () => setList(await drafts.all()), [drafts]);
  const flush = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      const end = await alone(() => sendAll(drafts, server, () => void refresh()));
      setEnding(end);
      if (end === 'signed-out') onOut();
    } finally {
      busy.current = false;
      await refresh();
    }
  }, [drafts, refresh, onOut]);
  useEffect(() => {
    void drafts.dropOld().then(refresh);
  }, [drafts, refresh]);
  useEffect(() => {
    if (!online) return undefined;
    void flush();
    const timer = setInterval(() => void flush(), AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [online, flush]);
  return { drafts, list, ending, refresh, flush };
}
