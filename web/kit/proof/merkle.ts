import { sm3 } from 'sm-crypto-v2';

const HEX = /^(?:[0-9a-f]{2})*$/;

export function bytesOf(hex: string): Uint8Array {
  if (!HEX.test(hex)) throw new Error('不是十六进制');
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function sm3Hex(...parts: Uint8Array[]): string {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return sm3(whole);
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Leaves and nodes are hashed with different first bytes, so that neither can be passed off as the other. */
export const leafHash = (entryHash: string): string => sm3Hex(LEAF, bytesOf(entryHash));
export const nodeHash = (left: string, right: string): string => sm3Hex(NODE, bytesOf(left), bytesOf(right));

const isHash = (hex: string) => /^[0-9a-f]{64}$/.test(hex);

/** The root that a path leads to, RFC 9162 section 2.1.3.2; null when the path can't belong to such a tree. */
export function rootFrom(index: number, size: number, leaf: string, path: string[]): string | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  if (!isHash(leaf) || !path.every(isHash)) return null;
  let fn = BigInt(index);
  let sn = BigInt(size) - 1n;
  let hash = leaf;
  for (const beside of path) {
    if (sn === 0n) return null;
    if ((fn & 1n) === 1n || fn === sn) {
      hash = nodeHash(beside, hash);
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      hash = nodeHash(hash, beside);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n ? hash : null;
}

/** Is the older log the beginning of the newer one? RFC 9162 section 2.1.4.2. */
export function isConsistent(from: { size: number; root: string }, to: { size: number; root: string }, path: string[]) {
  if (from.size < 1 || from.size > to.size || !path.every(isHash)) return false;
  if (from.size === to.size) return path.length === 0 && from.root === to.root;
  if (path.length === 0) return false;
  const hashes = Number.isInteger(Math.log2(from.size)) ? [from.root, ...path] : path;
  let fn = from.size - 1;
  let sn = to.size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let older = hashes[0] ?? '';
  let newer = older;
  for (const beside of hashes.slice(1)) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      older = nodeHash(beside, older);
      newer = nodeHash(beside, newer);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      newer = nodeHash(newer, beside);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && older === from.root && newer === to.root;
}
