import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../kit/api';
import { addDays, dayLong, dayOf, dayWords, now, weekday } from '../kit/days';
import { useAbsences, useDuty } from '../kit/dayQueries';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { bodyOf, type Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Failed, Loading } from '../kit/States';
import { Status } from '../kit/Status';
import { useTitle } from '../kit/title';
import type { AbsenceRow, NewAbsence, NewTurn, Roster, Schema } from '../kit/wire';
import { mondayOf } from './OfficeCalendar';

const SHIFTS = { DAY: '全天', MORNING: '上午', AFTERNOON: '下午', NIGHT: '夜间' };
const REASONS = { TRIP: '出差', LEAVE: '请假', TRAINING: '培训', OTHER: '其他' };

const choice = (title: string, titles: Record<string, string>, why?: string) => ({
  type: 'string' as const,
  title,
  'x-kind': 'choice' as const,
  enum: Object.keys(titles),
  'x-titles': titles,
  ...(why ? { 'x-why': why } : {}),
});

const named = (roster: Roster) => Object.fromEntries(roster.people.map((person) => [person.id, person.name]));

function absenceForm(roster: Roster): Schema {
  return {
    properties: {
      ...(roster.mayArrange ? { staff: choice('谁', named(roster), '不选就是您自己') } : {}),
      firstDay: { type: 'string', title: '从哪一天起', 'x-kind': 'date' },
      lastDay: { type: 'string', title: '到哪一天为止', 'x-kind': 'date', 'x-why': '这一天也不在' },
      reason: choice('原因', REASONS, '只记这一个词，病情等不用写'),
    },
    required: ['firstDay', 'lastDay', 'reason'],
    'x-order': [...(roster.mayArrange ? ['staff'] : []), 'firstDay', 'lastDay', 'reason'],
  };
}

function rosterForm(roster: Roster): Schema {
  const days = Array.from({ length: 7 }, (_, at) => addDays(roster.from, at));
  return {
    properties: {
      items: {
        type: 'array',
        title: '谁值哪一班',
        'x-kind': 'list',
        items: {
          properties: {
            day: choice('哪一天', Object.fromEntries(days.map((day) => [day, `${weekday(day)} ${dayWords(day)}`]))),
            shift: choice('哪一班', SHIFTS),
            staff: choice('谁', named(roster)),
          },
          required: ['day', 'shift', 'staff'],
          'x-order': ['day', 'shift', 'staff'],
        },
      },
    },
    required: [],
    'x-order': ['items'],
  };
}

const CHANGED = ['duty', 'absences', 'posts', 'inbox'];
const fresh = () =>
  client.invalidateQueries({ predicate: ({ queryKey }) => CHANGED.includes(String(queryKey[0])) });

function DutyTable({ roster }: { roster: Roster }) {
  const days = Array.from({ length: 7 }, (_, at) => addDays(roster.from, at));
  const today = dayOf(now());
  return (
    <div className="weekgrid">
      {days.map((day) => {
        const turns = roster.items.filter((turn) => turn.day === day);
        return (
          <section key={day} className={day === today ? 'today' : ''} aria-label={`${weekday(day)} ${dayWords(day)}`}>
            <h3>
              {weekday(day)} <small>{dayWords(day)}</small>
            </h3>
            {turns.length === 0 && <p className="meta">没有排班</p>}
            <ul>
              {turns.map((turn) => (
                <li key={`${turn.shift} ${turn.staff}`} className="slot">
                  <b>{turn.shiftTitle}</b> {turn.name}
                  {turn.away && <Status tone="orange">那天不在岗</Status>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function RosterEdit({ roster, onLeave }: { roster: Roster; onLeave: () => void }) {
  const schema = rosterForm(roster);
  const [values, setValues] = useState<Values>({
    items: roster.items.map((turn) => ({ day: turn.day, shift: turn.shift, staff: turn.staff })),
  });
  const [refused, setRefused] = useState<unknown>(null);
  const send = async () => {
    setRefused(null);
    try {
      const items = (bodyOf(schema, values)['items'] as NewTurn[] | undefined) ?? [];
      await call('put', '/api/duty', { query: { from: roster.from, to: roster.to }, body: { items } });
      await fresh();
      onLeave();
    } catch (reason) {
      setRefused(reason);
    }
  };
  return (
    <section aria-label="排值班表">
      {!!refused && <Refusal reason={refused} />}
      <SchemaForm schema={schema} values={values} onChange={setValues} onSubmit={() => void send()} refused={refused}>
        <div className="acts">
          <button className="btn primary">保存这一周</button>
          <button type="button" className="btn" onClick={onLeave}>
            先不
          </button>
        </div>
      </SchemaForm>
    </section>
  );
}

function Away({ rows, roster }: { rows: AbsenceRow[]; roster: Roster }) {
  const [adding, setAdding] = useState(false);
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<unknown>(null);
  const schema = absenceForm(roster);
  const deed = async (done: Promise<unknown>) => {
    setRefused(null);
    try {
      await done;
      await fresh();
      setAdding(false);
      setValues({});
    } catch (reason) {
      setRefused(reason);
    }
  };
  const enter = () => deed(call('post', '/api/absences', { body: bodyOf(schema, values) as NewAbsence }));
  return (
    <section className="card" aria-labelledby="away" style={{ padding: 16, marginTop: 18 }}>
      <h2 id="away">谁不在岗</h2>
      <p className="meta">
        不在岗的人不会再派到事；从第一天起，桌上的事自动回到大家共有的待办，有人代班的由代班的人接着办。
      </p>
      {!!refused && <Refusal reason={refused} />}
      {rows.length === 0 && <p>以后六十天里没有人登记。</p>}
      <ul className="hands">
        {rows.map((row) => (
          <li key={row.id}>
            <b>{row.name}</b>，{dayLong(row.firstDay)}至{dayLong(row.lastDay)}
            {row.reason && `，${row.reason}`}{' '}
            {row.mayUndo && (
              <button
                type="button"
                className="btn quiet sm"
                aria-label={`撤销：${row.name} ${dayLong(row.firstDay)}起`}
                onClick={() => void deed(call('delete', '/api/absences/{id}', { path: { id: row.id } }))}
              >
                撤销
              </button>
            )}
          </li>
        ))}
      </ul>
      {!adding && (
        <button type="button" className="btn" onClick={() => setAdding(true)}>
          登记不在岗
        </button>
      )}
      {adding && (
        <SchemaForm
          schema={schema}
          values={values}
          onChange={setValues}
          onSubmit={() => void enter()}
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

/** Who is on duty this week, and who is away. */
export function Duty() {
  useTitle('值班与请假');
  const [search, setSearch] = useSearchParams();
  const today = dayOf(now());
  const from = search.get('from') ?? mondayOf(today);
  const duty = useDuty(from);
  const away = useAbsences(today, addDays(today, 60));
  const [editing, setEditing] = useState(false);
  const failed = duty.error ?? away.error;
  const again = () => {
    void duty.refetch();
    void away.refetch();
  };
  if (failed) return <Failed page reason={failed} what="值班表没取到" onRetry={again} />;
  if (!duty.data || !away.data) return <Loading page what="值班表" rows={4} />;
  const go = (day: string) => {
    setEditing(false);
    setSearch(day ? { from: day } : {}, { replace: true });
  };
  return (
    <>
      <div className="hd">
        <h1>值班与请假，{dayWords(from)}至{dayWords(addDays(from, 6))}</h1>
        <div className="r noprint">
          <button type="button" className="btn" onClick={() => go(addDays(from, -7))}>
            上一周
          </button>
          <button type="button" className="btn" onClick={() => go('')}>
            本周
          </button>
          <button type="button" className="btn" onClick={() => go(addDays(from, 7))}>
            下一周
          </button>
        </div>
      </div>
      <h2 className="sr">值班</h2>
      <p className="meta" style={{ marginBottom: 12 }}>
        下班时间来了红色的或有危险的，马上提醒当班的人。本单位没有排的，提醒上级当班的人；都没有排的，提醒承办单位。
      </p>
      {editing ? (
        <RosterEdit key={from} roster={duty.data} onLeave={() => setEditing(false)} />
      ) : (
        <DutyTable roster={duty.data} />
      )}
      {duty.data.mayArrange && !editing && (
        <button type="button" className="btn noprint" style={{ marginTop: 12 }} onClick={() => setEditing(true)}>
          排这一周的班
        </button>
      )}
      <Away rows={away.data.items} roster={duty.data} />
    </>
  );
}
