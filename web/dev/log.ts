import { sm2, sm3 } from 'sm-crypto-v2';
import { bodyHashOf, entryHashOf } from '../kit/proof/check';
import { leafHash, nodeHash, utf8 } from '../kit/proof/merkle';
import type { Checkpoint, Leaf, LogKey, PublicReceipt, Receipt } from '../kit/wire';

/** A made-up public log that really signs and really hashes, so that the browser's check is put to work. */
const pair = sm2.generateKeyPairHex();
const LOG = 'yanshi-log';
export const key: LogKey = { id: 'demo-2026', algorithm: 'SM2-SM3', publicKey: pair.publicKey };

const entries: string[] = [];
const receipts = new Map<string, { receipt: Receipt; entry: string; due: number }>();

const sign = (text: string) =>
  sm2.doSignature(utf8(text), pair.privateKey, { hash: true, userId: '1234567812345678', publicKey: pair.publicKey });

const random = (bytes: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (one) => one.toString(16).padStart(2, '0')).join('');

function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

export function treeRoot(leaves: string[]): string {
  if (leaves.length === 1) return leaves[0] as string;
  const half = split(leaves.length);
  return nodeHash(treeRoot(leaves.slice(0, half)), treeRoot(leaves.slice(half)));
}

export function inclusion(index: number, leaves: string[]): string[] {
  if (leaves.length === 1) return [];
  const half = split(leaves.length);
  return index < half
    ? [...inclusion(index, leaves.slice(0, half)), treeRoot(leaves.slice(half))]
    : [...inclusion(index - half, leaves.slice(half)), treeRoot(leaves.slice(0, half))];
}

/** RFC 9162 section 2.1.4.1. */
export function consistency(from: number, leaves: string[], whole = true): string[] {
  if (from === leaves.length) return whole ? [] : [treeRoot(leaves)];
  const half = split(leaves.length);
  return from <= half
    ? [...consistency(from, leaves.slice(0, half), whole), treeRoot(leaves.slice(half))]
    : [...consistency(from - half, leaves.slice(half), false), treeRoot(leaves.slice(0, half))];
}

export function checkpoint(): Checkpoint {
  const root = treeRoot(entries.map(leafHash));
  const body = `{"at":"2026-09-29T09:40:00+08:00","log":"${LOG}","root":"${root}","size":${entries.length},"v":1}`;
  return { body, signature: sign(body), keyId: key.id };
}

export function leafOf(entry: string): Leaf | null {
  const no = entries.indexOf(entry);
  if (no < 0) return null;
  const leaves = entries.map(leafHash);
  return { no, size: leaves.length, leafHash: leafHash(entry), path: inclusion(no, leaves), checkpoint: checkpoint() };
}

export function issue(
  matter: string,
  said: unknown,
  at: string,
  receiptCode = `HZ-${random(6)}`,
): Receipt {
  const body = JSON.stringify(said);
  const salt = random(16);
  const envelope = JSON.stringify({
    at,
    body: { hash: bodyHashOf(salt, body), type: 'demo.open/1' },
    matter,
    prev: null,
    seq: 1,
    v: 1,
    verb: 'open',
  });
  const entry = entryHashOf(envelope);
  const promise = JSON.stringify({ at, entry, log: LOG, matter, receipt: receiptCode, seq: 1, v: 1 });
  const receipt: Receipt = {
    receiptCode,
    issuedAt: at,
    promise,
    signature: sign(promise),
    key,
    envelope,
    salt,
    body,
  };
  // New entries wait a while before they reach the log, as they do in earnest.
  receipts.set(receiptCode, { receipt, entry, due: Date.now() + 6000 });
  return receipt;
}

export function published(receiptCode: string): PublicReceipt | null {
  const found = receipts.get(receiptCode.trim());
  if (!found) return null;
  if (Date.now() > found.due && !entries.includes(found.entry)) entries.push(found.entry);
  const { receipt, entry } = found;
  const leaf = leafOf(entry);
  return {
    receiptCode: receipt.receiptCode,
    entryHash: entry,
    recordedAt: receipt.issuedAt,
    promise: receipt.promise,
    signature: receipt.signature,
    keyId: key.id,
    ...(leaf ? { leaf } : {}),
  };
}

for (let at = 0; at < 19; at += 1) entries.push(sm3(utf8(`演示条目 ${at}`)));
export const demoReceipt = issue(
  'm1',
  { words: '演示：楼上卫生间漏水快半年' },
  '2026-08-21T09:14:00+08:00',
  'HZ-YANSHI-0001',
);
entries.push(entryHashOf(demoReceipt.envelope));
