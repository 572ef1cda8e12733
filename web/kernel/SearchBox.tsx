import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../kit/api';
import { Icon } from '../kit/Icon';
import { useLang } from '../kit/words';
import type { Me } from '../kit/wire';
import { waysOf } from './ways';

const PATIENCE_MS = 250;
const LEAST_SIGNS = 2;
const SHOWN = 6;
const RECEIPT = /^[2-9A-HJ-NP-Z]{16}$/;

export interface Hit {
  to: string;
  /** What the page is opened with. */
  state?: { code: string };
  title: string;
  about: string;
}

/** Pages of the rail whose name holds the words, and the check of a receipt for what looks like its code. */
export function hitsWithoutAsking(me: Me, words: string): Hit[] {
  const pages = waysOf(me)
    .flatMap(({ ways }) => ways)
    .filter(({ word, en }) => word.includes(words) || en.toLowerCase().includes(words.toLowerCase()))
    .slice(0, 3)
    .map(({ to, word }) => ({ to, title: word, about: '页面' }));
  const code = words.toUpperCase();
  const receipt = RECEIPT.test(code) ? [{ to: '/receipt', state: { code }, title: code, about: '核验这个回执' }] : [];
  return [...pages, ...receipt];
}

const listOf = (words: string) => `/desk/matters?q=${encodeURIComponent(words)}`;

/** The words as they stood a moment ago, so that not every letter asks the server. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

function useHits(me: Me, words: string): Hit[] {
  const asked = useSettled(words);
  const found = useQuery({
    queryKey: ['search', asked],
    enabled: asked.length >= LEAST_SIGNS,
    staleTime: 30_000,
    queryFn: ({ signal }) => call('get', '/api/matters', { query: { q: asked, limit: SHOWN }, signal }),
  });
  const items = found.data?.items;
  const later = !!found.data?.next && items?.length === 0;
  return useMemo(
    () =>
      words.length < LEAST_SIGNS
        ? []
        : [
            ...(asked === words ? (items ?? []) : []).map((row) => ({
              to: `/desk/matters/${encodeURIComponent(row.id)}`,
              title: row.title,
              about: `${row.code}，${row.stageTitle}`,
            })),
            ...(asked === words && later
              ? [{ to: listOf(words), title: words, about: '先到期的里面没有，往下接着找' }]
              : []),
            ...hitsWithoutAsking(me, words),
          ],
    [me, words, asked, items, later],
  );
}

/** One box for matters, pages and receipts: the first hits while one writes, the whole list at a press of Enter. */
export function SearchBox({ me }: { me: Me }) {
  const { say } = useLang();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const hold = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const plain = words.trim();
  const hits = useHits(me, plain);
  const shown = open && hits.length > 0;
  useEffect(() => setAt(-1), [plain]);
  const go = (hit: Hit) => {
    setOpen(false);
    setWords('');
    void navigate(hit.to, { state: hit.state });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hit = shown ? hits[at] : undefined;
    if (hit) return go(hit);
    setOpen(false);
    void navigate(plain ? listOf(plain) : '/desk/matters');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      setOpen(false);
    }
    if (!shown || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    setAt((before) => Math.max(-1, Math.min(hits.length - 1, before + step)));
  };
  return (
    <form
      className="gsearch"
      role="search"
      ref={hold}
      aria-label={say('找事项', 'Find a matter')}
      onSubmit={submit}
      onBlur={(event) => !hold.current?.contains(event.relatedTarget) && setOpen(false)}
    >
      <Icon name="search" />
      <input
        className="in"
        type="search"
        id="gsearch"
        role="combobox"
        aria-label={say('找事项：编号、标题', 'Find a matter by code or title')}
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
        placeholder={say('编号、标题、页面', 'Code, title, page')}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setOpen(true);
        }}
        onKeyDown={press}
      />
      {shown && (
        <ul className="hits" role="listbox" id={list} aria-label={say('找到的', 'Found')}>
          {hits.map((hit, i) => (
            <li
              key={hit.to}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === at}
              // before the field loses its focus
              onMouseDown={(event) => {
                event.preventDefault();
                go(hit);
              }}
            >
              <b>{hit.title}</b>
              <small>{hit.about}</small>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
