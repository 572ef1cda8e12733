import { describe, expect, it } from 'vitest';
import { catchUp, plainClone, timeout } from './old';

/** Takes something away as if the browser had never known it, and gives it back after. */
function without(target: object, name: string, then: () => void): void {
  const known = Object.getOwnPropertyDescriptor(target, name);
  Reflect.deleteProperty(target, name);
  try {
    catchUp();
    then();
  } finally {
    if (known) Object.defineProperty(target, name, known);
  }
}

describe('an old browser', () => {
  it('counts from the end', () => {
    without(Array.prototype, 'at', () => {
      expect([1, 2, 3].at(-1)).toBe(3);
      expect([1, 2, 3].at(0)).toBe(1);
      expect([1].at(-2)).toBeUndefined();
    });
    without(String.prototype, 'at', () => expect('枫桥'.at(-1)).toBe('桥'));
  });

  it('finds from the end', () => {
    without(Array.prototype, 'findLast', () => {
      expect([1, 2, 3, 4].findLast((one) => one % 2 === 1)).toBe(3);
      expect([2].findLast((one) => one > 2)).toBeUndefined();
    });
    without(Array.prototype, 'findLastIndex', () => expect([5, 6, 5].findLastIndex((one) => one === 5)).toBe(2));
  });

  it('knows what is an object’s own', () => {
    without(Object, 'hasOwn', () => {
      expect(Object.hasOwn({ a: 1 }, 'a')).toBe(true);
      expect(Object.hasOwn({ a: 1 }, 'toString')).toBe(false);
    });
  });

  it('copies plain data all the way down', () => {
    const one = { day: new Date(0), list: [{ a: 1 }], map: new Map([['k', { b: 2 }]]), set: new Set([1]), none: null };
    const copy = plainClone(one);
    expect(copy).toEqual(one);
    expect(copy.list[0]).not.toBe(one.list[0]);
    expect(copy.map.get('k')).not.toBe(one.map.get('k'));
  });

  it('gives up waiting', async () => {
    const signal = timeout(5);
    expect(signal.aborted).toBe(false);
    await new Promise((done) => setTimeout(done, 30));
    expect(signal.aborted).toBe(true);
  });
});
