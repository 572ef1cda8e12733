import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, fetchFile } from './api';

export type Asked = Record<string, string>;

export interface Filtering {
  filter: Asked;
  /** Whether anything is asked for. */
  filtered: boolean;
  set: (name: string, value: string) => void;
  clear: () => void;
}

/**
 * The filter lives in the address: it can be kept, sent, and gone back to.
 *
 * @param names what a list can be asked for; whatever else stands in the address is no filter
 * @param undoes what a change of one makes meaningless, such as the stage once the scene is another
 */
export function useFilter(names: readonly string[], undoes: Record<string, string> = {}): Filtering {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(
    () => Object.fromEntries(names.map((name) => [name, search.get(name) ?? '']).filter(([, value]) => value)) as Asked,
    [names, search],
  );
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    const undone = undoes[name];
    if (undone) next.delete(undone);
    setSearch(next, { replace: true });
  };
  return { filter, filtered: Object.keys(filter).length > 0, set, clear: () => setSearch({}, { replace: true }) };
}

type Placed = { id: string; name: string; label: string; by: Filtering };

/** One of a few. */
export function PickFilter({
  id,
  name,
  label,
  by,
  options,
  any = '不限',
}: Placed & { options: (readonly [string, string])[]; any?: string }) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="in"
        value={by.filter[name] ?? ''}
        onChange={(event) => by.set(name, event.target.value)}
      >
        <option value="">{any}</option>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A day, or a month. */
export function DayFilter({ id, name, label, by, type = 'date' }: Placed & { type?: 'date' | 'month' }) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="in"
        type={type}
        value={by.filter[name] ?? ''}
        onChange={(event) => by.set(name, event.target.value)}
      />
    </div>
  );
}

/** Words, asked for when they are all written. */
export function WordsFilter(field: Placed) {
  const kept = field.by.filter[field.name] ?? '';
  return <Words key={kept} {...field} kept={kept} />;
}

function Words({ id, name, label, by, kept }: Placed & { kept: string }) {
  const [words, setWords] = useState(kept);
  const done = () => {
    if (words.trim() !== kept) by.set(name, words.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="in"
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onBlur={done}
      />
    </form>
  );
}

/** What is either asked for or not. */
export function SwitchFilters({ by, names }: { by: Filtering; names: readonly (readonly [string, string])[] }) {
  return (
    <div className="chips" role="group" aria-label="只看">
      {names.map(([name, word]) => {
        const on = by.filter[name] === 'true';
        return (
          <button
            key={name}
            type="button"
            className="btn"
            aria-pressed={on}
            onClick={() => by.set(name, on ? '' : 'true')}
          >
            {word}
          </button>
        );
      })}
    </div>
  );
}

/** The way back from a filter that finds nothing. */
export function ClearFilter({ by }: { by: Filtering }) {
  return (
    <button type="button" className="btn" onClick={by.clear}>
      去掉筛选
    </button>
  );
}

/** Lets the browser save a file of the server. */
export async function saveFile(route: string, query: Record<string, string>, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await fetchFile(addressOf(route, { query })));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
