import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
/** `kiosk` is a public screen: entered by its address (`/?kiosk=1`), chosen by nobody, gone with its window. */
export type Look = 'standard' | 'elder' | 'kiosk';

interface State {
  theme: Theme;
  look: Look;
  dark: boolean;
}

const KEY = 'maple.look';
const KIOSK = 'maple.kiosk';
const system = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let state: State = read();

function read(): State {
  let theme: Theme = 'system';
  let look: Look = 'standard';
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<State>;
    if (kept.theme === 'light' || kept.theme === 'dark') theme = kept.theme;
    if (kept.look === 'elder') look = 'elder';
  } catch {
    // A browser that keeps nothing still shows the pages, only without remembering the choice.
  }
  if (kiosk()) look = 'kiosk';
  return { theme, look, dark: theme === 'dark' || (theme === 'system' && !!system?.matches) };
}

function kiosk(): boolean {
  if (typeof location === 'undefined') return false;
  try {
    if (new URLSearchParams(location.search).get('kiosk') === '1') sessionStorage.setItem(KIOSK, '1');
    return sessionStorage.getItem(KIOSK) === '1';
  } catch {
    return new URLSearchParams(location.search).get('kiosk') === '1';
  }
}

/** Forgets whoever stood before the screen: what they wrote, what they were shown, and their look. */
export function clearKiosk(): void {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Then nothing was kept either.
  }
  // a new page, so that nothing stays in memory
  location.assign('/?kiosk=1');
}

function apply(): void {
  const root = document.documentElement;
  if (state.theme === 'system') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', state.theme);
  root.setAttribute('data-look', state.look);
}

function change(next: Partial<Pick<State, 'theme' | 'look'>>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ theme: state.theme, look: state.look, ...next }));
  } catch {
    // See read().
  }
  const theme = next.theme ?? state.theme;
  const dark = theme === 'dark' || (theme === 'system' && !!system?.matches);
  state = { theme, look: next.look ?? state.look, dark };
  apply();
  listeners.forEach((hear) => hear());
}

export function startLook(): void {
  apply();
  system?.addEventListener('change', () => change({}));
}

function subscribe(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** Whether it is everybody's screen: nothing is kept on it, fetched from it or dialled from it. */
export const usePublicScreen = (): boolean => useLook().look === 'kiosk';

export function useLook(): State & { setTheme: (theme: Theme) => void; setLook: (look: Look) => void } {
  const current = useSyncExternalStore(subscribe, () => state);
  return { ...current, setTheme: (theme) => change({ theme }), setLook: (look) => change({ look }) };
}
