import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, ProblemError } from './api';
import { reasonWords } from './States';

const answers = (status: number, headers: Record<string, string>, body: string) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, headers })));

async function refused(): Promise<ProblemError> {
  try {
    await call('get', '/api/search', { query: { q: '楼上漏水' } });
  } catch (reason) {
    if (reason instanceof ProblemError) return reason;
  }
  throw new Error('nothing was refused');
}

describe('asked too often', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('the page says when to come back, in the words of the server', async () => {
    const said = { title: '请稍后再试', status: 429, detail: '操作太频繁了。', next: '10 秒后再试。' };
    answers(429, { 'Retry-After': '10' }, JSON.stringify(said));
    const reason = await refused();
    expect(reason.waitSeconds).toBe(10);
    expect(reasonWords(reason)).toEqual({ title: '请稍后再试', detail: '操作太频繁了。', next: '10 秒后再试。' });
  });

  it('the page says so too where only a header does', async () => {
    answers(429, { 'Retry-After': '3' }, '<html>Too Many Requests</html>');
    expect(reasonWords(await refused())).toEqual({ title: '问得太快了，请稍等一会儿再试', next: '3 秒后再试。' });
  });

  it('no time is made up where none is said', async () => {
    answers(429, {}, '');
    const reason = await refused();
    expect(reason.waitSeconds).toBe(0);
    expect(reasonWords(reason)).toEqual({ title: '问得太快了，请稍等一会儿再试' });
  });
});
