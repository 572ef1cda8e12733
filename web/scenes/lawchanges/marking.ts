import { ProblemError } from '../../kit/api';
import type { LawChangeLine, LawChangeMark } from '../../kit/wire';

export type Result = LawChangeMark['result'];

export const RESULTS: readonly [Result, string][] = [
  ['UNAFFECTED', '不受影响'],
  ['CHANGED', '已改'],
  ['TO_CHANGE', '待改'],
];

/** What is about to be said of a line. */
export interface Draft {
  result: Result;
  reason: string;
  done: string;
  by: string;
}

export type Drafts = Readonly<Record<number, Draft>>;

export const EMPTY: Omit<Draft, 'result'> = { reason: '', done: '', by: '' };

/** The body of the move: what a result doesn't ask for is left out. */
export function bodyOf(drafts: Drafts) {
  return {
    lines: numbers(drafts).map((no) => {
      const { result, reason, done, by } = drafts[no] as Draft;
      return {
        no,
        result,
        reason: reason.trim(),
        ...(result === 'CHANGED' && done.trim() ? { done: done.trim() } : {}),
        ...(result === 'TO_CHANGE' && by ? { by } : {}),
      };
    }),
  };
}

export function numbers(drafts: Drafts): number[] {
  return Object.keys(drafts)
    .map(Number)
    .sort((one, other) => one - other);
}

/** What the server said of each line: `lines.3.by` is the fourth that was sent. */
export function faultsOf(reason: unknown, sent: readonly number[]): Record<number, string[]> {
  const found: Record<number, string[]> = {};
  if (!(reason instanceof ProblemError)) return found;
  for (const field of reason.problem.fields ?? []) {
    const at = /^lines\.(\d+)\./.exec(field.name)?.[1];
    const no = at === undefined ? undefined : sent[Number(at)];
    if (no !== undefined) found[no] = [...(found[no] ?? []), field.message];
  }
  return found;
}

/** The same said of every shown line of which nothing was said yet. */
export function spread(drafts: Drafts, from: number, lines: readonly LawChangeLine[]): Drafts {
  const one = drafts[from];
  if (!one) return drafts;
  const more = lines.filter((line) => !line.mark && !drafts[line.no]).map((line) => [line.no, { ...one }] as const);
  return { ...drafts, ...Object.fromEntries(more) };
}
