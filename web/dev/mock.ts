import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { answer } from './answers';
import type { Asked } from './asked';

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

async function serve(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.pathname.startsWith('/api/')) return next();
  const header = (name: string) => String(request.headers[name] ?? '');
  const asked: Asked = {
    method: request.method ?? 'GET',
    path: url.pathname.slice(4),
    query: url.searchParams,
    body: await bodyOf(request),
    key: header('idempotency-key'),
    version: Number(header('if-match').replaceAll('"', '') || NaN),
    session: /maple=([\w-]+)/.exec(header('cookie'))?.[1] ?? '',
    maple: header('x-maple') === '1',
  };
  const { status, body, cookie } = answer(asked);
  response.statusCode = status;
  response.setHeader('Content-Type', status >= 400 ? 'application/problem+json' : 'application/json');
  if (cookie !== undefined) response.setHeader('Set-Cookie', `maple=${cookie}; Path=/; HttpOnly; SameSite=Strict`);
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** Stands in for the server while one works on pages; never part of what is built. */
export function mock(): Plugin {
  const hook = (server: { middlewares: { use: (f: typeof handle) => unknown } }) => void server.middlewares.use(handle);
  const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    void serve(request, response, next);
  };
  return { name: 'maple-mock', configureServer: hook, configurePreviewServer: hook };
}
