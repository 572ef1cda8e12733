/** Whether words hold what looks like a mobile or identity number. Such words are looked for, but never remembered. */
export function numbered(words: string): boolean {
  const plain = words.normalize('NFKC').replace(/[\s\-_.()+]/g, '');
  return /(^|\D)(1[3-9]\d{9}|\d{17}[\dXx]|\d{15})(?![\dXx])/.test(plain);
}
