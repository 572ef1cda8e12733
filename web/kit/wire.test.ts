import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressOf } from './api';

const WEB = join(import.meta.dirname, '..');
const SKIPPED = ['node_modules', 'dist', 'wire'];

function sources(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [{ path: relative(WEB, path), text: readFileSync(path, 'utf8') }] : [];
  });
}

const TREE = sources(WEB);
const wire = TREE.find((source) => source.path === join('kit', 'wire.ts'))?.text ?? '';
const names = [...wire.matchAll(/^export type (\w+)/gm)].map((found) => found[1] ?? '');
/** Where a rule is broken, among files that are not the one that may. */
const breaches = (rule: RegExp, may: string[]) =>
  TREE.filter((source) => !may.includes(source.path.replaceAll('\\', '/')) && rule.test(source.text)).map(
    (source) => source.path,
  );

describe('what crosses the wire', () => {
  it('is named, never written down, in wire.ts', () => {
    expect(names.length).toBeGreaterThan(30);
    const statements = wire.split(/;\n/).map((one) => one.replace(/\/\*\*.*?\*\//gs, '').trim());
    const own = statements.filter((one) => one.startsWith('export') && !one.includes("S['"));
    expect(own).toEqual([]);
    expect(wire).not.toMatch(/\binterface\b/);
  });
  it('is declared nowhere else', () => {
    const twice = new RegExp(`^(export )?(interface|type) (${names.join('|')})\\b`, 'm');
    expect(breaches(twice, ['kit/wire.ts'])).toEqual([]);
  });
  it('comes and goes through one door, which takes its types from the description', () => {
    expect(breaches(/\bfetch\(/, ['kit/api.ts', 'kit/wire.test.ts'])).toEqual([]);
    expect(breaches(/\bcall<|\bcall\([^)]*\)\) as /, ['kit/api.ts', 'kit/wire.test.ts'])).toEqual([]);
    expect(breaches(/wire\.gen'/, ['kit/api.ts', 'kit/wire.ts', 'kit/wire.test.ts'])).toEqual([]);
  });
});

describe('an address', () => {
  it('is filled in and encoded, and carries only what was asked', () => {
    expect(addressOf('/api/matters/{id}/trail', { path: { id: 'a/b' }, query: { after: '', limit: 20 } })).toBe(
      '/api/matters/a%2Fb/trail?limit=20',
    );
    expect(addressOf('/api/me', {})).toBe('/api/me');
  });
});
