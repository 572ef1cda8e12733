import { describe, expect, it } from 'vitest';
import { filedIn } from './journey';

describe('the start page', () => {
  const here = 'http://127.0.0.1:8080';

  it('goes on from what was filed in its own phone', () => {
    expect(filedIn({ origin: here, data: { filed: { id: 'a', code: 'B' } } }, here)).toEqual({ id: 'a', code: 'B' });
  });

  it('passes over words from elsewhere and words that mean nothing', () => {
    expect(filedIn({ origin: 'http://evil.example', data: { filed: { id: 'a', code: 'B' } } }, here)).toBeNull();
    for (const data of [null, 'filed', {}, { filed: null }, { filed: { id: 1, code: 'B' } }]) {
      expect(filedIn({ origin: here, data }, here)).toBeNull();
    }
  });
});
