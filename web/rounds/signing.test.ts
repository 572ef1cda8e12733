import { describe, expect, it } from 'vitest';
import { digestOf, signatureSaid, signatureWords, signedText } from '../kit/signing';
import type { Held } from './draft';
import { heldFaults, seenFaults } from './faults';
import { linesOf } from './paper';
import { held, seen } from './samples';

describe('signing', () => {
  it('ties a signature to each letter of the minutes', () => {
    const digest = digestOf(signedText('ABCD-1234', 1, '各让一步。'));
    expect(signatureSaid(signatureWords(1, '郑*雨', digest, false))).toEqual({ session: 1, name: '郑*雨', digest });
    expect(digestOf(signedText('ABCD-1234', 1, '各让两步。'))).not.toBe(digest);
    expect(digestOf(signedText('ABCD-1234', 1, '各让一步。\n'))).toBe(digest);
    expect(signatureSaid('照片')).toBeNull();
  });

  it('is out of date once the minutes are changed, and then nothing is sent', () => {
    const digest = digestOf(signedText(held.code, held.session, held.minutes));
    const signed: Held = { ...held, signers: [{ name: '郑*雨', digest, file: 1, paper: false }] };
    expect(heldFaults(signed)).toEqual([]);
    expect(heldFaults({ ...signed, minutes: '改了。' }).map((one) => one.name)).toEqual(['signers']);
  });

  it('asks for minutes unless nobody came, and for words and a place of what was seen', () => {
    expect(heldFaults({ ...held, minutes: ' ' }).map((one) => one.name)).toEqual(['minutes']);
    expect(heldFaults({ ...held, minutes: '', guests: [{ no: 1, name: '郑*雨', came: false }] })).toEqual([]);
    expect(seenFaults({ ...seen(' '), area: '' }).map((one) => one.name)).toEqual(['words', 'area']);
    expect(seenFaults({ ...seen('一件'), at: '2026-11-22' + 'T' }).map((one) => one.name)).toEqual(['at']);
  });

  it('breaks lines where the sheet ends and keeps each letter', () => {
    const lines = linesOf('一二三四五\n\n六七', (line) => line.length <= 2);
    expect(lines).toEqual(['一二', '三四', '五', '', '六七']);
  });
});
