import { describe, expect, it } from 'vitest';
import { nameIn } from '../kit/api';
import { readingsWords } from './CustodyChain';
import { sortOf, wordsOf } from './FileShown';

describe('a file', () => {
  it('is shown, heard or watched where a browser can, and saved where it can’t or is too large', () => {
    expect(sortOf({ type: 'image/png', size: 10 })).toBe('image');
    expect(sortOf({ type: 'audio/webm', size: 10 })).toBe('audio');
    expect(sortOf({ type: 'video/mp4', size: 10 })).toBe('video');
    expect(sortOf({ type: 'video/mp4', size: 900_000_000 })).toBeNull();
    expect(sortOf({ type: 'application/pdf', size: 10 }, true)).toBe('pdf');
    expect(sortOf({ type: 'application/pdf', size: 10 }, false)).toBeNull();
    expect(sortOf({ type: 'text/csv', size: 10 })).toBe('text');
    expect(sortOf({ type: 'text/html', size: 10 })).toBeNull();
    expect(sortOf({ type: 'application/rtf', size: 10 })).toBeNull();
  });

  it('of words is read in either code, and a letter cut in two at the end is left out', () => {
    const utf8 = new TextEncoder().encode('欠条');
    expect(wordsOf(utf8)).toBe('欠条');
    expect(wordsOf(utf8.slice(0, 5))).toBe('欠');
    expect(wordsOf(new Uint8Array([0xc7, 0xb7, 0xcc, 0xf5]))).toBe('欠条');
  });

  it('is saved under the name the server gives with its content', () => {
    const both = `attachment; filename="=?UTF-8?Q?x?="; filename*=UTF-8''%E9%81%AE%E7%9B%96%E4%BB%B6-%E9%94%81.png`;
    expect(nameIn(both)).toBe('遮盖件-锁.png');
    expect(nameIn('attachment; filename="lock.png"')).toBe('lock.png');
    expect(nameIn("attachment; filename*=UTF-8''%E9%8")).toBe('');
    expect(nameIn('attachment')).toBe('');
  });

  it('says how many have read it, and whether all of them stand there', () => {
    expect(readingsWords(0, 0)).toBe('');
    expect(readingsWords(7, 7)).toBe('取阅共 7 次，都在这里。');
    expect(readingsWords(230, 50)).toBe('取阅共 230 次，这里是最近 50 次。');
  });
});
