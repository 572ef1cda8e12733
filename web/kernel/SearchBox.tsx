import { useEffect, useId, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../kit/Icon';
import type { Me } from '../kit/wire';
import { useLang } from '../kit/words';
import { carry } from './PeopleSearch';
import {
  groupsOf,
  isPeople,
  toPeople,
  LEAST_SIGNS,
  looksLikeNumber,
  useFound,
  type Hit,
  type HitGroup,
} from './searching';
import { singleKeys } from '../kit/table/useRowKeys';

const PATIENCE_MS = 250;
const SHOWN = 4;

/** The words as they stood a moment ago, so that not every letter asks the server. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

function useGroups(me: Me, words: string): HitGroup[] {
  const asked = useSettled(words);
  const found = useFound(asked, SHOWN);
  const answer = asked === words ? found.data : undefined;
  return useMemo(() => (words.length < LEAST_SIGNS ? [] : groupsOf(me, words, answer)), [me, words, answer]);
}

/** Ctrl+K from everywhere; the single key where nobody is typing and nobody has switched single keys off. */
function useWayIn(field: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const typing = (event.target as Element).closest('input:not([type=checkbox]), textarea, select, [role=dialog]');
      const called = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
      const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && singleKeys();
      if (!called && !slash) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [field]);
}

function Hits({ groups, at, list, go }: { groups: HitGroup[]; at: number; list: string; go: (hit: Hit) => void }) {
  const { say } = useLang();
  let no = -1;
  return (
    <div className="hits" role="listbox" id={list} aria-label={say('找到的', 'Found')}>
      {groups.map((group) => (
        <div key={group.kind} role="group" aria-labelledby={`${list}-${group.kind}`}>
          <p id={`${list}-${group.kind}`} role="presentation">
            {group.title}
          </p>
          {group.hits.map((hit) => {
            no += 1;
            return (
              <div
                key={`${hit.to} ${hit.title}`}
                className="hit"
                id={`${list}-${no}`}
                role="option"
                aria-selected={no === at}
                // before the field loses its focus
                onMouseDown={(event) => {
                  event.preventDefault();
                  go(hit);
                }}
              >
                <b>{hit.title}</b>
                <small>{hit.about}</small>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** One box for all there is: the first hits of each kind while one writes, the whole page at a press of Enter. */
export function SearchBox({ me }: { me: Me }) {
  const { say } = useLang();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const hold = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const plain = words.trim();
  const groups = useGroups(me, plain);
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups]);
  const number = looksLikeNumber(plain);
  const shown = open && hits.length > 0;
  useWayIn(field);
  useEffect(() => setAt(-1), [plain]);
  useEffect(() => {
    if (at >= 0) document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, list]);
  const go = (hit: Hit) => {
    if (isPeople(hit)) carry(plain);
    setOpen(false);
    setWords('');
    void navigate(hit.to, { state: hit.state });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hit = shown ? hits[at] : undefined;
    if (hit) return go(hit);
    if (number) return go(toPeople);
    setOpen(false);
    setWords('');
    void navigate(`/desk/search${plain ? `?q=${encodeURIComponent(plain)}` : ''}`);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      event.preventDefault();
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
      aria-label={say('查找', 'Search')}
      onSubmit={submit}
      onBlur={(event) => !hold.current?.contains(event.relatedTarget) && setOpen(false)}
    >
      <Icon name="search" />
      <input
        className="in"
        type="search"
        id="gsearch"
        ref={field}
        role="combobox"
        aria-label={say('查找：事项、材料、人、法条、回执、页面', 'Find matters, files, people, articles, receipts, pages')}
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
        aria-keyshortcuts="Control+K"
        placeholder={say('标题、拼音首字母、编号', 'Title, initials, code')}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setOpen(true);
        }}
        onKeyDown={press}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      {shown && <Hits groups={groups} at={at} list={list} go={go} />}
    </form>
  );
}
