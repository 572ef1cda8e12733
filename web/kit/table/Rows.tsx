import type { TableColumn } from './columns';
import { TickBox } from './TickBox';
import type { Ticks } from './useTicks';

/** The rows of a list under its chosen columns, each with its tick. Ticked: a tint; where the keys stand: a ring. */
export function Rows<R>({
  rows,
  columns,
  ticks,
  current,
  idOf,
  nameOf,
  onPick,
}: {
  rows: R[];
  columns: TableColumn<R>[];
  /** Absent where nothing can be ticked. */
  ticks: Ticks<R> | undefined;
  current: string;
  idOf: (row: R) => string;
  nameOf: (row: R) => string;
  onPick: (id: string) => void;
}) {
  const look = (id: string) => [ticks?.has(id) ? 'ticked' : '', id === current ? 'cur' : ''].join(' ').trim();
  return (
    <tbody>
      {rows.map((row) => {
        const id = idOf(row);
        return (
          <tr
            key={id}
            data-row={id}
            className={look(id)}
            aria-current={id === current || undefined}
            onClick={() => onPick(id)}
          >
            {ticks && (
              <td className="tick" onClick={(event) => event.stopPropagation()}>
                <TickBox
                  label={`选中 ${nameOf(row)}`}
                  on={ticks.has(id)}
                  onChange={(range) => ticks.toggle(row, range)}
                />
              </td>
            )}
            {columns.map((column) => (
              <td
                key={column.key}
                className={[column.wide ? 'wide' : '', column.fixed ? 'tt' : '', column.numeric ? 'num' : '']
                  .filter(Boolean)
                  .join(' ')}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}
