import { useEffect, useState } from 'react';

/** The matter that a visitor follows through the five steps. */
export interface Journey {
  id: string;
  code: string;
  /** Whether the mediator has signed in from here: before that nobody asks for what only officers see. */
  signed?: boolean;
}

const KEY = 'maple.start';

function kept(): Journey | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Journey | null;
  } catch {
    return null;
  }
}

/** What the phone in the frame says when something was filed in it; any other page's words are passed over. */
export function filedIn(event: Pick<MessageEvent, 'origin' | 'data'>, origin: string): Journey | null {
  if (event.origin !== origin) return null;
  const filed = (event.data as { filed?: Partial<Journey> } | null)?.filed;
  return filed && typeof filed.id === 'string' && typeof filed.code === 'string'
    ? { id: filed.id, code: filed.code }
    : null;
}

/** Begins when the phone in the frame has filed something; survives a reload of this tab. */
export function useJourney(): [Journey | null, (next: Journey | null) => void] {
  const [journey, setJourney] = useState(kept);
  const begin = (next: Journey | null) => {
    setJourney(next);
    try {
      if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Then a reload begins anew.
    }
  };
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      const filed = filedIn(event, location.origin);
      if (filed) begin(filed);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  return [journey, begin];
}
