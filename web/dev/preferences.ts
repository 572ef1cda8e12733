import type { Page, Preference } from '../kit/wire';
import { NOW } from './county';
import { ok, type Answer, type Asked } from './asked';

const kept = new Map<string, Preference>();

/** What is remembered while the mock runs. */
export function preferencesAnswer(asked: Asked): Answer | null {
  if (asked.path === '/me/preferences') return ok<Page<Preference>>({ items: [...kept.values()] });
  const name = /^\/me\/preferences\/(.+)$/.exec(asked.path)?.[1];
  if (!name) return null;
  if (asked.method === 'DELETE') {
    kept.delete(name);
    return { status: 204 };
  }
  const one: Preference = { name, value: asked.body['value'] as Record<string, string>, changed: NOW };
  kept.set(name, one);
  return ok(one);
}
