import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from './api';
import type { FileRow, Page } from './wire';

export function useFiles(id: string): UseQueryResult<Page<FileRow>> {
  return useQuery({
    queryKey: ['matter', id, 'files'],
    queryFn: ({ signal }) => call('get', '/api/matters/{id}/files', { path: { id }, signal }),
  });
}

/** Who has had a file in hand: all entries with the newest readings, then readings from before. */
export function useHands(id: string, sha256: string) {
  return useInfiniteQuery({
    queryKey: ['matter', id, 'hands', sha256],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/matters/{id}/files/{sha256}/custody', {
        path: { id, sha256 },
        query: { after: pageParam, limit: 50 },
        signal,
      }),
    getNextPageParam: (last) => last.next || undefined,
  });
}
