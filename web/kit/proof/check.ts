import { sm2 } from 'sm-crypto-v2';
import { z } from './shape';
import type { LogKey, PublicReceipt, Receipt } from '../wire';
import { bytesOf, leafHash, rootFrom, sm3Hex, utf8 } from './merkle';

export type CheckName = 'body' | 'entry' | 'key' | 'promise' | 'published' | 'leaf' | 'checkpoint';
export interface Check {
  name: CheckName;
  state: 'ok' | 'bad' | 'waiting' | 'skipped';
  title: string;
  detail: string;
}
export interface Verdict {
  state: 'ok' | 'bad' | 'waiting';
  checks: Check[];
  /** Steps from the entry to the root. */
  steps: number;
  recordedAt: string | null;
  leafNo: number | null;
}
export interface Evidence {
  /** The receipt as the person kept it; without it only the published part can be checked. */
  kept?: Receipt;
  published: PublicReceipt;
  keys: LogKey[];
}

const USER_ID = '1234567812345678';
const ENTRY_TAG = 'maplebridge/entry/1\n';

export const bodyHashOf = (salt: string, body: string) => sm3Hex(bytesOf(salt), utf8(body));
export const entryHashOf = (envelope: string) => sm3Hex(utf8(ENTRY_TAG), utf8(envelope));

export function signed(text: string, signature: string, publicKey: string): boolean {
  try {
    // r || s, 32 bytes each; a signature of another length is none.
    if (!/^[0-9a-f]{128}$/.test(signature) || !/^04[0-9a-f]{128}$/.test(publicKey)) return false;
    return sm2.doVerifySignature(utf8(text), signature, publicKey, { hash: true, userId: USER_ID });
  } catch {
    return false;
  }
}

/** The shortened form in which people compare fingerprints. */
export const short = (hex: string) => `${hex.slice(0, 8)} ${hex.slice(8, 12)}…${hex.slice(-4)}`;

function verdict(name: CheckName, holds: boolean, words: [title: string, good: string, bad: string]): Check {
  const [title, good, bad] = words;
  return { name, state: holds ? 'ok' : 'bad', title, detail: holds ? good : bad };
}

function checkBody(kept: Receipt): Check {
  const claimed = z.envelope(kept.envelope)?.body.hash ?? '';
  const hash = z.hex(kept.salt) ? bodyHashOf(kept.salt, kept.body) : '';
  return verdict('body', hash !== '' && hash === claimed, [
    '您的原话和回执一致',
    `SM3 ${short(hash)}`,
    '回执里的原话和记录里的指纹对不上：原话、附加码或记录信封被动过。',
  ]);
}

function checkEntry(kept: Receipt): Check {
  const hash = entryHashOf(kept.envelope);
  const promised = z.promise(kept.promise)?.entry ?? '';
  return verdict('entry', hash === promised, [
    '回执里的记录就是我们承诺记下的那一条',
    `SM3 ${short(hash)}`,
    '记录信封算出来的指纹，和承诺里写的不是同一个。',
  ]);
}

/** A forger could put his own key into the file: only the published one counts. */
function checkKey(kept: Receipt, keys: LogKey[]): Check {
  const published = keys.find((key) => key.id === kept.key.id);
  return verdict('key', published?.publicKey === kept.key.publicKey, [
    '回执上的公钥就是对外公布的那一把',
    `公钥 ${kept.key.id}`,
    '回执上的公钥不在对外公布的公钥里，签名不能作数。',
  ]);
}

function checkPromise(evidence: Evidence): Check {
  const { kept, published, keys } = evidence;
  const promise = kept?.promise ?? published.promise;
  const signature = kept?.signature ?? published.signature;
  const key = keys.find((one) => one.id === (kept?.key.id ?? published.keyId));
  const said = z.promise(promise);
  const code = kept?.receiptCode ?? published.receiptCode;
  return verdict('promise', !!key && said?.receipt === code && signed(promise, signature, key.publicKey), [
    '承诺上的签名是真的',
    '国密 SM2，用公布的公钥验过',
    said?.receipt === code ? '签名验不过：承诺的字句或签名被动过。' : '承诺里写的回执号，不是这张回执的号。',
  ]);
}

function checkPublished(evidence: Evidence): Check {
  const { kept, published } = evidence;
  const theirs = z.promise(published.promise)?.entry;
  const holds = published.entryHash === theirs && (!kept || kept.promise === published.promise);
  return verdict('published', holds, [
    kept ? '公开的记录和您手里的是同一条' : '公开的记录和承诺是同一条',
    `SM3 ${short(published.entryHash)}`,
    kept ? '现在公开的那一条，和您手里回执上的不是同一条。' : '公开的指纹和承诺里写的不是同一个。',
  ]);
}

function checkLeaf(evidence: Evidence): Check {
  const { kept, published } = evidence;
  const leaf = published.leaf;
  const title = leaf ? `在第 ${(leaf.no + 1).toLocaleString('en-US')} 号公开记录里` : '还在排队进总账';
  if (!leaf) return { name: 'leaf', state: 'waiting', title, detail: '60 秒内会排进去，过一会儿再核一次。' };
  const entry = kept ? entryHashOf(kept.envelope) : published.entryHash;
  const own = z.hash(entry) ? leafHash(entry) : '';
  const body = z.checkpoint(leaf.checkpoint.body);
  const sized = body?.size === leaf.size;
  const root = sized ? rootFrom(leaf.no, leaf.size, leaf.leafHash, leaf.path) : null;
  const bad =
    own !== leaf.leafHash
      ? '总账里放的那一片，不是您这一条的指纹。'
      : sized
        ? '沿着证明一步步推，推不到公布的总账。'
        : '证明说的总账大小，和公布的总账不一样。';
  return verdict('leaf', own === leaf.leafHash && root !== null && root === body?.root, [
    title,
    `沿 ${leaf.path.length} 步推到总账，与公布的一致`,
    bad,
  ]);
}

function checkCheckpoint(evidence: Evidence): Check {
  const { kept, published, keys } = evidence;
  const leaf = published.leaf;
  const title = '总账上的签名是真的';
  if (!leaf) return { name: 'checkpoint', state: 'waiting', title: '总账签名', detail: '排进总账以后才能核。' };
  const key = keys.find((one) => one.id === leaf.checkpoint.keyId);
  const sameLog = z.checkpoint(leaf.checkpoint.body)?.log === z.promise(kept?.promise ?? published.promise)?.log;
  return verdict(
    'checkpoint',
    sameLog && !!key && signed(leaf.checkpoint.body, leaf.checkpoint.signature, key.publicKey),
    [
      title,
      `总账共 ${leaf.size.toLocaleString('en-US')} 条，国密 SM2`,
      sameLog ? '总账的签名验不过。' : '这本总账不是承诺里说的那一本。',
    ],
  );
}

/** Everything is computed here from the texts themselves; no answer of the server is believed. */
export function checkReceipt(evidence: Evidence): Verdict {
  const { kept, published } = evidence;
  const checks = [
    ...(kept ? [checkBody(kept), checkEntry(kept), checkKey(kept, evidence.keys)] : []),
    checkPromise(evidence),
    checkPublished(evidence),
    checkLeaf(evidence),
    checkCheckpoint(evidence),
  ];
  const bad = checks.some((check) => check.state === 'bad');
  const waiting = checks.some((check) => check.state === 'waiting');
  return {
    state: bad ? 'bad' : waiting ? 'waiting' : 'ok',
    checks,
    steps: published.leaf?.path.length ?? 0,
    recordedAt: z.promise(kept?.promise ?? published.promise)?.at ?? published.recordedAt,
    leafNo: published.leaf ? published.leaf.no + 1 : null,
  };
}
