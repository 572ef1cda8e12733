import { describe, expect, it } from 'vitest';
import { consistency, inclusion, treeRoot } from '../../dev/log';
import { isConsistent, leafHash, rootFrom, sm3Hex, utf8 } from './merkle';

const leaves = (count: number) => Array.from({ length: count }, (_, at) => leafHash(sm3Hex(utf8(`entry ${at}`))));
const flip = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);

describe('SM3', () => {
  it('agrees with the example of GB/T 32905', () => {
    expect(sm3Hex(utf8('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });
});

describe('inclusion (RFC 9162)', () => {
  it('leads from every leaf of every small tree to its root', () => {
    for (let size = 1; size <= 33; size += 1) {
      const all = leaves(size);
      const root = treeRoot(all);
      all.forEach((leaf, at) => expect(rootFrom(at, size, leaf, inclusion(at, all))).toBe(root));
    }
  });

  it('fails when any byte of the path, the leaf, the place or the size is another', () => {
    const all = leaves(21);
    const root = treeRoot(all);
    const at = 13;
    const leaf = all[at] ?? '';
    const path = inclusion(at, all);
    path.forEach((hash, step) => {
      const bent = path.map((one, other) => (other === step ? flip(hash) : one));
      expect(rootFrom(at, 21, leaf, bent)).not.toBe(root);
    });
    expect(rootFrom(at, 21, flip(leaf), path)).not.toBe(root);
    for (let other = 0; other < 21; other += 1)
      if (other !== at) expect(rootFrom(other, 21, leaf, path)).not.toBe(root);
    expect(rootFrom(at, 21, leaf, path.slice(1))).not.toBe(root);
    expect(rootFrom(at, 21, leaf, [...path, path[0] ?? ''])).not.toBe(root);
    expect(rootFrom(at, 21, leaf, [...path].reverse())).not.toBe(root);
    // Another size may lead along the same path; that is why the checkpoint signs size and root together.
    expect(rootFrom(at, 50, leaf, path)).not.toBe(root);
  });

  it('refuses what cannot be a proof', () => {
    const all = leaves(4);
    expect(rootFrom(4, 4, all[0] ?? '', [])).toBeNull();
    expect(rootFrom(-1, 4, all[0] ?? '', [])).toBeNull();
    expect(rootFrom(0.5, 4, all[0] ?? '', [])).toBeNull();
    expect(rootFrom(0, 0, all[0] ?? '', [])).toBeNull();
    expect(rootFrom(0, 4, 'zz', inclusion(0, all))).toBeNull();
    expect(rootFrom(0, 4, all[0] ?? '', ['nothex', 'nothex'])).toBeNull();
  });

  it('does not take an inner node for a leaf', () => {
    const all = leaves(4);
    const inner = treeRoot(all.slice(0, 2));
    expect(leafHash(inner)).not.toBe(inner);
    expect(rootFrom(0, 4, inner, inclusion(0, all).slice(1))).toBeNull();
  });
});

describe('consistency (RFC 9162)', () => {
  it('holds between every two sizes of one log, and not between two logs', () => {
    const all = leaves(20);
    const other = [flip(all[0] ?? ''), ...all.slice(1)];
    for (let to = 1; to <= 20; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const path = consistency(from, all.slice(0, to));
        const newer = { size: to, root: treeRoot(all.slice(0, to)) };
        expect(isConsistent({ size: from, root: treeRoot(all.slice(0, from)) }, newer, path)).toBe(true);
        expect(isConsistent({ size: from, root: treeRoot(other.slice(0, from)) }, newer, path)).toBe(false);
      }
    }
  });
});
