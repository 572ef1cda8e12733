import type { ReactNode } from 'react';

/** A column that a list may show. */
export interface TableColumn<R> {
  key: string;
  title: string;
  /** In pixels of the usual letters; `when` is the deadlines' own. */
  width?: number | 'when';
  /** Always there, such as the title. */
  fixed?: boolean;
  /** Shown until somebody chooses. */
  usual?: boolean;
  numeric?: boolean;
  /** Takes the whole width where rows become short blocks. */
  wide?: boolean;
  cell: (row: R) => ReactNode;
}

/** More columns than this can't be read in a row. */
export const MOST_COLUMNS = 7;

/** What somebody chose, in the order of the list; without a choice, or with none that still exists, the usual ones. */
export function chosen<R>(all: TableColumn<R>[], cols: string): TableColumn<R>[] {
  const asked = cols.split(',').filter((key) => all.some((column) => column.key === key && !column.fixed));
  const wanted = (column: TableColumn<R>) => (asked.length ? asked.includes(column.key) : column.usual);
  const free = MOST_COLUMNS - all.filter((column) => column.fixed).length;
  const picked = all.filter((column) => !column.fixed && wanted(column)).slice(0, free);
  return all.filter((column) => column.fixed || picked.includes(column));
}

/** The choice with one column more or less; the same choice where that is one too many, or the last one. */
export function toggled<R>(all: TableColumn<R>[], cols: string, key: string): string {
  const now = chosen(all, cols);
  const has = now.some((column) => column.key === key);
  const next = all.filter((column) => (column.key === key ? !has : now.includes(column)));
  const free = next.filter((column) => !column.fixed);
  return next.length > MOST_COLUMNS || free.length === 0 ? cols : free.map((column) => column.key).join(',');
}

/** The usual choice is no choice: the address stays short, and a new usual column reaches everybody. */
export function isUsual<R>(all: TableColumn<R>[], cols: string): boolean {
  const keys = (some: TableColumn<R>[]) => some.map((column) => column.key).join(',');
  return keys(chosen(all, cols)) === keys(chosen(all, ''));
}
