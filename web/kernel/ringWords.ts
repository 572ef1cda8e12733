import type { Figure, Group } from '../kit/wire';

type Counted = Pick<Figure | Group, 'value' | 'numerator' | 'of' | 'matters' | 'note'>;

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** The value with its unit; nothing where too little was counted. */
export function valueWords(one: Counted, unit: string): string | null {
  return one.value === undefined || one.value === null ? null : `${grouped.format(one.value)} ${unit}`;
}

/** What was divided by what, always beside the value. */
export function baseWords(one: Counted, kind: Figure['unit']): string {
  if (kind === 'COUNT') return `共 ${one.matters} 件`;
  if (kind === 'YUAN') return `${one.matters} 件登记了金额`;
  if (one.numerator === undefined || one.numerator === null) return `共 ${grouped.format(one.of)} 件`;
  if (kind === 'DAYS') return `${grouped.format(one.of)} 件平均`;
  return `${grouped.format(one.numerator)} ÷ ${grouped.format(one.of)} 件`;
}

/** One cell of a table file. What a spreadsheet would run as a formula becomes plain text. */
export function cell(text: string | number | null | undefined): string {
  const words = text === null || text === undefined ? '' : String(text);
  const safe = typeof text === 'string' && /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table file as spreadsheets of the house open it: with a mark for the letters, lines ended the old way. */
export function csv(rows: (string | number | null | undefined)[][]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What stands behind a question mark, as an answer's own address gives it. */
export function askedOf(records: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(records.split('?')[1] ?? ''));
}
