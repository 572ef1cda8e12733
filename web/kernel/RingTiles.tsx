import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../kit/api';
import { Locator, OutlineMap } from '../kit/OutlineMap';
import { areCounties, useOutline } from '../kit/outlines';
import { Failed, Loading } from '../kit/States';
import { TileMap } from '../kit/TileMap';
import type { Rings } from '../kit/wire';

const RECEIVED = 'disputes.received';
const OVERDUE = 'disputes.overdue';

/** The places below the one looked at: how many were received, how many of them went over their time. */
export function RingTiles({
  area,
  areas,
  query,
  onOpen,
}: {
  area: Rings['area'];
  areas: Rings['areas'];
  query: Record<string, string>;
  onOpen: (area: string) => void;
}) {
  const by = (metric: string) => ({
    queryKey: ['stats', 'broken', metric, query, 'area'],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call('get', '/api/stats/{metric}', { path: { metric }, query: { ...query, by: 'area' }, signal }),
  });
  const outline = useOutline(areas[0]?.path ?? area.path);
  const [asTiles, setAsTiles] = useState(false);
  const received = useQuery(by(RECEIVED));
  const overdue = useQuery(by(OVERDUE));
  if (received.isError) return <Failed reason={received.error} what="各地的数没取到" />;
  if (areas.length === 0) return null;
  if (!received.data) return <Loading what="各地的数" rows={2} />;
  const amounts = new Map(received.data.groups.map((group) => [group.key, group.matters]));
  const late = new Map(overdue.data?.groups.map((group) => [group.key, group.numerator ?? 0]));
  const all = areas.reduce((sum, one) => sum + (amounts.get(one.path) ?? 0), 0);
  const tiles = areas.map((one) => ({
    key: one.path,
    label: one.name,
    amount: amounts.get(one.path) ?? 0,
    late: late.get(one.path),
  }));
  const drawn = { tiles, unit: '件', caption: '各地受理的件数', lateWord: '逾期', onOpen };
  // names and numbers need room: on a phone they would lie over each other
  const land = outline && areCounties(areas.map((one) => one.path)) && matchMedia('(min-width: 700px)').matches;
  return (
    <section className="ringtiles" aria-labelledby="ringtiles">
      <h2 id="ringtiles">
        各地受理<small>{all} 件，点一块看那里</small>
      </h2>
      {land && (
        <div className="landpick" role="group" aria-label="怎么画">
          {['轮廓图', '方块'].map((word, at) => (
            <button
              key={word}
              type="button"
              className="btn sm"
              aria-pressed={asTiles === (at === 1)}
              onClick={() => setAsTiles(at === 1)}
            >
              {word}
            </button>
          ))}
        </div>
      )}
      {land && !asTiles ? (
        <OutlineMap outline={outline} {...drawn} />
      ) : (
        <div className="tilesrow">
          <div>
            <TileMap {...drawn} />
          </div>
          {outline && !land && <Locator outline={outline} area={area} />}
        </div>
      )}
    </section>
  );
}
