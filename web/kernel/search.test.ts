import { describe, expect, it } from 'vitest';
import type { Me } from '../kit/wire';
import { hitsWithoutAsking } from './SearchBox';

const me = {
  roles: ['kernel.supervisor'],
  supervisor: true,
  counts: { inbox: 0, alerts: 0, messages: 0 },
} as unknown as Me;

describe('the search box', () => {
  it('leads to pages by their name, in either language, but only to those one may open', () => {
    expect(hitsWithoutAsking(me, '五环').map(({ to }) => to)).toEqual(['/desk/rings']);
    expect(hitsWithoutAsking(me, 'rings').map(({ to }) => to)).toEqual(['/desk/rings']);
    expect(hitsWithoutAsking(me, '旧台账')).toEqual([]);
  });

  it('leads to the check of a receipt for what looks like its code, and for nothing else', () => {
    const code = '23456789ABCDEFGH';
    expect(hitsWithoutAsking(me, code.toLowerCase())).toEqual([
      { to: '/receipt', state: { code }, title: code, about: '核验这个回执' },
    ]);
    for (const other of ['23456789ABCDEFG', '23456789ABCDEFGHI', '0123456789ABCDEF', '楼上漏水'])
      expect(hitsWithoutAsking(me, other)).toEqual([]);
  });
});
