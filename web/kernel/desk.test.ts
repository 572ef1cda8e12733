import { describe, expect, it } from 'vitest';
import { tasks } from '../dev/matters';
import type { Summary } from '../kit/wire';
import { dueByDay, dueGroups } from './dueGroups';
import { safeNext } from './SignIn';
import { finding } from './Supervision';

describe('the inbox', () => {
  it("keeps the server's order inside groups, the overdue first", () => {
    const groups = dueGroups(tasks, '2026-09-29');
    expect(groups[0]?.title).toBe('已逾期');
    expect(groups.flatMap((group) => group.rows)).toHaveLength(tasks.length);
    expect(groups.map((group) => group.title)).toContain('停计或等放假安排');
  });
  it('lays what is overdue on today', () => {
    expect(dueByDay(tasks, '2026-09-29').get('2026-09-29')?.get('red')).toBe(1);
  });
});

describe('signing in', () => {
  it('goes on only to a page of the desk', () => {
    expect(safeNext('/desk/matters?q=1')).toBe('/desk/matters?q=1');
    for (const next of [null, '', 'https://example.org', '//example.org/desk', '/desktop', 'javascript:0']) {
      expect(safeNext(next)).toBe('/desk');
    }
  });
});

describe("the supervisor's heading", () => {
  const summary = (more: Partial<Summary>): Summary => ({
    asOf: '2026-09-29T09:42:00+08:00',
    open: 46,
    overdue: 4,
    dueSoon: 6,
    returned: 3,
    atLeast: [],
    most: 10_000,
    mostOfPart: 2_000,
    byTown: [
      { area: { path: 'a', name: '甲镇' }, open: 21, overdue: 3, dueSoon: 2, returned: 1, atLeast: [] },
    ],
    ...more,
  });
  it('states the finding', () => {
    expect(finding(summary({}))).toBe('在办 46 件里，4 件逾期，最多的是甲镇，3 件');
    expect(finding(summary({ overdue: 0 }))).toBe('在办 46 件，没有逾期，6 件快到期');
    expect(finding(summary({ open: 0, overdue: 0 }))).toBe('现在没有在办的事项');
  });
});
