import { newKey } from '../kit/api';
import type { Value, Values } from '../kit/schema';

/** What somebody has begun to say, kept on their own device until it is filed. */
export interface Draft {
  scene: string;
  /** One key from the first word to the receipt: however often it is sent, it is filed once. */
  key: string;
  values: Values;
  at: string;
  savedAt: string;
}

const KEY = 'maple.draft';

export function freshDraft(): Draft {
  return { scene: '', key: newKey(), values: {}, at: '', savedAt: '' };
}

export function readDraft(): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Draft> | null;
    if (kept && typeof kept.key === 'string' && typeof kept.scene === 'string' && typeof kept.values === 'object') {
      return { ...freshDraft(), ...kept } as Draft;
    }
  } catch {
    // Unreadable is the same as nothing kept.
  }
  return freshDraft();
}

const said = (value: Value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** True when it was really kept: a private window may refuse, and then the page must not claim it. */
export function keepDraft(draft: Draft): boolean {
  if (!Object.values(draft.values).some(said)) return false;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...draft, savedAt: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

export function draftTime(): string {
  return readDraft().savedAt;
}
