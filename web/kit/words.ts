import { useSyncExternalStore } from 'react';

export type Lang = 'zh' | 'en';

const KEY = 'maple.lang';
const listeners = new Set<() => void>();
let lang: Lang = read();

function read(): Lang {
  const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('lang');
  if (asked === 'en' || asked === 'zh') return asked;
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function subscribe(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

export function setLang(next: Lang): void {
  lang = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A browser that keeps nothing speaks Chinese again next time.
  }
  listeners.forEach((hear) => hear());
}

/** The frame and the start page speak English as well, for guests of the project; what is done here is Chinese. */
export function useLang(): { lang: Lang; say: (zh: string, en: string) => string } {
  const now = useSyncExternalStore(subscribe, () => lang);
  return { lang: now, say: (zh, en) => (now === 'en' ? en : zh) };
}
