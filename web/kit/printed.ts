import { useEffect, useSyncExternalStore } from 'react';

/** What a page that is printed says of itself at its foot. */
export interface Printed {
  number: string;
  /** By which the paper is compared with the trail. */
  check: string;
}

let now: Printed | null = null;
const listeners = new Set<() => void>();

function put(next: Printed | null): void {
  now = next;
  listeners.forEach((hear) => hear());
}

/** While the page is open, its paper carries this number. */
export function usePrinted(number: string, check: string): void {
  useEffect(() => {
    put(number ? { number, check } : null);
    return () => put(null);
  }, [number, check]);
}

export function useWhatIsPrinted(): Printed | null {
  return useSyncExternalStore(
    (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    () => now,
  );
}
