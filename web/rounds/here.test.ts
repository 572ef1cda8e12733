import { describe, expect, it } from 'vitest';
import { begin, type Seen } from './draft';
import { hereOf } from './here';
import type { Plan } from './plan';

const plan: Plan = {
  asOf: '',
  scene: 'disputes',
  categories: [],
  visits: [],
  areas: [
    { path: '33.01', name: '筱溪村' },
    { path: '33.01.g1', name: '第1网格' },
    { path: '33.01.g2', name: '第2网格' },
  ],
};

const seen = (area: string, at: string) => {
  const said: Seen = { kind: 'seen', scene: '', words: '', category: '', area, place: '', at: '' };
  return begin(said, new Date(at));
};

describe('here', () => {
  it('is the place of what was written last', () => {
    const drafts = [seen('33.01.g2', '2026-11-02T00:00:00Z'), seen('33.01.g1', '2026-11-01T00:00:00Z')];
    expect(hereOf(drafts, plan)?.name).toBe('第2网格');
  });
  it('is not told by the draft that asks, nor by a place that is no longer mine', () => {
    const asks = seen('33.01.g2', '2026-11-03T00:00:00Z');
    expect(hereOf([asks, seen('33.99', '2026-11-02T00:00:00Z')], plan, asks.id)?.name).toBe('筱溪村');
  });
  it('is nothing while no place is known', () => {
    expect(hereOf([], null)).toBeNull();
  });
});
