import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../kit/api';
import type { LawChangeLine } from '../../kit/wire';
import { bodyOf, EMPTY, faultsOf, spread } from './marking';

describe('what is said of lines', () => {
  it('leaves out what a result does not ask for, in the order of the lines', () => {
    const drafts = {
      12: { result: 'TO_CHANGE' as const, reason: ' 等定数 ', done: '白写的', by: '2026-03-09' },
      2: { result: 'UNAFFECTED' as const, reason: '照旧', done: '', by: '2026-03-09' },
    };
    expect(bodyOf(drafts)).toEqual({
      lines: [
        { no: 2, result: 'UNAFFECTED', reason: '照旧' },
        { no: 12, result: 'TO_CHANGE', reason: '等定数', by: '2026-03-09' },
      ],
    });
  });

  it('finds the line a fault is about', () => {
    const fields = [
      { name: 'lines.1.by', message: '填哪天' },
      { name: 'lines', message: '别的' },
    ];
    const refused = new ProblemError({ title: '不行', status: 422, fields });
    expect(faultsOf(refused, [2, 12])).toEqual({ 12: ['填哪天'] });
    expect(faultsOf(new Error('断了'), [2])).toEqual({});
  });

  it('says the same of those nobody has looked at, and of no other', () => {
    const lines = [{ no: 1 }, { no: 2, mark: {} }, { no: 3 }] as LawChangeLine[];
    const one = { result: 'UNAFFECTED' as const, ...EMPTY, reason: '照旧' };
    expect(Object.keys(spread({ 1: one }, 1, lines))).toEqual(['1', '3']);
  });
});
