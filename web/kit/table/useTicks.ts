import { useRef, useState } from 'react';

export interface Ticks<R> {
  rows: R[];
  has: (id: string) => boolean;
  toggle: (row: R, range?: boolean) => void;
  /** All rows of the page, or none of them. */
  page: () => void;
  whole: boolean;
  some: boolean;
  set: (rows: R[]) => void;
  clear: () => void;
}

/** Which rows of a list are ticked. What is ticked stays so while more is loaded, and goes with another question. */
export function useTicks<R>(shown: R[], idOf: (row: R) => string, asked: string): Ticks<R> {
  const [ticked, setTicked] = useState<{ asked: string; rows: Map<string, R> }>({ asked, rows: new Map() });
  const last = useRef('');
  // Of another question nothing is ticked.
  const rows = ticked.asked === asked ? ticked.rows : new Map<string, R>();
  const keep = (next: Map<string, R>) => setTicked({ asked, rows: next });
  const ids = shown.map(idOf);
  const on = ids.filter((id) => rows.has(id)).length;
  const toggle = (row: R, range = false) => {
    const id = idOf(row);
    const next = new Map(rows);
    const [from, to] = [ids.indexOf(last.current), ids.indexOf(id)].sort((a, b) => a - b);
    last.current = id;
    if (range && from !== undefined && to !== undefined && from >= 0)
      shown.slice(from, to + 1).forEach((one) => next.set(idOf(one), one));
    else if (!next.delete(id)) next.set(id, row);
    keep(next);
  };
  return {
    rows: [...rows.values()],
    has: (id) => rows.has(id),
    toggle,
    page: () =>
      keep(on === ids.length ? new Map() : new Map([...rows, ...shown.map((row) => [idOf(row), row] as const)])),
    whole: ids.length > 0 && on === ids.length,
    some: on > 0 && on < ids.length,
    set: (many) => keep(new Map(many.map((row) => [idOf(row), row]))),
    clear: () => keep(new Map()),
  };
}
