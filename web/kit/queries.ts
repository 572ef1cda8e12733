import { QueryClient, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, ProblemError } from './api';
import { setServerNow } from './days';
import type {
  AgencyRow,
  Area,
  Calendar,
  Deadline,
  Link,
  AlikeLine,
  LookLine,
  Matter,
  Me,
  About,
  Moves,
  Notices,
  Page,
  ParametersFound,
  PostRow,
  Proposal,
  StaffPerson,
  Purpose,
  Scene,
  Summary,
  Taker,
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

export function useAbout(): UseQueryResult<About> {
  return useQuery<About>({
    queryKey: ['about'],
    staleTime: 300_000,
    // while a demo lives its past it says how far it is
    refetchInterval: (query) => (query.state.data?.underway ? 1000 : false),
    queryFn: async ({ signal }) => {
      const about = await call('get', '/api/public/about', { signal });
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
      const me = await call('get', '/api/me', { signal });
      setServerNow(me.now);
      return me;
    },
  });
}

export function useScenes(enabled = true): UseQueryResult<Page<Scene>> {
  return useQuery({
    queryKey: ['scenes'],
    staleTime: 300_000,
    enabled,
    queryFn: ({ signal }) => call('get', '/api/scenes', { signal }),
  });
}

export function useAreas(parent: string, enabled = true): UseQueryResult<Page<Area>> {
  return useQuery({
    queryKey: ['areas', parent],
    staleTime: 600_000,
    enabled,
    queryFn: ({ signal }) => call('get', '/api/public/areas', { query: { parent }, signal }),
  });
}

export function useCalendar(from: string, days: number): UseQueryResult<Calendar> {
  return useQuery({
    queryKey: ['calendar', from, days],
    staleTime: 600_000,
    queryFn: ({ signal }) => call('get', '/api/calendar', { query: { from, days }, signal }),
  });
}

const PAGE = 50;

export type InboxFilter = 'all' | 'mine' | 'unclaimed';

export function useInbox(filter: InboxFilter) {
  return useInfiniteQuery({
    queryKey: ['inbox', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/inbox', { query: { filter, after: pageParam, limit: PAGE }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

/** The filters of the list, as they stand in the address of the page. */
export type MatterFilter = Record<string, string>;

export function useMatters(filter: MatterFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['matters', filter],
    initialPageParam: '',
    enabled,
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/matters', { query: { ...filter, after: pageParam, limit: PAGE }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export function useMatter(id: string): UseQueryResult<Matter> {
  return useQuery({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => call('get', '/api/matters/{id}', { path: { id }, signal }),
  });
}

export function useMoves(id: string): UseQueryResult<Moves> {
  return useQuery({
    queryKey: ['matter', id, 'moves'],
    queryFn: ({ signal }) => call('get', '/api/matters/{id}/moves', { path: { id }, signal }),
  });
}

export function useDeadlines(id: string): UseQueryResult<Page<Deadline>> {
  return useQuery({
    queryKey: ['matter', id, 'deadlines'],
    queryFn: ({ signal }) => call('get', '/api/matters/{id}/deadlines', { path: { id }, signal }),
  });
}

export function useLinks(id: string): UseQueryResult<Page<Link>> {
  return useQuery({
    queryKey: ['matter', id, 'links'],
    queryFn: ({ signal }) => call('get', '/api/matters/{id}/links', { path: { id }, signal }),
  });
}

/** What I may look behind the mask for, and who has looked; both empty where I may not. Asked in turn, since whoever
 * has just handed the matter on may no longer ask the second. */
interface BehindTheMask {
  purposes: Purpose[];
  looks: LookLine[];
  alike: AlikeLine[];
}

export function useBehindTheMask(id: string): UseQueryResult<BehindTheMask> {
  return useQuery({
    queryKey: ['matter', id, 'behind'],
    queryFn: async ({ signal }) => {
      const asked = { path: { id }, signal };
      const purposes = (await call('get', '/api/matters/{id}/purposes', asked)).items;
      if (purposes.length === 0) return { purposes, looks: [], alike: [] };
      const [looks, alike] = await Promise.all([
        call('get', '/api/matters/{id}/looks', asked),
        call('get', '/api/matters/{id}/alike', asked),
      ]);
      return { purposes, looks: looks.items, alike: alike.items };
    },
  });
}

export function useTrail(id: string) {
  return useInfiniteQuery({
    queryKey: ['matter', id, 'trail'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/matters/{id}/trail', { path: { id }, query: { after: pageParam, limit: 20 }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

/** @param open only those of which nobody has taken note */
export function useAlerts(open = false) {
  return useInfiniteQuery({
    queryKey: ['alerts', open],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call('get', '/api/alerts', { query: { open, after: pageParam, limit: PAGE }, signal }),
    getNextPageParam: (last) => last.next || undefined,
  });
}

export function usePosts(agency = '', enabled = true): UseQueryResult<Page<PostRow>> {
  return useQuery({
    queryKey: ['posts', agency],
    staleTime: 60_000,
    enabled,
    queryFn: ({ signal }) => call('get', '/api/posts', { query: { agency }, signal }),
  });
}

/** The posts that can be handed a matter, or a desk of mine, each that can't with the reason. */
export function useTakers(of: { matter: string } | { desk: string }): UseQueryResult<{ items: Taker[] }> {
  const matter = 'matter' in of ? of.matter : '';
  const desk = 'desk' in of ? of.desk : '';
  return useQuery({
    queryKey: ['takers', matter, desk],
    staleTime: 60_000,
    enabled: matter !== '' || desk !== '',
    queryFn: ({ signal }) =>
      matter
        ? call('get', '/api/matters/{id}/takers', { path: { id: matter }, signal })
        : call('get', '/api/desks/{post}/takers', { path: { post: desk }, signal }),
  });
}

/** How I sign in. */
export function useAccount() {
  return useQuery({ queryKey: ['account'], queryFn: ({ signal }) => call('get', '/api/account', { signal }) });
}

/** Whose matters I must not have a hand in. */
export function useInterests() {
  const queryFn = ({ signal }: { signal: AbortSignal }) => call('get', '/api/account/interests', { signal });
  return useQuery({ queryKey: ['interests'], queryFn });
}

/** Where I am signed in, and my tokens. */
export function useOpenOnes() {
  return useQuery({ queryKey: ['open'], queryFn: ({ signal }) => call('get', '/api/account/tickets', { signal }) });
}

/** My own tokens, for programs. */
export function useTokens() {
  return useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => call('get', '/api/tokens', { signal }) });
}

export function useStaffAccounts() {
  return useQuery({ queryKey: ['accounts'], queryFn: ({ signal }) => call('get', '/api/accounts', { signal }) });
}

export function useStaffAccount(id: string) {
  return useQuery({
    queryKey: ['accounts', id],
    queryFn: ({ signal }) => call('get', '/api/accounts/{id}', { path: { id }, signal }),
  });
}

export function useNotices(): UseQueryResult<Notices> {
  return useQuery({
    queryKey: ['notices'],
    refetchInterval: 5_000,
    queryFn: ({ signal }) => call('get', '/api/calendar/notices', { signal }),
  });
}

export function useParameters(area: string): UseQueryResult<ParametersFound> {
  return useQuery({
    queryKey: ['parameters', area],
    enabled: area !== '',
    queryFn: ({ signal }) => call('get', '/api/parameters', { query: { area }, signal }),
  });
}

export function useProposals(): UseQueryResult<Page<Proposal>> {
  return useQuery({
    queryKey: ['proposals'],
    queryFn: ({ signal }) => call('get', '/api/parameters/proposals', { signal }),
  });
}

export function useStaff(agency: string): UseQueryResult<Page<StaffPerson>> {
  return useQuery({
    queryKey: ['staff', agency],
    enabled: agency !== '',
    queryFn: ({ signal }) => call('get', '/api/agencies/{agency}/staff', { path: { agency }, signal }),
  });
}

/** Who may be given what happens at a place; without a place, around my own office. */
export function useAgencies(area: string): UseQueryResult<Page<AgencyRow>> {
  return useQuery({
    queryKey: ['agencies', area],
    staleTime: 60_000,
    queryFn: ({ signal }) => call('get', '/api/agencies', { query: { area }, signal }),
  });
}

export function useSummary(): UseQueryResult<Summary> {
  return useQuery({
    queryKey: ['summary'],
    queryFn: ({ signal }) => call('get', '/api/supervision/summary', { signal }),
  });
}
