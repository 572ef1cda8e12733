import { describe, expect, it } from 'vitest';
import { monthWords, yuan } from './words';

describe('allowances', () => {
  it('writes sums to the cent', () => {
    expect(yuan('1234567.80')).toBe('1,234,567.80 元');
    expect(yuan('-1080.00')).toBe('−1,080.00 元');
    expect(yuan('0.00')).toBe('0.00 元');
  });
  it('names a month', () => {
    expect(monthWords('2026-09-01')).toBe('2026 年 9 月');
  });
});
