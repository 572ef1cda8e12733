import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { newKey } from '../api';
import { isUsual, type TableColumn } from './columns';
import { numbered } from './numbered';
import { dropPreference, keepPreference, usePreferences } from './preferences';

export type Density = 'loose' | 'tight';

/** A filter with a name: what stands in the address, kept. */
export interface SavedView {
  id: string;
  title: string;
  asked: Record<string, string>;
}

export interface TableView {
  cols: string;
  setCols: (cols: string) => void;
  density: Density;
  setDensity: (density: Density) => void;
  views: SavedView[];
  /** The saved view one looks through, as long as it is one. */
  current: SavedView | undefined;
  /** Whether something else is asked for by now. */
  changed: boolean;
  /** Which view a visit begins with; empty for none. */
  first: string;
  open: (view: SavedView | null) => void;
  /** Answers whether words had to be left out, since they hold a number of somebody. */
  save: (title: string, id?: string) => Promise<boolean>;
  rename: (view: SavedView, title: string) => Promise<void>;
  remove: (view: SavedView) => Promise<void>;
  setFirst: (id: string) => Promise<void>;
}

const same = (a: Record<string, string>, b: Record<string, string>) =>
  Object.keys({ ...a, ...b }).every((name) => (a[name] ?? '') === (b[name] ?? ''));

/**
 * How a list looks: its columns, its density and its saved views. They stand in the address, so that they can be sent,
 * and are remembered for the next visit.
 *
 * @param list such as `matters`
 * @param names what the list can be asked for
 */
export function useTableView<R>(list: string, columns: TableColumn<R>[], names: readonly string[]): TableView {
  const [search, setSearch] = useSearchParams();
  const kept = usePreferences();
  const table = `table.${list}`;
  const prefix = `view.${list}.`;
  const items = kept.data?.items ?? [];
  const wished = items.find((one) => one.name === table)?.value ?? {};
  const views = items
    .filter((one) => one.name.startsWith(prefix))
    .map(({ name, value: { title = '', ...asked } }) => ({ id: name.slice(prefix.length), title, asked }));
  const now = (some: readonly string[]) =>
    Object.fromEntries(some.map((name) => [name, search.get(name) ?? '']).filter(([, value]) => value)) as Record<
      string,
      string
    >;
  const current = views.find((view) => view.id === search.get('view'));
  // A view looks as it was saved, whatever one is used to elsewhere.
  const looked = (name: string) => search.get(name) ?? (current ? '' : (wished[name] ?? ''));
  const cols = looked('cols');
  const density: Density = looked('density') === 'tight' ? 'tight' : 'loose';
  const asked: Record<string, string> = {
    ...now(names),
    ...(cols && { cols }),
    ...(density === 'tight' && { density }),
  };
  const first = wished['first'] ?? '';

  const put = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
    // What isn't remembered holds for this visit all the same.
    if (!current) keepPreference(table, { ...wished, [name]: value }).catch(() => undefined);
  };
  const open = (view: SavedView | null, replace = false) =>
    setSearch(view ? { ...view.asked, view: view.id } : {}, { replace });

  // A visit without a question of its own begins with the view one has chosen for that.
  const begun = useRef(false);
  const start = views.find((view) => view.id === first);
  useEffect(() => {
    if (begun.current || !kept.isSuccess) return;
    begun.current = true;
    if (start && [...search.keys()].length === 0) open(start, true);
  });

  const save = async (title: string, id = newKey().slice(0, 8)) => {
    const { q = '', ...rest } = asked;
    const number = numbered(q);
    const said = number || !q ? rest : asked;
    await keepPreference(prefix + id, { ...said, title });
    if (!number) setSearch({ ...said, view: id }, { replace: true });
    return number;
  };
  const setFirst = (id: string) => keepPreference(table, { ...wished, first: id });

  return {
    cols,
    setCols: (next) => put('cols', isUsual(columns, next) ? '' : next),
    density,
    setDensity: (next) => put('density', next === 'tight' ? 'tight' : ''),
    views,
    current,
    changed: !!current && !same(asked, current.asked),
    first,
    open,
    save,
    rename: (view, title) => keepPreference(prefix + view.id, { ...view.asked, title }),
    remove: async (view) => {
      await dropPreference(prefix + view.id);
      if (first === view.id) await setFirst('');
      if (current?.id === view.id) open(null, true);
    },
    setFirst,
  };
}
