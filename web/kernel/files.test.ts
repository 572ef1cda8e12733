import { describe, expect, it } from 'vitest';
import { sortOf } from './FilesCard';

describe('a file', () => {
  it('is shown, heard or watched where a browser can, and saved where it can’t or is too large', () => {
    expect(sortOf({ type: 'image/png', size: 10 })).toBe('image');
    expect(sortOf({ type: 'audio/webm', size: 10 })).toBe('audio');
    expect(sortOf({ type: 'video/mp4', size: 10 })).toBe('video');
    expect(sortOf({ type: 'video/mp4', size: 900_000_000 })).toBeNull();
    expect(sortOf({ type: 'application/pdf', size: 10 })).toBeNull();
  });
});
