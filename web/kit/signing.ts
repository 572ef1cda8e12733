import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** What whoever signs the minutes has read, to the letter. It can be made again from the record at any time. */
export function signedText(code: string, session: number, minutes: string): string {
  return `${code} 第 ${session} 次会面笔录\n${minutes.trim()}`;
}

export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** What is kept of a signature with its picture: which minutes, whose, and of which text. */
export const signatureWords = (session: number, name: string, digest: string, paper: boolean): string =>
  `第 ${session} 次会面笔录的${paper ? '纸上' : '屏幕'}签名：${name}。所签文字的 SHA-256：${digest}`;

const SAID = /^第 (\d+) 次会面笔录的(?:纸上|屏幕)签名：(.+)。所签文字的 SHA-256：([0-9a-f]{64})$/;

export function signatureSaid(words: string): { session: number; name: string; digest: string } | null {
  const found = SAID.exec(words);
  return found ? { session: Number(found[1]), name: found[2] ?? '', digest: found[3] ?? '' } : null;
}
