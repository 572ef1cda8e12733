import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../kit/api';
import type { LawChangeLine } from '../../kit/wire';

export type LineStanding = 'OPEN' | 'TO_CHANGE' | 'SETTLED';

/** How far a revision has come; one line is enough to know. */
export function useChange(id: string) {
  return useQuery({
    queryKey: ['matter', id, 'change'],
    queryFn: ({ signal }) => call('get', '/api/lawchanges/{id}/lines', { path: { id }, query: { limit: 1 }, signal }),
  });
}

export function useLines(id: string, standing: string, kind: string) {
  return useInfiniteQuery({
    queryKey: ['matter', id, 'lines', standing, kind],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/lawchanges/{id}/lines', {
        path: { id },
        query: {
          ...(standing ? { standing: standing as LineStanding } : {}),
          ...(kind ? { kind: kind as LawChangeLine['kind'] } : {}),
          after: pageParam || undefined,
          limit: 50,
        },
        signal,
      }),
    getNextPageParam: (page) => page.next || undefined,
  });
}

export function useBehind(id: string, no: number, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['matter', id, 'behind', no],
    enabled,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/lawchanges/{id}/lines/{no}/matters', {
        path: { id, no },
        query: { after: pageParam || undefined, limit: 50 },
        signal,
      }),
    getNextPageParam: (page) => page.next || undefined,
  });
}

export function useMarks(id: string, no: number, enabled: boolean) {
  return useQuery({
    queryKey: ['matter', id, 'marks', no],
    enabled,
    queryFn: ({ signal }) => call('get', '/api/lawchanges/{id}/lines/{no}/marks', { path: { id, no }, signal }),
  });
}
