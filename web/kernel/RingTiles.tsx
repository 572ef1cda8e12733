import { useQuery } from '@tanstack/react-query';
import { call } from '../kit/api';
import { Failed } from '../kit/States';
import { TileMap } from '../kit/TileMap';
import type { Rings } from '../kit/wire';

const RECEIVED = 'disputes.received';
const OVERDUE = 'disputes.overdue';

/** The places below the one looked at: how many were received, how many of them went over their time. */
export function RingTiles({
  areas,
  query,
  onOpen,
}: {
  areas: Rings['areas'];
  query: Record<string, string>;
  onOpen: (area: string) => void;
}) {
  const by = (metric: string) => ({
    queryKey: ['stats', 'broken', metric, query, 'area'],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call('get', '/api/stats/{metric}', { path: { metric }, query: { ...query, by: 'area' }, signal }),
  });
  const received = useQuery(by(RECEIVED));
  const overdue = useQuery(by(OVERDUE));
  if (received.isError) return <Failed reason={received.error} what="各地的数没取到" />;
  if (areas.length === 0 || !received.data) return null;
  const amounts = new Map(received.data.groups.map((group) => [group.key, group.matters]));
  const late = new Map(overdue.data?.groups.map((group) => [group.key, group.numerator ?? 0]));
  const all = areas.reduce((sum, area) => sum + (amounts.get(area.path) ?? 0), 0);
  return (
    <section className="ringtiles" aria-labelledby="ringtiles">
      <h2 id="ringtiles">
        各地受理<small>{all} 件，点一块看那里</small>
      </h2>
      <TileMap
        tiles={areas.map((area) => ({
          key: area.path,
          label: area.name,
          amount: amounts.get(area.path) ?? 0,
          late: late.get(area.path),
        }))}
        unit="件"
        caption="各地受理的件数"
        lateWord="逾期"
        onOpen={onOpen}
      />
    </section>
  );
}
