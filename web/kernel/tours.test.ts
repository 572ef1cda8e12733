import { describe, expect, it } from 'vitest';
import { tourOf, TOURS } from './tours';

describe('a walk over a page', () => {
  it('is found by the address of the page alone', () => {
    expect(tourOf('/desk')?.name).toBe('tour.inbox-1');
    expect(tourOf('/desk/matters')?.name).toBe('tour.matters-1');
    expect(tourOf('/desk/matters/0199-abc')?.name).toBe('tour.matter-1');
    expect(tourOf('/desk/parameters')).toBeUndefined();
    expect(tourOf('/desk/matters/x/more')).toBeUndefined();
  });

  it('has a name that can be remembered, its own, and says something at each stop', () => {
    for (const { name } of TOURS) expect(name).toMatch(/^[a-z][a-z0-9.-]{0,59}$/);
    expect(new Set(TOURS.map((tour) => tour.name)).size).toBe(TOURS.length);
    for (const tour of TOURS) for (const stop of tour.stops) expect(stop.words.length).toBeGreaterThan(8);
  });
});
