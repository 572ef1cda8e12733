import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '../kit/queries';
import type { Value, Values } from '../kit/schema';
import { SealedShelf } from '../kit/shelf/sealed';
import { shelfOf } from '../rounds/officer';

/** What an officer has begun to write into a form and not yet sent. */
export interface FormDraft {
  values: Values;
  savedAt: string;
}

const PAUSE = 800;
const KEPT_MS = 7 * 86_400_000;
const BEGINNING = 'form/';

const said = (value: Value): boolean =>
  value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);

/** What was typed differs from what the form began with. */
export function worthKeeping(values: Values, before: Values): boolean {
  return Object.entries(values).some(
    ([name, value]) => said(value) && JSON.stringify(value) !== JSON.stringify(before[name]),
  );
}

/** Too old to be meant any more, or made by a clock that stood in the future. */
export function outdated(draft: FormDraft, at: number): boolean {
  const age = at - Date.parse(draft.savedAt);
  return !(age >= -60_000 && age <= KEPT_MS);
}

/** Takes away what nobody came back to. */
export async function dropOld(shelf: SealedShelf, at: number): Promise<void> {
  for (const name of await shelf.names(BEGINNING)) {
    const draft = await shelf.get<FormDraft>(name);
    if (!draft || outdated(draft, at)) await shelf.drop(name);
  }
}

/**
 * Keeps what is typed into a form on this device, sealed under the officer's own key, until it is sent, thrown away,
 * seven days old, or the officer signs out. Where the browser can't seal nothing is kept, and nothing is claimed.
 */
export function useFormDraft(name: string, before: Values, values: Values, set: (values: Values) => void) {
  const officer = useMe().data?.person.id ?? '';
  const [found, setFound] = useState('');
  const [savedAt, setSavedAt] = useState('');
  const shelf = useRef<SealedShelf | null>(null);
  const first = useRef(before);
  const closed = useRef(false);
  const what = `${BEGINNING}${name}`;
  useEffect(() => {
    closed.current = false;
    shelf.current = officer && SealedShelf.possible() ? shelfOf(officer) : null;
    const own = shelf.current;
    let gone = false;
    if (own)
      void dropOld(own, Date.now())
        .then(() => own.get<FormDraft>(what))
        .then((draft) => {
          if (gone || closed.current || !draft || !worthKeeping(draft.values, first.current)) return;
          set({ ...first.current, ...draft.values });
          setFound(draft.savedAt);
        })
        .catch(() => {
          // what can't be read was not kept
        });
    return () => {
      gone = true;
    };
    // once for each form; what the form does with the values doesn't make it another
  }, [what, officer]);
  const latest = useRef(values);
  latest.current = values;
  const keep = useCallback(async () => {
    const own = shelf.current;
    if (!own || closed.current || !worthKeeping(latest.current, first.current)) return '';
    const at = new Date().toISOString();
    await own.put(what, { values: latest.current, savedAt: at } satisfies FormDraft);
    return at;
  }, [what]);
  useEffect(() => {
    const later = setTimeout(() => void keep().then(setSavedAt, () => setSavedAt('')), PAUSE);
    return () => clearTimeout(later);
  }, [values, keep]);
  // whoever closes the form in the middle of a word finds that word again
  useEffect(() => () => void keep().catch(() => {}), [keep]);
  const drop = useCallback(() => {
    closed.current = true;
    setFound('');
    setSavedAt('');
    void shelf.current?.drop(what).catch(() => {});
  }, [what]);
  const again = useCallback(() => {
    drop();
    set(first.current);
    closed.current = false;
  }, [drop, set]);
  return { found, savedAt, drop, again };
}
