import { useState } from 'react';
import { call, newKey, ProblemError } from '../../kit/api';
import { client } from '../../kit/queries';
import type { LawChangeLine } from '../../kit/wire';
import { bodyOf, faultsOf, numbers, spread, type Draft, type Drafts } from './marking';

export interface Marking {
  drafts: Drafts;
  faults: Record<number, string[]>;
  refused: unknown;
  saved: string;
  busy: boolean;
  write: (no: number, draft: Draft | undefined) => void;
  spread: (from: number) => void;
  save: () => void;
  drop: () => void;
}

/** What is about to be said of lines: kept until it is saved as one entry, or refused line by line. */
export function useMarking(id: string, version: number, lines: readonly LawChangeLine[]): Marking {
  const [drafts, setDrafts] = useState<Drafts>({});
  const [faults, setFaults] = useState<Record<number, string[]>>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [saved, setSaved] = useState('');
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const change = (next: Drafts) => {
    setDrafts(next);
    setSaved('');
    // what is said otherwise is another deed
    setKey(newKey());
  };
  const send = async () => {
    const sent = numbers(drafts);
    setBusy(true);
    setRefused(null);
    setFaults({});
    try {
      const told = { path: { id, verb: 'mark' }, body: bodyOf(drafts), key, version };
      await call('post', '/api/matters/{id}/moves/{verb}', told);
      change({});
      setSaved(`保存了 ${sent.length} 行，已记进轨迹。`);
      await client.invalidateQueries({ queryKey: ['matter', id] });
      void client.invalidateQueries({ queryKey: ['lawchanges'] });
    } catch (reason) {
      setRefused(reason);
      setFaults(faultsOf(reason, sent));
      if (reason instanceof ProblemError && reason.status === 412) {
        await client.invalidateQueries({ queryKey: ['matter', id] });
      }
    } finally {
      setBusy(false);
    }
  };
  return {
    drafts,
    faults,
    refused,
    saved,
    busy,
    write: (no, draft) => {
      const { [no]: before, ...rest } = drafts;
      void before;
      change(draft ? { ...rest, [no]: draft } : rest);
    },
    spread: (from) => change(spread(drafts, from, lines)),
    save: () => void send(),
    drop: () => {
      change({});
      setFaults({});
      setRefused(null);
    },
  };
}
