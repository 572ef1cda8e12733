import type { UseQueryResult } from '@tanstack/react-query';
import { chosen, type TableColumn } from './columns';
import type { Listed } from './ListSheet';
import { useRowKeys, type RowKeys } from './useRowKeys';
import { useTableView, type TableView } from './useTableView';
import { useTicks, type Ticks } from './useTicks';

/** A list that comes piece by piece. */
export interface Pieces<R> extends Listed {
  data?: { pages: { items: R[] }[] } | undefined;
}

/** A list that comes whole, as one piece; what doesn't fit the filter of the page is left out. */
export function inOnePiece<R>(
  found: UseQueryResult<{ items: R[] }>,
  fits: (row: R) => boolean = () => true,
): Pieces<R> {
  const { isPending, isError, isSuccess, error, refetch, data } = found;
  const pages = data ? [{ items: data.items.filter(fits) }] : [];
  const more = { hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined };
  return { isPending, isError, isSuccess, error, refetch, ...more, data: { pages } };
}

interface Asked<R> {
  /** Under which name its look is remembered, such as `matters`. */
  name: string;
  list: Pieces<R>;
  columns: TableColumn<R>[];
  /** What the list can be asked for, and what it is asked for now. */
  names: readonly string[];
  filter: Record<string, string>;
  idOf: (row: R) => string;
  /** Opens a row; without it a row has no page of its own. */
  onOpen?: (row: R) => void;
  /** What E does to a row, and its name. */
  onAct?: (row: R) => void;
  act?: string;
  /** Whether rows can be ticked. */
  ticking?: boolean;
}

export interface Searched<R> extends Asked<R> {
  rows: R[];
  shown: TableColumn<R>[];
  look: TableView;
  ticks: Ticks<R>;
  keys: RowKeys;
  /** How many there are, as far as is known; empty until it is. */
  count: (unit: string) => string;
}

/** A list of the desk: its columns and density are remembered, J K Enter walk and open, E and X do what it says. */
export function useSearchTable<R>(asked: Asked<R>): Searched<R> {
  const { list, columns, idOf } = asked;
  const look = useTableView(asked.name, columns, asked.names);
  const rows = (list.data?.pages ?? []).flatMap((page) => page.items);
  const ticks = useTicks(rows, idOf, JSON.stringify(asked.filter));
  const keys = useRowKeys(
    rows.map(idOf),
    (id, key) => {
      const row = rows.find((one) => idOf(one) === id);
      if (!row) return;
      if (key === 'open') asked.onOpen?.(row);
      else if (key === 'act') (asked.onAct ?? asked.onOpen)?.(row);
      else if (asked.ticking) ticks.toggle(row, key === 'range');
    },
    asked.ticking ? () => ticks.whole || ticks.page() : undefined,
  );
  const count = (unit: string) =>
    list.isSuccess ? `${list.hasNextPage ? '先列出' : '共'} ${rows.length} ${unit}` : '';
  return { ...asked, rows, shown: chosen(columns, look.cols), look, ticks, keys, count };
}
