import { describe, expect, it } from 'vitest';
import { ProblemError } from '../api';
import { runBatch, type RowAnswer } from './batch';

const refusal = (status: number, wait = 0) => new ProblemError({ status, title: `答 ${status}` }, wait);
const states = (answers: RowAnswer<string>[]) => answers.map((one) => `${one.row} ${one.state}`);
const turn = () => new Promise((done) => setTimeout(done, 0));

describe('a batch', () => {
  it('asks each row for itself and answers in the order of the rows', async () => {
    const asked: string[] = [];
    let most = 0;
    let under = 0;
    const answers = await runBatch(
      ['a', 'b', 'c', 'd', 'e'],
      async (row) => {
        asked.push(row);
        under += 1;
        most = Math.max(most, under);
        await turn();
        under -= 1;
      },
      { parallel: 3 },
    );
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(most).toBe(3);
    expect(states(answers)).toEqual(['a done', 'b done', 'c done', 'd done', 'e done']);
  });

  it('goes on where one is refused, and keeps the reason', async () => {
    const told: string[] = [];
    const answers = await runBatch(
      ['a', 'b', 'c'],
      async (row) => {
        if (row === 'a') throw refusal(409);
        if (row === 'b') throw refusal(412);
      },
      { onAnswer: (answer) => told.push(answer.row) },
    );
    expect(states(answers)).toEqual(['a refused', 'b refused', 'c done']);
    expect(answers.map((one) => (one.reason as ProblemError | undefined)?.status)).toEqual([409, 412, undefined]);
    expect([...told].sort()).toEqual(['a', 'b', 'c']);
  });

  it('waits as long as it is told to, all rows together, and asks again', async () => {
    const waits: number[] = [];
    const slept: number[] = [];
    const tries = new Map<string, number>();
    let asleep = false;
    const answers = await runBatch(
      ['a', 'b', 'c', 'd'],
      async (row) => {
        expect(asleep).toBe(false);
        const times = (tries.get(row) ?? 0) + 1;
        tries.set(row, times);
        await turn();
        if (row === 'a' && times === 1) throw refusal(429, 7);
      },
      {
        parallel: 1,
        onWait: (seconds) => waits.push(seconds),
        sleep: async (seconds) => {
          asleep = true;
          slept.push(seconds);
          await turn();
          asleep = false;
        },
      },
    );
    expect(waits).toEqual([7]);
    expect(slept).toEqual([7]);
    expect(tries.get('a')).toBe(2);
    expect(states(answers)).toEqual(['a done', 'b done', 'c done', 'd done']);
  });

  it('gives up on a server that always says later', async () => {
    const answers = await runBatch(['a'], () => Promise.reject(refusal(429, 1)), { sleep: () => Promise.resolve() });
    expect(states(answers)).toEqual(['a refused']);
  });

  it('stops: what is under way is answered, the rest never sent', async () => {
    const stop = new AbortController();
    const asked: string[] = [];
    const answers = await runBatch(
      ['a', 'b', 'c'],
      async (row) => {
        asked.push(row);
        if (row === 'a') stop.abort();
        await turn();
      },
      { parallel: 1, signal: stop.signal },
    );
    expect(asked).toEqual(['a']);
    expect(states(answers)).toEqual(['a done', 'b stopped', 'c stopped']);
  });

  it('stops while it waits', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 5);
    const answers = await runBatch(['a'], () => Promise.reject(refusal(429, 600)), { signal: stop.signal });
    expect(states(answers)).toEqual(['a stopped']);
  });
});
