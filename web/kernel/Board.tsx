import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { clockOf, dayOf, dueWords, now } from '../kit/days';
import { useMe, useScenes } from '../kit/queries';
import { Empty, Failed, Loading } from '../kit/States';
import { Shape, Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { MatterRow, Scene, Slot } from '../kit/wire';
import { BoardHead } from './BoardHead';
import { columnsOf, countWords, joined, lateOffices, type Column, type Read } from './boardColumns';

const EVERY_MILLIS = 60_000;
const MOST = 200;
const SHOWN = 8;

const calm = {
  refetchInterval: EVERY_MILLIS,
  staleTime: EVERY_MILLIS / 2,
  placeholderData: keepPreviousData,
} as const;

async function read(query: Record<string, string | boolean>, signal: AbortSignal): Promise<Read> {
  const page = await call('get', '/api/matters', { query: { ...query, limit: MOST }, signal });
  return { rows: page.items, more: !!page.next };
}

function useColumn(scene: string, column: Column) {
  return useQuery({
    ...calm,
    queryKey: ['board', scene, column.name],
    queryFn: ({ signal }) =>
      Promise.all(column.stages.map((stage) => read({ scene, stage: stage.name, open: true }, signal))),
  });
}

/** Where figures come from and until when; what isn't there is said in grey, never as a number. */
function Asked({ query, what }: { query: UseQueryResult<unknown>; what: string }) {
  if (query.isPending) return <Loading what={what} rows={2} />;
  if (!query.isError) return null;
  return (
    <p className="stale">
      <Shape tone="grey" /> {what}没取到
      {query.data ? `，下面是 ${clockOf(new Date(query.dataUpdatedAt))} 的` : '，不是没有'}
    </p>
  );
}

/** What the kinds of a scene are called. */
type Kinds = Record<string, string>;

const kindsOf = (scene: Scene): Kinds => scene.open.properties['category']?.['x-titles'] ?? {};

/** A matter on a wall: number, kind and place; nobody's name and nothing of what was said. */
function Line({ row, kinds }: { row: MatterRow; kinds: Kinds }) {
  return (
    <li>
      <Link to={`/desk/matters/${encodeURIComponent(row.id)}`}>{row.code}</Link>{' '}
      <span>{[row.category && (kinds[row.category] ?? row.category), row.area.name].filter(Boolean).join('，')}</span>
      {row.due && (
        <small className={row.due.overdue ? 'over' : ''}>
          {row.due.overdue && <Shape tone="red" />} {row.due.title}：{dueWords(row.due)}
        </small>
      )}
      {row.due?.overdue && <small>{row.agency?.name ?? '还没有承办单位'}负责</small>}
    </li>
  );
}

function Lines({ rows, none, kinds }: { rows: MatterRow[]; none: string; kinds: Kinds }) {
  if (rows.length === 0) return <p className="meta">{none}</p>;
  return (
    <>
      <ul className="lines">
        {rows.slice(0, SHOWN).map((row) => (
          <Line key={row.id} row={row} kinds={kinds} />
        ))}
      </ul>
      {rows.length > SHOWN && <p className="meta">列出最急的 {SHOWN} 件</p>}
    </>
  );
}

const listOf = (query: Record<string, string>) => `/desk/matters?${new URLSearchParams(query).toString()}`;

function StageColumn({ scene, column }: { scene: Scene; column: Column }) {
  const query = useColumn(scene.name, column);
  const parts = query.data ?? [];
  const all = joined(parts);
  const only = column.stages.length === 1 ? column.stages[0] : undefined;
  return (
    <section className="card" aria-labelledby={`board-${column.name}`}>
      <h2 id={`board-${column.name}`}>{column.title}</h2>
      <Asked query={query} what={column.title} />
      {query.data && (
        <>
          <p className="figure">
            {only ? (
              <Link to={listOf({ scene: scene.name, stage: only.name })}>{countWords(all)} 件</Link>
            ) : (
              `${countWords(all)} 件`
            )}
          </p>
          {!only && (
            <p className="meta">
              {column.stages.map((stage, at) => (
                <span key={stage.name} className="part">
                  <Link to={listOf({ scene: scene.name, stage: stage.name })}>
                    {stage.title} {countWords(parts[at] ?? { rows: [], more: false })}
                  </Link>{' '}
                </span>
              ))}
            </p>
          )}
          <Lines rows={all.rows} none={column.none} kinds={kindsOf(scene)} />
        </>
      )}
    </section>
  );
}

function LateColumn({ scene }: { scene: Scene }) {
  const query = useQuery({
    ...calm,
    queryKey: ['board', scene.name, 'late'],
    queryFn: ({ signal }) => read({ scene: scene.name, overdue: true }, signal),
  });
  const offices = query.data ? lateOffices(query.data).slice(0, 3) : [];
  return (
    <section className="card" aria-labelledby="board-late">
      <h2 id="board-late">逾期</h2>
      <Asked query={query} what="逾期的" />
      {query.data && (
        <>
          <p className="figure">
            <Link to={listOf({ scene: scene.name, overdue: 'true' })}>
              {query.data.rows.length > 0 && <Shape tone="red" />} {countWords(query.data)} 件
            </Link>
          </p>
          {offices.length > 0 && !query.data.more && (
            <p className="meta">{offices.map((one) => `${one.name} ${one.count} 件`).join('；')}</p>
          )}
          <Lines rows={query.data.rows} none="没有逾期的" kinds={kindsOf(scene)} />
        </>
      )}
    </section>
  );
}

const STATES: Record<string, 'now' | 'green' | 'grey' | 'orange'> = {
  PLANNED: 'now',
  HELD: 'green',
  CALLED_OFF: 'grey',
  MISSED: 'orange',
};

function SlotLine({ slot }: { slot: Slot }) {
  return (
    <li>
      <b>
        {clockOf(slot.starts)}–{clockOf(slot.ends)}
      </b>{' '}
      {slot.taken ? '已占用' : slot.title}
      {slot.state && slot.stateTitle && <Status tone={STATES[slot.state] ?? 'grey'}>{slot.stateTitle}</Status>}
      <small>
        {slot.about && <Link to={`/desk/matters/${encodeURIComponent(slot.about.id)}`}>{slot.about.code}</Link>}
        {slot.host && ` ${slot.host}主持`}
        {!slot.room && slot.place && ` ${slot.place}`}
      </small>
    </li>
  );
}

function RoomsToday({ day }: { day: string }) {
  const query = useQuery({
    ...calm,
    queryKey: ['board', 'rooms', day],
    queryFn: ({ signal }) => call('get', '/api/sessions', { query: { from: day, to: day }, signal }),
  });
  const items = query.data?.items ?? [];
  const rooms: [string, string, Slot[]][] = [
    ...(query.data?.rooms ?? []).map(
      (room) => [room.id, room.name, items.filter((slot) => slot.roomId === room.id)] as [string, string, Slot[]],
    ),
    ['out', '不在本单位房间', items.filter((slot) => !query.data?.rooms.some((room) => room.id === slot.roomId))],
  ];
  const shown = rooms.filter(([id, , slots]) => id !== 'out' || slots.length > 0);
  return (
    <section className="card rooms" aria-labelledby="board-rooms">
      <h2 id="board-rooms">
        今天的会面<span className="end">{query.data && `${items.filter((slot) => !slot.taken).length} 场`}</span>
      </h2>
      <Asked query={query} what="今天的会面" />
      {query.data && shown.length === 0 && <p className="meta">还没有登记房间，今天也没有会面</p>}
      <div className="roomgrid">
        {shown.map(([id, name, slots]) => (
          <section key={id} aria-label={name}>
            <h3>{name}</h3>
            {slots.length === 0 ? (
              <p className="meta">今天空着</p>
            ) : (
              <ul className="lines">
                {slots.map((slot) => (
                  <SlotLine key={`${slot.starts} ${slot.about?.id} ${slot.no}`} slot={slot} />
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      <p className="meta">
        <Link to="/desk/calendar">看一周的日程</Link>
      </p>
    </section>
  );
}

function OnDuty({ day }: { day: string }) {
  const query = useQuery({
    ...calm,
    queryKey: ['board', 'duty', day],
    queryFn: ({ signal }) => call('get', '/api/duty', { query: { from: day, to: day }, signal }),
  });
  const turns = query.data?.items ?? [];
  return (
    <section className="card" aria-labelledby="board-duty">
      <h2 id="board-duty">今天谁值班</h2>
      <Asked query={query} what="值班表" />
      {query.data && turns.length === 0 && (
        <p className="stale">
          <Shape tone="grey" /> 今天的值班表还没有排
        </p>
      )}
      <ul className="lines">
        {turns.map((turn) => (
          <li key={`${turn.shift} ${turn.staff}`}>
            <b>{turn.name}</b> {turn.shiftTitle}
            {turn.away && <small>今天请假，要换人</small>}
          </li>
        ))}
      </ul>
      <p className="meta">
        <Link to="/desk/duty">值班与请假</Link>
      </p>
    </section>
  );
}

/** What the mediation centre has in hand today, fit to hang on its wall. */
export function Board() {
  useTitle('看板');
  const me = useMe();
  const scenes = useScenes();
  const today = dayOf(now());
  if (scenes.isError)
    return <Failed page reason={scenes.error} what="看板没取到" onRetry={() => void scenes.refetch()} />;
  if (!scenes.data || !me.data) return <Loading page what="看板" rows={4} />;
  const scene = scenes.data.items.find((one) => columnsOf(one).length === 3);
  const own = me.data.posts.find((seat) => seat.id === me.data.post) ?? me.data.posts[0];
  return (
    <>
      <BoardHead name={own?.agency.name ?? '矛调中心'} />
      {scene ? (
        <div className="board">
          {columnsOf(scene).map((column) => (
            <StageColumn key={column.name} scene={scene} column={column} />
          ))}
          <LateColumn scene={scene} />
        </div>
      ) : (
        <Empty title="没有可列的事项">这里没有分签收、办理、履行的业务</Empty>
      )}
      <div className="board under">
        <RoomsToday day={today} />
        <OnDuty day={today} />
      </div>
    </>
  );
}
