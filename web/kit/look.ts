import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export type Look = 'standard' | 'elder';

interface State {
  theme: Theme;
  look: Look;
  dark: boolean;
}

const KEY = 'maple.look';
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
  return { theme, look, dark: theme === 'dark' || (theme === 'system' && !!system?.matches) };
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

export function useLook(): State & { setTheme: (theme: Theme) => void; setLook: (look: Look) => void } {
  const current = useSyncExternalStore(subscribe, () => state);
  return { ...current, setTheme: (theme) => change({ theme }), setLook: (look) => change({ look }) };
}
