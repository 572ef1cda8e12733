import type { Problem } from './wire';

/** The server said no, and said why. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
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

export interface Call {
  body?: unknown;
  /** The same key for every retry of one deed, so that it is done once. */
  key?: string;
  version?: number;
  signal?: AbortSignal;
}

export type Method = 'GET' | 'POST' | 'DELETE';

function headersOf(method: Method, call: Call): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  // A page of another origin can't set this header: it stands against forged requests.
  if (method !== 'GET') headers.set('X-Maple', '1');
  if (method === 'POST') headers.set('Content-Type', 'application/json');
  if (call.key) headers.set('Idempotency-Key', call.key);
  if (call.version !== undefined) headers.set('If-Match', `"${call.version}"`);
  return headers;
}

const WORDS: Record<number, string> = {
  401: '要先登录',
  403: '这件事不归您办',
  404: '没有找到，或者您看不到',
  429: '问得太快了，请稍等一会儿再试',
  503: '服务正在启动或休整，请稍后再试',
};

async function problemOf(answer: Response): Promise<Problem> {
  const fallback = { title: WORDS[answer.status] ?? '服务器没能办成这一步', status: answer.status };
  try {
    const said = (await answer.json()) as Partial<Problem>;
    return { ...fallback, ...said, title: said.title || fallback.title, status: answer.status };
  } catch {
    return fallback;
  }
}

/** One door to the server. Never logs what was said. */
export async function call<T>(method: Method, path: string, options: Call = {}): Promise<T> {
  let answer: Response;
  try {
    const sent = method === 'POST' ? JSON.stringify(options.body ?? {}) : undefined;
    answer = await fetch(`/api${path}`, {
      method,
      headers: headersOf(method, options),
      credentials: 'same-origin',
      cache: 'no-store',
      ...(sent === undefined ? {} : { body: sent }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason;
    throw new UnreachableError();
  }
  if (!answer.ok) throw new ProblemError(await problemOf(answer));
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

/** Query text out of what is set; empty values are left out so that addresses stay short. */
export function query(values: Record<string, string | number | boolean | undefined | null>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '' && value !== false) search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** crypto.randomUUID is missing on plain http addresses other than localhost; random bytes are not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
