/**
 * What browsers as old as Chrome 88 lack of the language that the pages and their libraries use. Each is added only
 * where it is missing. What the build can lower, it lowers (`build.target`); what is drawn differently, the style
 * sheets say themselves.
 */

function add(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex<T>(this: T[], test: (one: T, at: number, all: T[]) => unknown): number {
  for (let i = this.length - 1; i >= 0; i--) if (test(this[i] as T, i, this)) return i;
  return -1;
}

function findLast<T>(this: T[], test: (one: T, at: number, all: T[]) => unknown): T | undefined {
  return this[findLastIndex.call(this as unknown[], test as (one: unknown, at: number, all: unknown[]) => unknown)];
}

/** A copy of plain data: what crosses the wire, dates, maps and sets; functions and elements have no copy anywhere. */
export function plainClone<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return new Date(value) as T;
  if (value instanceof Map) return new Map([...value].map(([k, v]) => [plainClone(k), plainClone(v)])) as T;
  if (value instanceof Set) return new Set([...value].map(plainClone)) as T;
  if (Array.isArray(value)) return value.map(plainClone) as T;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainClone(one)])) as T;
}

/** Gives up after a time. */
export function timeout(millis: number): AbortSignal {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), millis);
  return abort.signal;
}

/** Fills in what is missing. */
export function catchUp(): void {
  for (const kind of [Array, String, Uint8Array]) add(kind.prototype, 'at', at);
  add(Array.prototype, 'findLast', findLast);
  add(Array.prototype, 'findLastIndex', findLastIndex);
  add(Object, 'hasOwn', (of: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(of, name));
  add(globalThis, 'structuredClone', plainClone);
  if (typeof AbortSignal !== 'undefined') add(AbortSignal, 'timeout', timeout);
}
