import type { ReactNode } from 'react';
import { ListSheet } from './ListSheet';
import { RowKeysHelp } from './RowKeysHelp';
import { Rows } from './Rows';
import { TickBox } from './TickBox';
import type { Searched } from './useSearchTable';
import { ViewBar } from './ViewBar';

/** The table of a list of the desk, with what arranges it above and the keys it knows below. */
export function SearchTable<R>({
  table,
  what,
  caption,
  nameOf,
  empty,
}: {
  table: Searched<R>;
  what: string;
  caption: string;
  /** What a row is called for those who don't see it. */
  nameOf: (row: R) => string;
  empty: ReactNode;
}) {
  const { list, rows, shown, look, ticks, keys, ticking } = table;
  return (
    <>
      <ViewBar by={look} columns={table.columns} views={table.names.length > 1} />
      <ListSheet
        list={list}
        what={what}
        caption={caption}
        count={rows.length}
        columns={shown.map((column) => [column.title, column.width, column.numeric ? 'num' : undefined])}
        empty={empty}
        look={`kept ${look.density === 'tight' ? 'tight' : ''}`}
        lead={ticking && <TickBox label="选中列出的全部" on={ticks.whole} some={ticks.some} onChange={ticks.page} />}
      >
        <Rows
          rows={rows}
          columns={shown}
          ticks={ticking ? ticks : undefined}
          current={keys.current}
          idOf={table.idOf}
          nameOf={nameOf}
          onPick={keys.setCurrent}
        />
      </ListSheet>
      {rows.length > 0 && <RowKeysHelp keys={keys} opens={!!table.onOpen} act={table.act} ticks={!!ticking} />}
    </>
  );
}
