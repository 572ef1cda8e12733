import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { addressOf, call, fetchFile } from '../kit/api';
import { addDays, clockOf, dayOf, dayWords, now, weekday, weekdayIndex } from '../kit/days';
import { useOfficeCalendar } from '../kit/dayQueries';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { RoomRow, Schema, Slot } from '../kit/wire';

const ROOM: Schema = {
  properties: {
    name: { type: 'string', title: '房间名称', 'x-kind': 'text', maxLength: 60 },
    seats: { type: 'integer', title: '坐多少人', 'x-kind': 'integer', minimum: 1, maximum: 1000 },
    place: { type: 'string', title: '在哪里', 'x-kind': 'text', maxLength: 200 },
    equipment: { type: 'string', title: '有什么设备', 'x-kind': 'text', maxLength: 200 },
  },
  required: ['name', 'seats', 'place'],
  'x-order': ['name', 'seats', 'place', 'equipment'],
};

export const mondayOf = (day: string) => addDays(day, -weekdayIndex(day));

function Entry({ slot }: { slot: Slot }) {
  const where = [slot.room, slot.place].filter(Boolean).join('，');
  return (
    <li className={`slot ${slot.taken ? 'taken' : ''} ${slot.state === 'CALLED_OFF' ? 'off' : ''}`}>
      <b>
        {clockOf(slot.starts)}–{clockOf(slot.ends)}
      </b>{' '}
      {slot.title}
      {slot.stateTitle && slot.state !== 'PLANNED' && `，${slot.stateTitle}`}
      {where && <small>{where}</small>}
      {slot.about && (
        <small>
          <Link to={`/desk/matters/${encodeURIComponent(slot.about.id)}`}>{slot.about.title}</Link>
        </small>
      )}
      {slot.host && <small>{slot.host}主持</small>}
    </li>
  );
}

function Rooms({ rooms }: { rooms: RoomRow[] }) {
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [adding, setAdding] = useState(false);
  const deed = async (done: Promise<unknown>) => {
    setRefused(null);
    try {
      await done;
      await Promise.all([
        client.invalidateQueries({ queryKey: ['sessions'] }),
        client.invalidateQueries({ queryKey: ['rooms'] }),
      ]);
      setAdding(false);
      setValues({});
    } catch (reason) {
      setRefused(reason);
    }
  };
  return (
    <section className="card" aria-labelledby="rooms" style={{ padding: 16, marginTop: 18 }}>
      <h2 id="rooms">本单位的房间</h2>
      {!!refused && <Refusal reason={refused} />}
      {rooms.length === 0 && <p className="meta">还没有登记房间。登记了，安排会面时就能选，也不会撞在一起。</p>}
      <ul className="hands">
        {rooms.map((room) => (
          <li key={room.id}>
            <b>{room.name}</b>，{room.seats} 座，{room.place}
            {room.equipment && `，${room.equipment}`}{' '}
            <button
              type="button"
              className="btn quiet sm"
              aria-label={`停用${room.name}`}
              onClick={() => void deed(call('delete', '/api/rooms/{id}', { path: { id: room.id } }))}
            >
              停用
            </button>
          </li>
        ))}
      </ul>
      {!adding && (
        <button type="button" className="btn" onClick={() => setAdding(true)}>
          登记一间
        </button>
      )}
      {adding && (
        <SchemaForm
          schema={ROOM}
          values={values}
          onChange={setValues}
          onSubmit={() => void deed(call('post', '/api/rooms', { body: bodyOf(ROOM, values) }))}
          refused={refused}
        >
          <div className="acts">
            <button className="btn primary">登记</button>
            <button type="button" className="btn" onClick={() => setAdding(false)}>
              先不
            </button>
          </div>
        </SchemaForm>
      )}
    </section>
  );
}

/** The week of the office: sessions, visits, hearings, and which rooms are taken. */
export function OfficeCalendar() {
  useTitle('日程');
  const [search, setSearch] = useSearchParams();
  const today = dayOf(now());
  const from = search.get('from') ?? mondayOf(today);
  const mine = search.get('mine') === 'true';
  const kind = search.get('kind') ?? '';
  const room = search.get('room') ?? '';
  const [refused, setRefused] = useState<unknown>(null);
  const calendar = useOfficeCalendar(from, mine);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const save = async () => {
    setRefused(null);
    try {
      const url = URL.createObjectURL(await fetchFile(addressOf('/api/sessions/mine', { query: { from } })));
      const link = document.createElement('a');
      link.href = url;
      link.download = '我的日程.ics';
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (reason) {
      setRefused(reason);
    }
  };
  if (calendar.isError)
    return <Failed page reason={calendar.error} what="日程没取到" onRetry={() => void calendar.refetch()} />;
  if (!calendar.data) return <Loading page what="日程" rows={4} />;
  const items = calendar.data.items.filter(
    (slot) => (!kind || slot.title === kind) && (!room || slot.roomId === room),
  );
  const days = Array.from({ length: 7 }, (_, at) => addDays(from, at));
  return (
    <>
      <div className="hd">
        <h1>
          {mine ? '我的日程' : '本单位日程'}，{dayWords(from)}至{dayWords(addDays(from, 6))}
        </h1>
        <div className="r noprint">
          <button type="button" className="btn" onClick={() => set('from', addDays(from, -7))}>
            上一周
          </button>
          <button type="button" className="btn" onClick={() => set('from', '')}>
            本周
          </button>
          <button type="button" className="btn" onClick={() => set('from', addDays(from, 7))}>
            下一周
          </button>
        </div>
      </div>
      <div className="calbar noprint">
        <div className="set" role="group" aria-label="谁的日程">
          <button type="button" className="btn sm" aria-pressed={!mine} onClick={() => set('mine', '')}>
            本单位
          </button>
          <button type="button" className="btn sm" aria-pressed={mine} onClick={() => set('mine', 'true')}>
            我的
          </button>
        </div>
        <select className="in" aria-label="哪一种" value={kind} onChange={(event) => set('kind', event.target.value)}>
          <option value="">各种会面</option>
          <option>调解会</option>
          <option>出访巡诊</option>
          <option>听证会</option>
        </select>
        <select className="in" aria-label="哪间房" value={room} onChange={(event) => set('room', event.target.value)}>
          <option value="">各间房</option>
          {calendar.data.rooms.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <button type="button" className="btn sm" onClick={() => void save()}>
          存到手机日历
        </button>
      </div>
      {!!refused && <Refusal reason={refused} />}
      <div className="weekgrid">
        {days.map((day) => {
          const slots = items.filter((slot) => dayOf(slot.starts) === day);
          return (
            <section key={day} className={day === today ? 'today' : ''} aria-label={`${weekday(day)} ${dayWords(day)}`}>
              <h2>
                {weekday(day)} <small>{dayWords(day)}</small>
                {day === today && <span className="sr">，今天</span>}
              </h2>
              {slots.length === 0 ? (
                <p className="meta">没有安排</p>
              ) : (
                <ul>
                  {slots.map((slot) => (
                    <Entry key={`${slot.starts} ${slot.roomId} ${slot.about?.id} ${slot.no}`} slot={slot} />
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
      {!mine && <Rooms rooms={calendar.data.rooms} />}
    </>
  );
}
