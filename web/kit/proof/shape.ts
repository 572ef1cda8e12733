import type { Receipt } from '../wire';

type Loose = Record<string, unknown>;

function open(text: string): Loose | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Loose) : null;
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Careful readers: what comes out of a file is anybody's text until it has the right shape. */
export const z = {
  hex: (text: string) => /^(?:[0-9a-f]{2})+$/.test(text),
  hash: (text: string) => /^[0-9a-f]{64}$/.test(text),
  promise(text: string): { entry: string; at: string; receipt: string; log: string } | null {
    const { entry, at, receipt, log } = open(text) ?? {};
    return isText(entry) && isText(at) && isText(receipt) && isText(log) ? { entry, at, receipt, log } : null;
  },
  envelope(text: string): { body: { hash: string } } | null {
    const body = open(text)?.['body'];
    const hash = typeof body === 'object' && body !== null ? (body as Loose)['hash'] : null;
    return isText(hash) ? { body: { hash } } : null;
  },
  checkpoint(text: string): { size: number; root: string; log: string; at: string } | null {
    const { size, root, log, at } = open(text) ?? {};
    return typeof size === 'number' && isText(root) && isText(log) && isText(at) ? { size, root, log, at } : null;
  },
  /** A receipt as it was saved, alone or as part of the answer it came in. */
  receipt(text: string): Receipt | null {
    const whole = open(text);
    const inner = whole?.['receipt'];
    const one = (typeof inner === 'object' && inner !== null ? inner : whole) as Loose | null;
    const key = one?.['key'] as Loose | undefined;
    const names = ['receiptCode', 'promise', 'signature', 'envelope', 'salt', 'body'];
    if (!one || !key || !names.every((name) => isText(one[name]))) return null;
    return isText(key['id']) && isText(key['publicKey']) ? (one as unknown as Receipt) : null;
  },
};
