import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from './api';
import type { Register, RegisterFinding } from './wire';

/** Old registers of my office. */
export function useRegisters() {
  return useQuery({ queryKey: ['imports'], queryFn: ({ signal }) => call('get', '/api/imports', { signal }) });
}

/** One of them; asked again while something goes on. */
export function useRegister(id: string) {
  return useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => call('get', '/api/imports/{id}', { path: { id }, signal }),
    refetchInterval: (query) => (query.state.data?.state.endsWith('ING') ? 1000 : false),
  });
}

/** What was found in its lines, of one kind or of all. */
export function useFindings(register: Register, kind: RegisterFinding['kind'] | '') {
  const { id } = register;
  return useInfiniteQuery({
    queryKey: ['imports', id, 'findings', kind, register.state, register.changedAt],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/imports/{id}/findings', {
        path: { id },
        query: { ...(kind ? { kind } : {}), ...(pageParam ? { after: Number(pageParam) } : {}) },
        signal,
      }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export function useMappings() {
  return useQuery({
    queryKey: ['import-mappings'],
    queryFn: ({ signal }) => call('get', '/api/import-mappings', { signal }),
  });
}
