import { describe, expect, it } from 'vitest';
import type { MatterRow, Scene } from '../kit/wire';
import { columnsOf, countWords, joined, lateOffices } from './boardColumns';

const row = (code: string, agency?: string, at?: string) =>
  ({ code, ...(agency ? { agency: { name: agency } } : {}), ...(at ? { due: { at } } : {}) }) as unknown as MatterRow;

const scene = (...names: string[]) =>
  ({ stages: names.map((name) => ({ name, title: name.toLowerCase() })) }) as unknown as Scene;

describe('the board', () => {
  it('has the columns of those stages that the scene knows', () => {
    const columns = columnsOf(scene('ROUTED', 'ACCEPTED', 'CLOSED'));
    expect(columns.map((column) => column.title)).toEqual(['待签收', '办理中']);
    expect(columns[1]?.stages).toEqual([{ name: 'ACCEPTED', title: 'accepted' }]);
  });

  it('says of a list that goes on only how many there are at least', () => {
    expect(countWords({ rows: [row('a')], more: false })).toBe('1');
    expect(countWords({ rows: [row('a')], more: true })).toBe('1+');
    expect(countWords(joined([{ rows: [row('a')], more: true }, { rows: [row('b')], more: false }]))).toBe('2+');
  });

  it('puts first what is due first, and what has no day last', () => {
    const read = joined([
      { rows: [row('c'), row('b', 'x', '2026-11-24T00:00:00Z')], more: false },
      { rows: [row('a', 'x', '2026-11-23T00:00:00Z')], more: false },
    ]);
    expect(read.rows.map((one) => one.code)).toEqual(['a', 'b', 'c']);
  });

  it('names the office that answers for what is late', () => {
    expect(lateOffices({ rows: [row('a', '甲'), row('b', '乙'), row('c', '乙'), row('d')], more: false })).toEqual([
      { name: '乙', count: 2 },
      { name: '甲', count: 1 },
      { name: '还没有承办单位', count: 1 },
    ]);
  });
});
