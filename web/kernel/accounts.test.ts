import { describe, expect, it } from 'vitest';
import type { StaffAccount } from '../kit/wire';
import { fits } from './StaffAccounts';

const one = (some: Partial<StaffAccount>): StaffAccount => ({
  id: '1',
  login: 'wanghong',
  name: '王红',
  codes: true,
  sessions: 0,
  tokens: 0,
  seenAt: '2026-11-23T08:00:00+08:00',
  ...some,
});

describe('an account', () => {
  it('is found by a part of the name or of the user name, in any letters', () => {
    expect(fits(one({}), { q: '红' })).toBe(true);
    expect(fits(one({}), { q: 'WANG' })).toBe(true);
    expect(fits(one({}), { q: '李' })).toBe(false);
  });

  it('is found by what is wrong with it', () => {
    expect(fits(one({}), { never: 'true' })).toBe(false);
    expect(fits(one({ seenAt: undefined }), { never: 'true' })).toBe(true);
    expect(fits(one({ codes: false }), { uncoded: 'true', q: '王' })).toBe(true);
    expect(fits(one({ lockedUntil: '2026-11-23T09:00:00+08:00' }), { locked: 'true', uncoded: 'true' })).toBe(false);
  });
});
