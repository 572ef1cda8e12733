import { describe, expect, it } from 'vitest';
import { chosen, isUsual, MOST_COLUMNS, toggled, type TableColumn } from './columns';
import { numbered } from './numbered';

const cell = () => null;
const ALL: TableColumn<string>[] = [
  { key: 'due', title: '期限', usual: true, cell },
  { key: 'title', title: '事项', fixed: true, cell },
  ...['a', 'b', 'c', 'd'].map((key) => ({ key, title: key, usual: key < 'c', cell })),
  ...['e', 'f', 'g'].map((key) => ({ key, title: key, cell })),
];
const keys = (cols: string) => chosen(ALL, cols).map((column) => column.key);

describe('the columns of a list', () => {
  it('are the usual ones until somebody chooses, and the fixed one always', () => {
    expect(keys('')).toEqual(['due', 'title', 'a', 'b']);
    expect(keys('nothing')).toEqual(['due', 'title', 'a', 'b']);
    expect(keys('g,c')).toEqual(['title', 'c', 'g']);
    expect(isUsual(ALL, 'b,a,due')).toBe(true);
    expect(isUsual(ALL, 'a')).toBe(false);
  });
  it('are never more than can be read', () => {
    expect(keys('due,a,b,c,d,e,f,g')).toHaveLength(MOST_COLUMNS);
    expect(toggled(ALL, 'due,a,b,c,d,e', 'f')).toBe('due,a,b,c,d,e');
    expect(toggled(ALL, '', 'g')).toBe('due,a,b,g');
    expect(toggled(ALL, 'a,b', 'b')).toBe('a');
    expect(toggled(ALL, 'a', 'a')).toBe('a');
  });
});

describe('words that are a number of somebody', () => {
  it('are told from others', () => {
    for (const number of ['13812345678', '138 1234-5678', '１３８１２３４５６７８', '33070219800101123X', '找 13812345678'])
      expect(numbered(number)).toBe(true);
    for (const words of ['漏水', '2026-0001', 'MB20260000012', '110']) expect(numbered(words)).toBe(false);
  });
});
