import { useQuery } from '@tanstack/react-query';
import { call } from './api';

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

export function useMappings() {
  return useQuery({
    queryKey: ['import-mappings'],
    queryFn: ({ signal }) => call('get', '/api/import-mappings', { signal }),
  });
}
