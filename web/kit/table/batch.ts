import { ProblemError } from '../api';

/** What became of one row: done, refused with its reason, or never sent because somebody stopped. */
export interface RowAnswer<R> {
  row: R;
  state: 'done' | 'refused' | 'stopped';
  reason?: unknown;
}

export interface BatchRun<R> {
  /** How many rows are under way at a time. */
  parallel?: number;
  onAnswer?: (answer: RowAnswer<R>) => void;
  /** The server asked to wait that many seconds. */
  onWait?: (seconds: number) => void;
  /** Stops: what is under way is still answered, the rest is never sent. */
  signal?: AbortSignal;
  sleep?: (seconds: number, signal?: AbortSignal) => Promise<void>;
}

/** A server that still says "later" after this many waits is not waited for any longer. */
const MOST_WAITS = 20;

function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal?.addEventListener('abort', end);
  });
}

const asksToWait = (reason: unknown): reason is ProblemError => reason instanceof ProblemError && reason.status === 429;

/**
 * Does the same with many rows, each for itself: every row is asked and answered as if it were the only one, so no rule
 * is passed by. Asked to wait, all of them wait. The answers come back in the order of the rows.
 */
export async function runBatch<R>(
  rows: readonly R[],
  act: (row: R) => Promise<unknown>,
  { parallel = 3, onAnswer, onWait, signal, sleep = pause }: BatchRun<R> = {},
): Promise<RowAnswer<R>[]> {
  const answers = new Map<R, RowAnswer<R>>();
  const queue = [...rows];
  let waiting: Promise<void> | null = null;
  const stopped = () => signal?.aborted ?? false;

  const hold = (seconds: number) => {
    waiting ??= sleep(seconds, signal).finally(() => {
      waiting = null;
    });
    onWait?.(seconds);
  };

  const one = async (row: R): Promise<RowAnswer<R>> => {
    for (let waits = 0; ; waits += 1) {
      while (waiting) await waiting;
      if (stopped()) return { row, state: 'stopped' };
      try {
        await act(row);
        return { row, state: 'done' };
      } catch (reason) {
        if (!asksToWait(reason) || waits >= MOST_WAITS) return { row, state: 'refused', reason };
        hold(Math.max(1, reason.waitSeconds));
      }
    }
  };

  const worker = async () => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      const answer = await one(row);
      answers.set(row, answer);
      onAnswer?.(answer);
    }
  };

  await Promise.all(Array.from({ length: Math.min(parallel, rows.length) }, worker));
  return rows.flatMap((row) => answers.get(row) ?? []);
}
