export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  key: string;
  version: number;
  session: string;
  maple: boolean;
}
export interface Answer {
  status: number;
  body?: unknown;
  cookie?: string;
}

export const ok = <T>(body: T, status = 200): Answer => ({ status, body });
export const problem = (status: number, title: string, more: Record<string, unknown> = {}): Answer => ({
  status,
  body: { type: 'about:blank', title, status, ...more },
});
