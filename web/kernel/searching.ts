import { useQuery } from '@tanstack/react-query';
import { call } from '../kit/api';
import type { Me, SearchFound, SearchGroup, SearchHit } from '../kit/wire';
import { waysOf } from './ways';

export const LEAST_SIGNS = 2;
const RECEIPT = /^[2-9A-HJ-NP-Z]{16}$/;
const NUMBER = /^(1[3-9]\d{9}|0\d{9,11}|\d{15}|\d{17}[\dx])$/;

export interface Hit {
  to: string;
  /** What the page is opened with. */
  state?: { code: string } | { people: true };
  title: string;
  about: string;
}

export interface HitGroup {
  kind: string;
  title: string;
  hits: Hit[];
  more: boolean;
}

/** What looks like the phone or the ID number of a person stands in no address and in no history. */
export function looksLikeNumber(words: string): boolean {
  return NUMBER.test(words.toLowerCase().replace(/[\s-]/g, ''));
}

/** Pages of the rail whose name holds the words, and the check of a receipt for what looks like its code. */
export function hitsWithoutAsking(me: Me, words: string): Hit[] {
  const code = words.toUpperCase();
  const receipt = RECEIPT.test(code) ? [{ to: '/receipt', state: { code }, title: code, about: '核验这个回执' }] : [];
  return [...pagesOf(me, words), ...receipt];
}

function pagesOf(me: Me, words: string): Hit[] {
  return waysOf(me)
    .flatMap(({ ways }) => ways)
    .filter(({ word, en }) => word.includes(words) || en.toLowerCase().includes(words.toLowerCase()))
    .slice(0, 3)
    .map(({ to, word }) => ({ to, title: word, about: '页面' }));
}

/** People are looked for on the page, after one has said what for; the words go with one in memory only. */
export const toPeople: Hit = {
  to: '/desk/search',
  state: { people: true },
  title: '找人要先说明用途',
  about: '会记下来，本人能看到',
};
const PEOPLE: HitGroup = { kind: 'PEOPLE', title: '人', more: false, hits: [toPeople] };

function hitOf(hit: SearchHit): Hit {
  const to = hit.matter
    ? `/desk/matters/${encodeURIComponent(hit.matter)}${hit.file ? '#files' : ''}`
    : `/desk/parameters?q=${encodeURIComponent(hit.parameter ?? '')}`;
  return { to, title: hit.title, about: hit.about };
}

/** The guides of the kinds of matters whose limits cite the article, each once. */
function guidesOf(group: SearchGroup): Hit[] {
  const scenes = new Set(group.hits.flatMap(({ scene }) => (scene ? [scene] : [])));
  return [...scenes].map((scene) => ({
    to: `/desk/lifecycles/${scene}`,
    title: '办理流程和期限',
    about: group.hits.find((hit) => hit.scene === scene)?.about.split('，').at(-1) ?? scene,
  }));
}

export function isPeople(hit: Hit): boolean {
  return !!hit.state && 'people' in hit.state;
}

/** Everything that was found, in the order in which it is shown; groups of which there is nothing are left out. */
export function groupsOf(me: Me, words: string, found: SearchFound | undefined): HitGroup[] {
  const groups: HitGroup[] = (found?.groups ?? []).map((group) => ({
    kind: group.kind,
    title: group.title,
    more: group.more,
    hits: [...group.hits.map(hitOf), ...(group.kind === 'LAW' ? guidesOf(group) : [])],
  }));
  const own = hitsWithoutAsking(me, words);
  const checks = own.filter(({ state }) => state);
  const laws = groups.findIndex(({ kind }) => kind === 'LAW' || kind === 'RECEIPT');
  groups.splice(laws < 0 ? groups.length : laws, 0, PEOPLE);
  if (checks.length > 0) {
    const receipts = groups.find(({ kind }) => kind === 'RECEIPT');
    if (receipts) receipts.hits.push(...checks);
    else groups.push({ kind: 'RECEIPT', title: '回执', hits: checks, more: false });
  }
  const pages = own.filter(({ state }) => !state);
  if (pages.length > 0) groups.push({ kind: 'PAGE', title: '页面', hits: pages, more: false });
  return groups;
}

/** What the server finds for the words. Numbers of people are not sent: they would stand in an address. */
export function useFound(words: string, limit: number, kind?: string) {
  return useQuery({
    queryKey: ['search', words, limit, kind ?? ''],
    enabled: words.length >= LEAST_SIGNS && !looksLikeNumber(words),
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      call('get', '/api/search', { query: { q: words, limit, ...(kind ? { kind } : {}) }, signal }),
  });
}
