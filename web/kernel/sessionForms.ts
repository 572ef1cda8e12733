import { bodyOf, type Values } from '../kit/schema';
import type { Field, Matter, RoomRow, Schema, SessionRow } from '../kit/wire';

const KINDS = { SESSION: '调解会', VISIT: '出访巡诊', HEARING: '听证会' };
const WAYS = { PHONE: '电话', IN_PERSON: '当面', LETTER: '书面通知', SMS: '短信', WECHAT: '微信' };
const ROLES = {
  LAWYER: '律师',
  JUDGE: '法官',
  POLICE: '民警',
  MEDIATOR: '调解员',
  OFFICIAL: '有关单位人员',
  EXPERT: '专家',
  COUNSELLOR: '心理咨询师',
  RELATIVE: '亲属邻里',
  WITNESS: '证人',
  OTHER: '其他人',
};

const choice = (title: string, titles: Record<string, string>, why?: string): Field => ({
  type: 'string',
  title,
  'x-kind': 'choice',
  enum: Object.keys(titles),
  'x-titles': titles,
  ...(why ? { 'x-why': why } : {}),
});
const instant = (title: string, why?: string): Field => ({
  type: 'string',
  title,
  'x-kind': 'instant',
  ...(why ? { 'x-why': why } : {}),
});
const text = (title: string, most: number, why?: string): Field => ({
  type: 'string',
  title,
  'x-kind': most > 300 ? 'longText' : 'text',
  maxLength: most,
  ...(why ? { 'x-why': why } : {}),
});
const yes = (title: string): Field => ({ type: 'boolean', title, 'x-kind': 'boolean' });

export interface Deed {
  schema: Schema;
  bodyFrom: (values: Values) => Record<string, unknown>;
}

function plain(schema: Schema, values: Values): Record<string, unknown> {
  return bodyOf(schema, values);
}

/** The parties are ticked, others are named; the room is chosen from those there are. */
export function arranging(matter: Matter, rooms: RoomRow[]): Deed {
  const people = matter.people.map((person) => [`party${person.no}`, person] as const);
  const schema: Schema = {
    properties: {
      kind: choice('哪一种', KINDS),
      starts: instant('几点开始'),
      ends: instant('几点结束'),
      ...(rooms.length
        ? {
            room: choice(
              '用哪间房',
              Object.fromEntries(rooms.map((room) => [room.name, `${room.name}，${room.seats} 座，${room.place}`])),
              '出访不选',
            ),
          }
        : {}),
      place: text('在哪里', 200, '出访写到哪里去；不用房间的写地点'),
      ...Object.fromEntries(people.map(([name, person]) => [name, yes(`请${person.roleTitle}${person.name}到场`)])),
      others: {
        type: 'array',
        title: '另外还请谁',
        'x-kind': 'list',
        items: {
          properties: { role: choice('以什么身份', ROLES), name: text('姓名', 60) },
          required: ['role', 'name'],
          'x-order': ['role', 'name'],
        },
      },
      open: yes('公开进行，可以旁听'),
      topic: text('谈什么', 500),
    },
    required: ['kind', 'starts', 'ends'],
    'x-order': [
      'kind',
      'starts',
      'ends',
      ...(rooms.length ? ['room'] : []),
      'place',
      ...people.map(([name]) => name),
      'others',
      'open',
      'topic',
    ],
  };
  return {
    schema,
    bodyFrom: (values) => {
      const { others, ...said } = plain(schema, values);
      const parties = people
        .filter(([name]) => said[name] === true)
        .map(([, one]) => ({ role: 'PARTY', party: one.no }));
      const rest = Object.entries(said).filter(([name]) => !name.startsWith('party'));
      const guests = [...parties, ...((others as object[] | undefined) ?? [])];
      return { ...Object.fromEntries(rest), open: said['open'] === true, ...(guests.length ? { guests } : {}) };
    },
  };
}

export function summoning(session: SessionRow): Deed {
  const schema: Schema = {
    properties: {
      how: choice('怎么通知的', WAYS),
      at: instant('什么时候通知的', '不填就是现在'),
      ...Object.fromEntries(session.guests.map((guest) => [`guest${guest.no}`, yes(`通知了${guest.name}`)])),
    },
    required: ['how'],
    'x-order': ['how', 'at', ...session.guests.map((guest) => `guest${guest.no}`)],
  };
  return { schema, bodyFrom: (values) => ticked(session, plain(schema, values), 'who') };
}

/** The guests that were ticked, as the server reads them. */
function ticked(session: SessionRow, said: Record<string, unknown>, name: string): Record<string, unknown> {
  const guests = session.guests.filter((guest) => said[`guest${guest.no}`] === true).map(({ no }) => ({ guest: no }));
  const rest = Object.entries(said).filter(([key]) => !key.startsWith('guest'));
  return { session: session.no, ...Object.fromEntries(rest), ...(guests.length ? { [name]: guests } : {}) };
}

export function answering(session: SessionRow): Deed {
  const schema: Schema = {
    properties: {
      guest: choice('谁的答复', Object.fromEntries(session.guests.map((guest) => [String(guest.no), guest.name]))),
      reply: choice('能不能来', { COMING: '能来', NOT: '来不了' }),
      wish: text('想改到什么时候，或者有什么要说的', 300),
    },
    required: ['guest', 'reply'],
    'x-order': ['guest', 'reply', 'wish'],
  };
  return {
    schema,
    bodyFrom: (values) => {
      const said = plain(schema, values);
      return { ...said, session: session.no, guest: Number(said['guest']) };
    },
  };
}

export function holding(session: SessionRow): Deed {
  const schema: Schema = {
    properties: {
      ...Object.fromEntries(session.guests.map((guest) => [`guest${guest.no}`, yes(`${guest.name}到场了`)])),
      began: instant('实际几点开始', '不填就是原定的时间'),
      ended: instant('实际几点结束', '不填就是现在'),
      minutes: text('笔录', 20_000, '谁说了什么、谈到哪一步；没有人到场可以不写'),
      signed: text('谁签了名', 300, '读给到场的人听过、由他们签名的，写明是谁'),
    },
    required: [],
    'x-order': [...session.guests.map((guest) => `guest${guest.no}`), 'began', 'ended', 'minutes', 'signed'],
  };
  return { schema, bodyFrom: (values) => ticked(session, plain(schema, values), 'came') };
}

export function callingOff(session: SessionRow): Deed {
  const schema: Schema = {
    properties: { reason: text('为什么取消', 500, '房间和主持人马上空出来；改期的，取消以后另外安排') },
    required: ['reason'],
    'x-order': ['reason'],
  };
  return { schema, bodyFrom: (values) => ({ session: session.no, ...plain(schema, values) }) };
}
