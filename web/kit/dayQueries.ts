import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from './api';
import type { AbsenceRow, OfficeDays, Page, RoomRow, Roster, SessionRow } from './wire';

/** The meetings of a matter. */
export function useSessions(id: string): UseQueryResult<Page<SessionRow>> {
  return useQuery({
    queryKey: ['matter', id, 'sessions'],
    queryFn: ({ signal }) => call('get', '/api/matters/{id}/sessions', { path: { id }, signal }),
  });
}

/** The rooms of my office and of those above it. */
export function useRooms(): UseQueryResult<Page<RoomRow>> {
  return useQuery({ queryKey: ['rooms'], queryFn: ({ signal }) => call('get', '/api/rooms', { signal }) });
}

/** A week of my office, or of mine alone. */
export function useOfficeCalendar(from: string, mine: boolean): UseQueryResult<OfficeDays> {
  return useQuery({
    queryKey: ['sessions', from, mine],
    queryFn: ({ signal }) => call('get', '/api/sessions', { query: { from, mine }, signal }),
  });
}

export function useDuty(from: string): UseQueryResult<Roster> {
  return useQuery({
    queryKey: ['duty', from],
    queryFn: ({ signal }) => call('get', '/api/duty', { query: { from }, signal }),
  });
}

export function useAbsences(from: string, to: string): UseQueryResult<Page<AbsenceRow>> {
  return useQuery({
    queryKey: ['absences', from, to],
    queryFn: ({ signal }) => call('get', '/api/absences', { query: { from, to }, signal }),
  });
}
