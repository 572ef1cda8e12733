import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sm2 } from 'sm-crypto-v2';
import { issue, key, published } from '../../dev/log';
import type { PublicReceipt, Receipt } from '../wire';
import { checkReceipt, signed, type CheckName, type Evidence } from './check';
import { utf8 } from './merkle';
import { z } from './shape';

let kept: Receipt;
let open: PublicReceipt;

const evidence = (change: Partial<Evidence> = {}): Evidence => ({ kept, published: open, keys: [key], ...change });
const badOf = (given: Evidence): CheckName[] =>
  checkReceipt(given)
    .checks.filter((check) => check.state === 'bad')
    .map((check) => check.name);

beforeEach(() => {
  vi.useFakeTimers();
  kept = issue('m-test', { words: '演示：试一试' }, '2026-09-29T09:42:00+08:00');
  open = published(kept.receiptCode) as PublicReceipt;
});
afterEach(() => vi.useRealTimers());

function intoTheLog(): void {
  vi.advanceTimersByTime(60_000);
  open = published(kept.receiptCode) as PublicReceipt;
}

describe('a receipt', () => {
  it('waits while it is not in the log yet, and says so', () => {
    const verdict = checkReceipt(evidence());
    expect(verdict.state).toBe('waiting');
    expect(verdict.checks.find((check) => check.name === 'leaf')?.title).toBe('还在排队进总账');
  });

  it('holds in every part once it is in the log', () => {
    intoTheLog();
    const verdict = checkReceipt(evidence());
    expect(verdict.checks.map((check) => check.state)).toEqual(Array(7).fill('ok'));
    expect(verdict.state).toBe('ok');
  });

  it('can be checked by its code alone, without the words', () => {
    intoTheLog();
    const verdict = checkReceipt({ published: open, keys: [key] });
    expect(verdict.state).toBe('ok');
    expect(verdict.checks.map((check) => check.name)).toEqual(['promise', 'published', 'leaf', 'checkpoint']);
  });
});

describe('a receipt that was touched names the very part', () => {
  beforeEach(intoTheLog);

  it('words', () =>
    expect(badOf(evidence({ kept: { ...kept, body: kept.body.replace('试', '改') } }))).toEqual(['body']));
  it('salt', () => {
    const salt = (kept.salt.startsWith('0') ? '1' : '0') + kept.salt.slice(1);
    expect(badOf(evidence({ kept: { ...kept, salt } }))).toContain('body');
  });
  it('envelope', () => {
    const envelope = kept.envelope.replace('"seq":1', '"seq":2');
    expect(badOf(evidence({ kept: { ...kept, envelope } }))).toEqual(['entry', 'leaf']);
  });
  it('promise', () => {
    const promise = kept.promise.replace('2026-09-29', '2026-09-28');
    expect(badOf(evidence({ kept: { ...kept, promise } }))).toEqual(['promise', 'published']);
  });
  it('signature', () => {
    const signature = (kept.signature.startsWith('0') ? '1' : '0') + kept.signature.slice(1);
    expect(badOf(evidence({ kept: { ...kept, signature } }))).toEqual(['promise']);
  });
  it("somebody else's key, even with a true signature of that key", () => {
    const pair = sm2.generateKeyPairHex();
    const signature = sm2.doSignature(utf8(kept.promise), pair.privateKey, { hash: true, userId: '1234567812345678' });
    const forged = { ...kept, signature, key: { ...kept.key, publicKey: pair.publicKey } };
    expect(badOf(evidence({ kept: forged }))).toEqual(['key', 'promise']);
  });
  it('path', () => {
    const leaf = open.leaf;
    if (!leaf) throw new Error('not in the log');
    const path = leaf.path.map((hash, at) => (at === 0 ? hash.split('').reverse().join('') : hash));
    expect(badOf(evidence({ published: { ...open, leaf: { ...leaf, path } } }))).toEqual(['leaf']);
  });
  it('checkpoint', () => {
    const leaf = open.leaf;
    if (!leaf) throw new Error('not in the log');
    const checkpoint = { ...leaf.checkpoint, body: leaf.checkpoint.body.replace('09:40', '09:41') };
    expect(badOf(evidence({ published: { ...open, leaf: { ...leaf, checkpoint } } }))).toEqual(['checkpoint']);
  });
  it('another entry in its place', () => {
    const other = issue('m-other', { words: '另一件' }, '2026-09-29T09:42:00+08:00');
    vi.advanceTimersByTime(60_000);
    const theirs = published(other.receiptCode) as PublicReceipt;
    expect(badOf(evidence({ published: theirs }))).toEqual(['published', 'leaf']);
  });
});

describe('what is not a signature', () => {
  it('is refused without throwing', () => {
    expect(signed('x', '', key.publicKey)).toBe(false);
    expect(signed('x', '00'.repeat(64), key.publicKey)).toBe(false);
    expect(signed('x', kept.signature, 'nonsense')).toBe(false);
  });
});

describe('a receipt file', () => {
  it('is read alone or inside the answer it came in, and nothing else is', () => {
    expect(z.receipt(JSON.stringify(kept))?.receiptCode).toBe(kept.receiptCode);
    expect(z.receipt(JSON.stringify({ matter: {}, receipt: kept }))?.receiptCode).toBe(kept.receiptCode);
    for (const text of ['', 'x', 'null', '[]', '{}', '{"receiptCode":1}', '{"receipt":null}'])
      expect(z.receipt(text)).toBeNull();
  });
});
