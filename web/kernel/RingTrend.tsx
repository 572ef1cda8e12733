import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../kit/api';
import { Trend } from '../kit/charts/Trend';
import { mondayOf, monthsOf, sinceBegun, weeksOf } from '../kit/charts/weeks';
import { addDays, dayOf, now } from '../kit/days';
import { Failed, Loading } from '../kit/States';
import type { Figure } from '../kit/wire';
import { baseWords } from './ringWords';

const WEEKS = 26;

/** Half a year back, a week each; what is told of whole months only, by months. Drawing over it narrows the page. */
export function RingTrend({ figure }: { figure: Figure }) {
  const [search, setSearch] = useSearchParams();
  const area = search.get('area');
  const [from, to] = [search.get('from'), search.get('to')];
  const today = dayOf(now());
  const by = figure.pooled ? 'month' : 'week';
  const since = by === 'week' ? addDays(mondayOf(today), -7 * (WEEKS - 1)) : `${addDays(today, -330).slice(0, 7)}-01`;
  const query = { from: since, to: today, by, ...(area ? { area } : {}) };
  const found = useQuery({
    queryKey: ['stats', 'trend', figure.name, query],
    queryFn: ({ signal }) => call('get', '/api/stats/{metric}', { path: { metric: figure.name }, query, signal }),
    placeholderData: (before) => before,
  });
  const sums = figure.unit === 'COUNT' || figure.unit === 'YUAN';
  const spans = useMemo(() => {
    const parts = (found.data?.groups ?? []).map((group) => ({ ...group, base: baseWords(group, figure.unit) }));
    return sinceBegun((by === 'week' ? weeksOf : monthsOf)(since, today, parts, sums));
  }, [found.data, by, since, today, sums, figure.unit]);
  if (found.isError) return <Failed reason={found.error} what="走势没取到" onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading what="走势" rows={2} />;
  const pick = (first: string | null, last: string | null) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, day] of [
          ['from', first],
          ['to', last],
        ] as const)
          if (day) after.set(name, day);
          else after.delete(name);
        return after;
      },
      { replace: true },
    );
  return (
    <Trend
      title={`${by === 'week' ? '每周' : '每月'}${figure.title}`}
      unit={figure.unitTitle}
      bars={sums}
      spans={spans}
      from={from}
      to={to}
      onPick={pick}
    />
  );
}
