import { QueryClient, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, ProblemError, query } from './api';
import { setServerNow } from './days';
import type {
  About,
  Alert,
  Area,
  Calendar,
  Deadline,
  Inbox,
  InboxFilter,
  Link,
  LogKey,
  Matter,
  MatterRow,
  Me,
  Moves,
  Named,
  Page,
  PostRow,
  PublicReceipt,
  Scene,
  Summary,
  Trail,
} from './wire';

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // A refusal stays a refusal; only a missing answer is worth asking for again.
      retry: (times, reason) => !(reason instanceof ProblemError && reason.status < 500) && times < 2,
    },
    mutations: { retry: false },
  },
});

const get =
  <T>(path: string) =>
  ({ signal }: { signal: AbortSignal }) =>
    call<T>('GET', path, { signal });

export function useAbout(): UseQueryResult<About> {
  return useQuery({
    queryKey: ['about'],
    staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const about = await call<About>('GET', '/public/about', { signal });
      setServerNow(about.now);
      return about;
    },
  });
}

export function useMe(): UseQueryResult<Me> {
  return useQuery({
    queryKey: ['me'],
    staleTime: 30_000,
    refetchInterval: 60_000,
    queryFn: async ({ signal }) => {
      const me = await call<Me>('GET', '/me', { signal });
      setServerNow(me.now);
      return me;
    },
  });
}

export function useScenes(enabled = true): UseQueryResult<Page<Scene>> {
  return useQuery({ queryKey: ['scenes'], queryFn: get<Page<Scene>>('/scenes'), staleTime: 300_000, enabled });
}

export function useAreas(parent: string, enabled = true): UseQueryResult<Page<Area>> {
  const path = `/public/areas${query({ parent })}`;
  return useQuery({ queryKey: ['areas', parent], queryFn: get<Page<Area>>(path), staleTime: 600_000, enabled });
}

export function useCalendar(from: string, days: number): UseQueryResult<Calendar> {
  const path = `/calendar${query({ from, days })}`;
  return useQuery({ queryKey: ['calendar', from, days], queryFn: get<Calendar>(path), staleTime: 600_000 });
}

const PAGE = 50;

export function useInbox(filter: InboxFilter) {
  return useInfiniteQuery({
    queryKey: ['inbox', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call<Inbox>('GET', `/inbox${query({ filter, after: pageParam, limit: PAGE })}`, { signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export type MatterFilter = Record<string, string>;

export function useMatters(filter: MatterFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['matters', filter],
    initialPageParam: '',
    enabled,
    queryFn: ({ pageParam, signal }) =>
      call<Page<MatterRow>>('GET', `/matters${query({ ...filter, after: pageParam, limit: PAGE })}`, { signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

const of = (id: string, part = '') => `/matters/${encodeURIComponent(id)}${part}`;

export function useMatter(id: string): UseQueryResult<Matter> {
  return useQuery({ queryKey: ['matter', id], queryFn: get<Matter>(of(id)) });
}

export function useMoves(id: string): UseQueryResult<Moves> {
  return useQuery({ queryKey: ['matter', id, 'moves'], queryFn: get<Moves>(of(id, '/moves')) });
}

export function useDeadlines(id: string): UseQueryResult<Page<Deadline>> {
  return useQuery({ queryKey: ['matter', id, 'deadlines'], queryFn: get<Page<Deadline>>(of(id, '/deadlines')) });
}

export function useLinks(id: string): UseQueryResult<Page<Link>> {
  return useQuery({ queryKey: ['matter', id, 'links'], queryFn: get<Page<Link>>(of(id, '/links')) });
}

export function useTrail(id: string) {
  return useInfiniteQuery({
    queryKey: ['matter', id, 'trail'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call<Trail>('GET', of(id, `/trail${query({ after: pageParam, limit: 20 })}`), { signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export function useAlerts() {
  return useInfiniteQuery({
    queryKey: ['alerts'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call<Page<Alert>>('GET', `/alerts${query({ after: pageParam, limit: PAGE })}`, { signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export function usePosts(agency = '', enabled = true): UseQueryResult<Page<PostRow>> {
  const path = `/posts${query({ agency })}`;
  return useQuery({ queryKey: ['posts', agency], queryFn: get<Page<PostRow>>(path), staleTime: 60_000, enabled });
}

/** Who may be given what happens at a place; without a place, around my own office. */
export function useAgencies(area: string): UseQueryResult<Page<Named & { levelTitle: string }>> {
  const path = `/agencies${query({ area })}`;
  return useQuery({
    queryKey: ['agencies', area],
    queryFn: get<Page<Named & { levelTitle: string }>>(path),
    staleTime: 60_000,
  });
}

export function useSummary(): UseQueryResult<Summary> {
  return useQuery({ queryKey: ['summary'], queryFn: get<Summary>('/supervision/summary') });
}

export const fetchReceipt = (code: string) =>
  call<PublicReceipt>('GET', `/public/receipts/${encodeURIComponent(code)}`);
export const fetchLogKeys = () => call<Page<LogKey>>('GET', '/public/log/keys');
