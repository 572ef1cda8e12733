import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from './api';
import type { AllRolls, MatterRolls, RollLine, RollWhole } from './wire';

export function useRolls(): UseQueryResult<AllRolls> {
  return useQuery({ queryKey: ['rolls'], queryFn: ({ signal }) => call('get', '/api/rolls', { signal }) });
}

export function useRollLines(roll: string, filter: Record<string, string>) {
  return useInfiniteQuery({
    queryKey: ['rolls', roll, 'list', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/rolls/{roll}', { path: { roll }, query: { ...filter, after: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export function useRollCounts(roll: string, area: string, on: string) {
  return useQuery({
    queryKey: ['rolls', roll, 'counts', area, on],
    queryFn: ({ signal }) =>
      call('get', '/api/rolls/{roll}/counts', {
        path: { roll },
        query: { area: area || undefined, on: on || undefined },
        signal,
      }),
  });
}

export function useRollLine(roll: string, id: string): UseQueryResult<RollWhole> {
  return useQuery({
    queryKey: ['rolls', roll, 'line', id],
    queryFn: ({ signal }) => call('get', '/api/rolls/{roll}/lines/{id}', { path: { roll, id }, signal }),
  });
}

const MOST_CHOICES = 1000;

/** The lines of a register one may choose among; page after page, up to a thousand. */
export function useChoices(roll: string): UseQueryResult<RollLine[]> {
  return useQuery({
    queryKey: ['rolls', roll, 'choices'],
    enabled: roll !== '',
    queryFn: async ({ signal }) => {
      const all: RollLine[] = [];
      let after = '';
      do {
        const page = await call('get', '/api/rolls/{roll}', {
          path: { roll },
          query: { limit: 200, after: after || undefined },
          signal,
        });
        all.push(...page.items);
        after = page.next ?? '';
      } while (after && all.length < MOST_CHOICES);
      return all;
    },
  });
}

export function useMatterRolls(id: string): UseQueryResult<MatterRolls> {
  return useQuery({
    queryKey: ['matter', id, 'rolls'],
    queryFn: ({ signal }) => call('get', '/api/matters/{id}/rolls', { path: { id }, signal }),
  });
}

/** Grade and speciality of the mediators one may choose, by who they are. */
export function useBadges(): Map<string, string> {
  const badges = useQuery({
    queryKey: ['rolls', 'badges'],
    staleTime: 300_000,
    queryFn: ({ signal }) => call('get', '/api/mediators', { signal }),
  });
  return new Map((badges.data?.items ?? []).map(({ staff, words }) => [staff, words]));
}
