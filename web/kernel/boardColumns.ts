import type { MatterRow, Scene } from '../kit/wire';

/** One column of the board, made of stages of one scene. */
export interface Column {
  name: 'waiting' | 'handled' | 'performed';
  title: string;
  stages: { name: string; title: string }[];
  /** What it means that nothing is there. */
  none: string;
}

const COLUMNS: { name: Column['name']; title: string; stages: string[]; none: string }[] = [
  { name: 'waiting', title: '待签收', stages: ['ROUTED'], none: '都签收了' },
  { name: 'handled', title: '办理中', stages: ['ACCEPTED', 'HANDLING', 'AGREED'], none: '没有在办的' },
  { name: 'performed', title: '等履行', stages: ['PERFORMING'], none: '没有等着履行的' },
];

/** The columns of one scene, of those stages that it knows. */
export function columnsOf(scene: Scene): Column[] {
  return COLUMNS.map((column) => ({
    ...column,
    stages: column.stages.flatMap((name) => {
      const found = scene.stages.find((stage) => stage.name === name);
      return found ? [{ name, title: found.title }] : [];
    }),
  })).filter((column) => column.stages.length > 0);
}

/** What was read of a list, and whether there is more. */
export interface Read {
  rows: MatterRow[];
  more: boolean;
}

export const joined = (parts: Read[]): Read => ({
  rows: parts.flatMap((part) => part.rows).sort((one, two) => (one.due?.at ?? '9').localeCompare(two.due?.at ?? '9')),
  more: parts.some((part) => part.more),
});

/** A list that goes on is at least as long as what was read of it; it is never said to be exactly so. */
export const countWords = ({ rows, more }: Read): string => (more ? `${rows.length}+` : String(rows.length));

/** Which offices let how many lie, the most first: only where all were read is that an order. */
export function lateOffices({ rows }: Read): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = row.agency?.name ?? '还没有承办单位';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((one, two) => two.count - one.count);
}
