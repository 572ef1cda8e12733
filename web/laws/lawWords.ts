import { useLocation } from 'react-router';
import { dayLong } from '../kit/days';
import type { Tone } from '../kit/Status';
import type { LawState } from '../kit/wire';

export const STATES: Record<LawState, [Tone, string]> = {
  IN_FORCE: ['green', '有效'],
  FUTURE: ['blue', '尚未施行'],
  REPEALED: ['grey', '已失效'],
};

/** Officers read within the desk, everybody else at the same addresses without it. */
export function useLawBase(): string {
  return useLocation().pathname.startsWith('/desk') ? '/desk/laws' : '/laws';
}

/** An address below the library, with what is said; what is empty is left out. */
export function lawPath(base: string, path: string, query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams(
    Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== ''),
  ).toString();
  return `${base}${path ? `/${path}` : ''}${search ? `?${search}` : ''}`;
}

const NUMERALS = '零一二三四五六七八九十';

export const paragraphWords = (no: number): string => `第${NUMERALS[no] ?? no}款`;

/** As a paper cites it: the whole name, the article, the paragraph where there are several. */
export function citation(law: string, label: string, paragraph?: number): string {
  return `《${law}》${label}${paragraph ? paragraphWords(paragraph) : ''}`;
}

export function spanWords(from: string, until?: string | null): string {
  return until ? `${dayLong(from)}起，到${dayLong(until)}为止` : `${dayLong(from)}起施行`;
}

/** A piece of a text, marked or not. */
export interface Piece {
  text: string;
  hit: boolean;
}

const MOST = 260;
const AROUND = 60;

/** The answering sentences of a text marked; what lies far from them is left out where the text is long. */
export function piecesOf(text: string, spans: readonly { from: number; to: number }[]): Piece[] {
  const marks = [...spans].filter(({ from, to }) => from < to && to <= text.length).sort((a, b) => a.from - b.from);
  const first = marks[0];
  const short = text.length <= MOST;
  const start = short || !first ? 0 : Math.max(0, first.from - AROUND);
  const end = short ? text.length : Math.min(text.length, Math.max(start + MOST, (first?.to ?? 0) + AROUND));
  const pieces: Piece[] = start > 0 ? [{ text: '…', hit: false }] : [];
  let at = start;
  for (const { from, to } of marks) {
    if (from >= end || to <= at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(Math.max(at, from), Math.min(to, end)), hit: true });
    at = Math.min(to, end);
  }
  if (at < end) pieces.push({ text: text.slice(at, end), hit: false });
  if (end < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}
