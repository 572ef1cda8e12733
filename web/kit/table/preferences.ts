import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../api';
import { client } from '../queries';
import type { Page, Preference } from '../wire';

const KEY = ['preferences'];

/** What I want remembered of my pages, wherever I sign in. */
export function usePreferences(): UseQueryResult<Page<Preference>> {
  return useQuery({
    queryKey: KEY,
    staleTime: 300_000,
    queryFn: ({ signal }) => call('get', '/api/me/preferences', { signal }),
  });
}

const others = (name: string) =>
  (client.getQueryData<Page<Preference>>(KEY)?.items ?? []).filter((one) => one.name !== name);

const show = (name: string, one: Preference) => {
  const items = [...others(name), one].sort((a, b) => (a.name < b.name ? -1 : 1));
  client.setQueryData<Page<Preference>>(KEY, { items });
};

/** Shows at once; what the server refuses is gone again. */
export async function keepPreference(name: string, value: Record<string, string>): Promise<void> {
  show(name, { name, value, changed: '' });
  try {
    show(name, await call('put', '/api/me/preferences/{name}', { path: { name }, body: { value } }));
  } catch (reason) {
    void client.invalidateQueries({ queryKey: KEY });
    throw reason;
  }
}

export async function dropPreference(name: string): Promise<void> {
  await call('delete', '/api/me/preferences/{name}', { path: { name } });
  client.setQueryData<Page<Preference>>(KEY, { items: others(name) });
}
