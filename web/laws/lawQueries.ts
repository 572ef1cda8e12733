import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../kit/api';
import type { LawImports, LawSearched } from '../kit/wire';

/** Law hardly changes while one reads it. */
const STILL = 300_000;
const MOST = 200;

export function useLaws(filter: Record<string, string>) {
  return useInfiniteQuery({
    queryKey: ['laws', 'list', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/laws', { query: { ...filter, after: pageParam || undefined, limit: 50 }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

/** Whether there is any law at all: without one a citation leads nowhere. */
export function useLibrary(): boolean {
  const any = useQuery({
    queryKey: ['laws', 'any'],
    staleTime: STILL,
    queryFn: ({ signal }) => call('get', '/api/laws', { query: { state: 'ALL', limit: 1 }, signal }),
  });
  return (any.data?.total ?? 0) > 0;
}

export function useLaw(law: string, on: string) {
  return useQuery({
    queryKey: ['laws', 'law', law, on],
    staleTime: STILL,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('get', '/api/laws/{law}', { path: { law }, query: { on: on || undefined }, signal }),
  });
}

export function useEditionText(edition: string) {
  return useInfiniteQuery({
    queryKey: ['laws', 'edition', edition],
    enabled: edition !== '',
    staleTime: STILL,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/laws/editions/{edition}/articles', {
        path: { edition },
        query: { after: pageParam || undefined, limit: MOST },
        signal,
      }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export function useArticle(id: string, on: string) {
  return useQuery({
    queryKey: ['laws', 'article', id, on],
    staleTime: STILL,
    queryFn: ({ signal }) =>
      call('get', '/api/laws/articles/{id}', { path: { id }, query: { on: on || undefined }, signal }),
  });
}

export function useCitedBy(id: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['laws', 'cited-by', id],
    enabled,
    staleTime: STILL,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/laws/articles/{id}/cited-by', {
        path: { id },
        query: { after: pageParam || undefined, limit: 20 },
        signal,
      }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export function useSimilar(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['laws', 'similar', id],
    enabled,
    staleTime: STILL,
    queryFn: ({ signal }) =>
      call('get', '/api/laws/articles/{id}/similar', { path: { id }, query: { limit: 6 }, signal }),
  });
}

export function useCompared(from: string, to: string, all: boolean) {
  return useQuery({
    queryKey: ['laws', 'compare', from, to, all],
    enabled: from !== '' && to !== '',
    staleTime: STILL,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('get', '/api/laws/compare', { query: { from, to, changed: !all }, signal }),
  });
}

export interface LawAsked {
  q: string;
  on?: string;
  level?: string;
  area?: string;
  inForce?: boolean;
  limit?: number;
}

export function useLawSearch(asked: LawAsked) {
  const { q, on, level, area, inForce = true, limit = 20 } = asked;
  return useQuery<LawSearched>({
    queryKey: ['laws', 'search', asked],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    // while the index by meaning grows, what is found grows with it
    refetchInterval: (query) => {
      const ready = query.state.data?.ready;
      return ready && ready.embedded < ready.articles ? 15_000 : false;
    },
    queryFn: async ({ signal }) => {
      // `false` is left out of an address: here it means something
      const query = { q, limit, on: on || undefined, level: level || undefined, area: area || undefined };
      const only = String(inForce) as unknown as boolean;
      return call('get', '/api/laws/search', { query: { ...query, inForce: only }, signal });
    },
  });
}

export function useLawImports() {
  return useQuery<LawImports>({
    queryKey: ['laws', 'imports'],
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'RUNNING') ? 2000 : false),
    queryFn: ({ signal }) => call('get', '/api/laws/imports', { signal }),
  });
}

export function useLawReport(id: string) {
  return useInfiniteQuery({
    queryKey: ['laws', 'report', id],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/laws/imports/{id}/report', { path: { id }, query: { after: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}
