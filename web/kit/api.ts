import type { paths } from '../wire/wire.gen';
import type { Problem } from './wire';

/** The server said no, and said why. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** After how many seconds it may be tried again; 0 where waiting doesn't help. */
  readonly waitSeconds: number;
  constructor(problem: Problem, waitSeconds = 0) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
    this.waitSeconds = waitSeconds;
  }
  get status(): number {
    return this.problem.status;
  }
}

/** The server was not reached: nobody knows whether it heard us, so the same key must be sent again. */
export class UnreachableError extends Error {
  constructor() {
    super('没连上');
    this.name = 'UnreachableError';
  }
}

type Verb = 'get' | 'post' | 'put' | 'delete';
type Operation<V extends Verb, P extends keyof paths> = NonNullable<paths[P][V]>;

/** The addresses that know a verb. */
export type PathOf<V extends Verb> = { [P in keyof paths]: paths[P][V] extends object ? P : never }[keyof paths];

/** What an endpoint answers when it does what was asked. */
export type Answer<V extends Verb, P extends keyof paths> =
  Operation<V, P> extends { responses: { 200: { content: { 'application/json': infer A } } } }
    ? A
    : Operation<V, P> extends { responses: { 201: { content: { 'application/json': infer A } } } }
      ? A
      : undefined;

// In brackets, so that a union of all endpoints is asked as one and not multiplied out: there are too many of them.
type Path<O> = [O] extends [{ parameters: { path: infer T extends object } }] ? { path: T } : { path?: never };
type Query<O> = [O] extends [{ parameters: { query: infer T extends object } }]
  ? { query: T }
  : [O] extends [{ parameters: { query?: infer T extends object } }]
    ? { query?: T }
    : { query?: never };
type Body<O> = [O] extends [{ requestBody: { content: { 'application/json': infer T } } }]
  ? { body: T }
  : { body?: never };
type Header<O> = [O] extends [{ parameters: { header: infer T } }] ? T : object;
/** The same key for every retry of one deed, so that it is done once. */
type Key<O> = 'Idempotency-Key' extends keyof Header<O> ? { key: string } : { key?: never };
type Version<O> = 'If-Match' extends keyof Header<O> ? { version: number } : { version?: never };

/**
 * What an endpoint wants to be told, as its description says. Taken endpoint by endpoint: the parts of all of them
 * multiplied with each other are too many for the compiler.
 */
export type Call<O> = O extends unknown
  ? Path<O> & Query<O> & Body<O> & Key<O> & Version<O> & { signal?: AbortSignal }
  : never;

interface Told {
  path?: object;
  query?: object;
  body?: unknown;
  key?: string;
  version?: number;
  signal?: AbortSignal;
}

function headersOf(verb: Verb, told: Told): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  // A page of another origin can't set this header: it stands against forged requests.
  if (verb !== 'get') headers.set('X-Maple', '1');
  if (verb === 'post' || verb === 'put') headers.set('Content-Type', 'application/json');
  if (told.key) headers.set('Idempotency-Key', told.key);
  if (told.version !== undefined) headers.set('If-Match', `"${told.version}"`);
  return headers;
}

/** An address with its variables filled in; empty answers are left out so that addresses stay short. */
export function addressOf(path: string, told: Pick<Told, 'path' | 'query'>): string {
  const values = new Map(Object.entries(told.path ?? {}));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(told.query ?? {})) {
    if (value !== undefined && value !== null && value !== '' && value !== false) search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
}

const WORDS: Record<number, string> = {
  401: '要先登录',
  403: '这件事不归您办',
  404: '没有找到，或者您看不到',
  429: '问得太快了，请稍等一会儿再试',
  503: '服务正在启动或休整，请稍后再试',
};

async function problemOf(answer: Response): Promise<Problem> {
  const wait = waitOf(answer);
  const fallback = {
    title: WORDS[answer.status] ?? '服务器没能办成这一步',
    status: answer.status,
    // what answers in front of the server says so in a header only
    ...(wait > 0 ? { next: `${wait} 秒后再试。` } : {}),
  };
  try {
    const said = (await answer.json()) as Partial<Problem>;
    return { ...fallback, ...said, title: said.title || fallback.title, status: answer.status };
  } catch {
    return fallback;
  }
}

function waitOf(answer: Response): number {
  const seconds = Number(answer.headers.get('Retry-After') ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

/** One door to the server: what goes in and comes out is what the server describes. Never logs what was said. */
export async function call<V extends Verb, P extends PathOf<V>>(
  verb: V,
  path: P,
  options: Call<Operation<V, P>>,
): Promise<Answer<V, P>> {
  const told = options as Told;
  let answer: Response;
  try {
    const sent = verb === 'post' || verb === 'put' ? JSON.stringify(told.body ?? {}) : undefined;
    answer = await fetch(addressOf(path, told), {
      method: verb.toUpperCase(),
      headers: headersOf(verb, told),
      credentials: 'same-origin',
      cache: 'no-store',
      ...(sent === undefined ? {} : { body: sent }),
      ...(told.signal ? { signal: told.signal } : {}),
    });
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason;
    throw new UnreachableError();
  }
  if (!answer.ok) throw new ProblemError(await problemOf(answer), waitOf(answer));
  if (answer.status === 204) return undefined as Answer<V, P>;
  return (await answer.json()) as Answer<V, P>;
}

/** crypto.randomUUID is missing on plain http addresses other than localhost; random bytes are not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Sends what is no JSON, such as a file. */
export async function sendRaw(
  method: 'POST' | 'PUT',
  address: string,
  body: BodyInit,
  type?: string,
  key?: string,
): Promise<unknown> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json', 'X-Maple': '1' });
  if (type) headers.set('Content-Type', type);
  if (key) headers.set('Idempotency-Key', key);
  let answer: Response;
  try {
    answer = await fetch(address, { method, headers, body, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new UnreachableError();
  }
  if (!answer.ok) throw new ProblemError(await problemOf(answer));
  return answer.json();
}

/** What a file holds. */
export async function fetchFile(address: string): Promise<Blob> {
  return (await fetchNamed(address)).content;
}

/** What a file holds, and what the server calls it: a reader may learn its name only with its content. */
export async function fetchNamed(address: string): Promise<{ content: Blob; name: string }> {
  let answer: Response;
  try {
    answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new UnreachableError();
  }
  if (!answer.ok) throw new ProblemError(await problemOf(answer));
  return { content: await answer.blob(), name: nameIn(answer.headers.get('Content-Disposition') ?? '') };
}

/** The name in a Content-Disposition, in UTF-8 if it stands there so; empty if there is none. */
export function nameIn(disposition: string): string {
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  try {
    if (wide) return decodeURIComponent(wide);
  } catch {
    // a name that can't be read is none
  }
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? '';
}
