import { describe, expect, it } from 'vitest';
import { minutesLeft } from './useUnmasked';

describe('what was looked at behind the mask', () => {
  const MINUTE = 60_000;

  it('is seen for ten minutes and not a moment longer', () => {
    expect(minutesLeft(0, 0)).toBe(10);
    expect(minutesLeft(0, MINUTE)).toBe(9);
    expect(minutesLeft(0, 9 * MINUTE + 1)).toBe(1);
    expect(minutesLeft(0, 10 * MINUTE)).toBe(0);
    expect(minutesLeft(0, 99 * MINUTE)).toBe(0);
  });
});
