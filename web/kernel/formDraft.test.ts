import { describe, expect, it } from 'vitest';
import { SealedShelf } from '../kit/shelf/sealed';
import { MemoryShelf } from '../kit/shelf/shelf';
import { dropOld, outdated, worthKeeping } from './useFormDraft';

const NOW = Date.parse('2026-09-14T10:00:00Z');
const at = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

describe('a draft of a form', () => {
  it('is kept only once something was typed that the form did not bring along', () => {
    expect(worthKeeping({ area: '33.07' }, { area: '33.07' })).toBe(false);
    expect(worthKeeping({ area: '33.07', note: '' }, { area: '33.07' })).toBe(false);
    expect(worthKeeping({ area: '33.07', note: '漏水' }, { area: '33.07' })).toBe(true);
    expect(worthKeeping({ agree: false, rows: [] }, {})).toBe(false);
  });

  it('is too old after seven days, and not believed from the future', () => {
    expect(outdated({ values: {}, savedAt: at(1) }, NOW)).toBe(false);
    expect(outdated({ values: {}, savedAt: at(24 * 7 + 1) }, NOW)).toBe(true);
    expect(outdated({ values: {}, savedAt: at(-2) }, NOW)).toBe(true);
    expect(outdated({ values: {}, savedAt: '' }, NOW)).toBe(true);
  });

  it('that is too old leaves the device; what is young, and what is no form, stays', async () => {
    const shelf = new SealedShelf(new MemoryShelf(), 'one');
    await shelf.put('form/a/agree', { values: { note: '旧' }, savedAt: at(24 * 8) });
    await shelf.put('form/b/agree', { values: { note: '新' }, savedAt: at(2) });
    await shelf.put('draft/x', { note: '巡查' });
    await dropOld(shelf, NOW);
    expect(await shelf.names('')).toEqual(['draft/x', 'form/b/agree']);
  });

  it('is no other officer’s to read', async () => {
    const device = new MemoryShelf();
    await new SealedShelf(device, 'one').put('form/a/agree', { values: {}, savedAt: at(0) });
    expect(await new SealedShelf(device, 'two').get('form/a/agree')).toBeNull();
  });
});
