import { useQuery } from '@tanstack/react-query';

/** A county as it is drawn. */
export interface Place {
  code: string;
  name: string;
  /** Where its name stands. */
  at: [number, number];
  /** An SVG path. */
  d: string;
}

/** The counties of one city, as `./maplebridge outline` wrote them. */
export interface Outline {
  from: string;
  licence: string;
  box: [number, number];
  places: Place[];
}

type Kept = Record<string, () => Promise<Outline>>;

/** Only what somebody fetched for this place; most builds have none, and then tiles are all there is. */
const kept = import.meta.glob<Outline>('../outline/*.json', { import: 'default' });

/** The code of the city an area lies in; empty above it. */
export function cityOf(path: string): string {
  const parts = path.split('.');
  return parts.length < 2 ? '' : parts.slice(0, 2).join('');
}

/** The code of the county an area is or lies in; empty above it. */
export function countyOf(path: string): string {
  const parts = path.split('.');
  return parts.length < 3 ? '' : parts.slice(0, 3).join('');
}

/** Whether these areas are counties of one city, so that its outline can carry their figures. */
export function areCounties(paths: string[]): boolean {
  return (
    paths.length > 0 &&
    paths.every((path) => path.split('.').length === 3) &&
    new Set(paths.map((path) => cityOf(path))).size === 1
  );
}

/** Takes the outline of a city out of what is kept; none is no fault. */
export function outlineIn(all: Kept, city: string): Promise<Outline | null> {
  const read = all[`../outline/${city}.json`];
  return read ? read() : Promise.resolve(null);
}

/** The outline of the city an area lies in, where one was fetched. */
export function useOutline(path: string): Outline | null {
  const city = cityOf(path);
  const found = useQuery({
    queryKey: ['outline', city],
    queryFn: () => outlineIn(kept, city),
    staleTime: Infinity,
    enabled: city !== '',
  });
  return found.data ?? null;
}
