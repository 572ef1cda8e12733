import type { ReactNode } from 'react';
import { Failed, Loading } from '../States';
import { More } from './More';

/** What a list must tell of its state. */
export interface Listed {
  isPending: boolean;
  isError: boolean;
  isSuccess: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/**
 * A column: words, and a width in pixels of the usual letters (it grows with large ones) or the deadlines' own. Numbers
 * stand right.
 */
export type Column = [title: string, width?: number | 'when', kind?: 'num'];

export function Columns({ of, lead }: { of: Column[]; lead?: ReactNode }) {
  return (
    <thead>
      <tr>
        {lead && (
          <th scope="col" className="tick">
            {lead}
          </th>
        )}
        {of.map(([title, width, kind]) => (
          <th
            key={title}
            scope="col"
            className={width === 'when' ? 'when' : kind}
            style={typeof width === 'number' ? { width: `${width / 13}em` } : undefined}
          >
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A list as a sheet of paper: waiting, refused, empty with its reason, or its rows and the way to more. */
export function ListSheet({
  list,
  what,
  caption,
  count,
  columns,
  empty,
  look = '',
  lead,
  children,
}: {
  list: Listed;
  what: string;
  caption: string;
  count: number;
  columns: Column[];
  empty: ReactNode;
  /** Classes of the sheet, such as its density. */
  look?: string;
  /** What stands over the ticks. */
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={`sheet flow ${look}`.trim()}>
      {list.isPending && (
        <div style={{ padding: '8px 14px' }}>
          <Loading what={what} rows={4} />
        </div>
      )}
      {list.isError && <Failed reason={list.error} what={`${what}没取到`} onRetry={() => void list.refetch()} />}
      {list.isSuccess && count === 0 && !list.hasNextPage && empty}
      {list.isSuccess && count === 0 && list.hasNextPage && (
        <p className="meta" role="status" style={{ padding: '8px 14px' }}>
          前面的都不符合，正在往下找
        </p>
      )}
      {count > 0 && (
        <table>
          <caption className="sr">{caption}</caption>
          <Columns of={columns} lead={lead} />
          {children}
        </table>
      )}
      <More page={list} what={what} />
    </div>
  );
}
