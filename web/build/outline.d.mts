import type { Outline } from '../kit/outlines';

interface Geo {
  features: {
    id: string;
    properties: { name: string };
    geometry: { type: string; coordinates: unknown };
  }[];
}

export function filesOf(tar: Buffer): Generator<{ name: string; text: () => string }>;
export function thinned(points: [number, number][], fine: number): [number, number][];
export function drawn(geo: Geo): Pick<Outline, 'box' | 'places'>;
export function outlineOf(tar: Buffer, county: string): Outline | null;
