import { useEffect, useState } from 'react';

const KEY = 'maple.keys';

/** Whether single keys do anything: speech input may press them by chance. */
export function singleKeys(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** X ticks a row; with Shift, all from the last tick to it. */
export type RowKey = 'open' | 'act' | 'tick' | 'range';

export interface RowKeys {
  current: string;
  setCurrent: (id: string) => void;
  on: boolean;
  setOn: (on: boolean) => void;
}

/**
 * J K Enter E X over a list, and Ctrl+A over its rows. Single keys can be switched off: speech input may press them
 * by chance.
 *
 * @param all ticks every row that is listed; without it Ctrl+A stays the browser's own
 */
export function useRowKeys(ids: string[], act: (id: string, key: RowKey) => void, all?: () => void): RowKeys {
  const [current, setCurrent] = useState('');
  const [on, setOnState] = useState(singleKeys);
  const setOn = (next: boolean) => {
    setOnState(next);
    try {
      localStorage.setItem(KEY, next ? 'on' : 'off');
    } catch {
      // Not kept; it holds for this page.
    }
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as Element;
      const typing = target.closest('input:not([type=checkbox]), textarea, select, [role=dialog]');
      if (typing || event.altKey) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        // Where no row is meant, all of the page's words are.
        const within = target.closest('.sheet') || (current && target === document.body);
        if (key !== 'a' || event.shiftKey || !all || !within) return;
        event.preventDefault();
        all();
        return;
      }
      if (!on) return;
      const at = ids.indexOf(current);
      if (key === 'j' || key === 'k') {
        const next = ids[Math.min(ids.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))];
        if (!next) return;
        event.preventDefault();
        setCurrent(next);
        document.querySelector(`[data-row="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' });
      } else if (key === 'e' && current) {
        act(current, 'act');
      } else if (key === 'x' && current) {
        act(current, event.shiftKey ? 'range' : 'tick');
      } else if (key === 'enter' && current && !target.closest('a, button, summary')) {
        act(current, 'open');
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return { current, setCurrent, on, setOn };
}
