import { useState } from 'react';
import { call, newKey } from '../kit/api';
import { arrive } from '../kit/arrive';
import { dayLong } from '../kit/days';
import { client, useMe, usePosts, useStaff } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import type { Values } from '../kit/schema';
import { SchemaForm } from '../kit/SchemaForm';
import { Empty, Failed, Loading } from '../kit/States';
import { useTitle } from '../kit/title';
import type { Joined, PostRow, Schema, StaffPerson } from '../kit/wire';

type Seat = StaffPerson['seats'][number];
type Deed = { kind: 'join' } | { kind: 'appoint' | 'standIn' | 'leave'; person: StaffPerson } | Ending;
type Ending = { kind: 'end'; person: StaffPerson; seat: Seat };

const REASON = { type: 'string', title: '原因', 'x-kind': 'text', maxLength: 200, minLength: 2 } as const;

function choice(title: string, posts: PostRow[], why?: string) {
  return {
    type: 'string' as const,
    title,
    'x-kind': 'choice' as const,
    enum: posts.map((post) => post.id),
    'x-titles': Object.fromEntries(
      posts.map((post) => [post.id, [post.title, post.holder || '现在空着'].join('，')]),
    ),
    ...(why ? { 'x-why': why } : {}),
  };
}

function schemaOf(deed: Deed, posts: PostRow[]): Schema {
  const to = choice('桌上的事交给哪个岗位', posts, '桌上没有事，或者同岗还有别人，就不用选');
  switch (deed.kind) {
    case 'join':
      return {
        properties: {
          name: { type: 'string', title: '姓名', 'x-kind': 'text', maxLength: 40 },
          login: {
            type: 'string',
            title: '用户名',
            'x-kind': 'text',
            maxLength: 32,
            'x-why': '小写字母开头，可以有数字、点和短横',
          },
        },
        required: ['name', 'login'],
        'x-order': ['name', 'login'],
      };
    case 'appoint':
      return {
        properties: {
          post: choice('任哪个岗位', posts),
          firstDay: { type: 'string', title: '从哪一天起', 'x-kind': 'date', 'x-why': '不填就是今天' },
        },
        required: ['post'],
        'x-order': ['post', 'firstDay'],
      };
    case 'standIn':
      return {
        properties: {
          post: choice('代哪个岗位', posts),
          firstDay: { type: 'string', title: '从哪一天起', 'x-kind': 'date' },
          lastDay: { type: 'string', title: '到哪一天止', 'x-kind': 'date', 'x-why': '这一天过完自动结束' },
          reason: REASON,
        },
        required: ['post', 'firstDay', 'lastDay', 'reason'],
        'x-order': ['post', 'firstDay', 'lastDay', 'reason'],
      };
    case 'end':
    case 'leave':
      return { properties: { to, reason: REASON }, required: ['reason'], 'x-order': ['to', 'reason'] };
  }
}

const TITLES = { join: '新来一个人', appoint: '任岗位', standIn: '代班', end: '结束任职', leave: '离岗' } as const;

function headOf(deed: Deed): string {
  if (deed.kind === 'join') return TITLES.join;
  if (deed.kind === 'end') return `${deed.person.name}不再任“${deed.seat.title}”`;
  return `${deed.person.name}：${TITLES[deed.kind]}`;
}

const NOTES = {
  join: '先建账号，再任岗位；没有岗位的人什么事也看不到。',
  appoint: '从这一天起，这个岗位能看的、能办的，他都能看能办。',
  standIn: '代班从第一天零点开始，最后一天过完自己结束。',
  end: '马上生效：下一次打开页面就不能再以这个岗位办事。',
  leave: '马上生效：所有任职结束，账号停用，已登录的页面和程序令牌都失效，已领的事放回原处。',
} as const;

async function sent(agency: string, deed: Deed, values: Values, key: string): Promise<Joined | null> {
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));
  const staff = '/api/agencies/{agency}/staff';
  if (deed.kind === 'join')
    return call('post', staff, {
      path: { agency },
      body: { name: String(said['name']), login: String(said['login']) },
    });
  const path = { agency, person: deed.person.id };
  if (deed.kind === 'appoint') await call('post', `${staff}/{person}/posts`, { path, body: said });
  if (deed.kind === 'standIn') await call('post', `${staff}/{person}/stand-ins`, { path, body: said });
  if (deed.kind === 'leave') await call('post', `${staff}/{person}/leave`, { path, body: said, key });
  if (deed.kind === 'end')
    await call('post', `${staff}/{person}/posts/{spell}/end`, {
      path: { ...path, spell: deed.seat.id },
      body: said,
      key,
    });
  return null;
}

function DeedForm({
  agency,
  deed,
  posts,
  onDone,
  onClose,
}: {
  agency: string;
  deed: Deed;
  posts: PostRow[];
  onDone: (joined: Joined | null) => void;
  onClose: () => void;
}) {
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const send = async () => {
    setBusy(true);
    setRefused(null);
    try {
      const joined = await sent(agency, deed, values, key);
      await client.invalidateQueries();
      onDone(joined);
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" style={{ margin: '0 0 18px', padding: 16 }} aria-labelledby="deed">
      <h2 id="deed" tabIndex={-1} ref={arrive}>
        {headOf(deed)}
      </h2>
      <p className="meta" style={{ margin: '6px 0 12px' }}>
        {NOTES[deed.kind]}
      </p>
      {!!refused && <Refusal reason={refused} />}
      <SchemaForm
        schema={schemaOf(deed, posts)}
        values={values}
        onChange={setValues}
        onSubmit={() => void send()}
        refused={refused}
      >
        <div className="acts">
          <button className={`btn ${['leave', 'end'].includes(deed.kind) ? 'danger' : 'primary'}`} disabled={busy}>
            {busy ? '正在办' : deed.kind === 'join' ? '建账号' : TITLES[deed.kind]}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            先不
          </button>
        </div>
      </SchemaForm>
    </section>
  );
}

function seatWords(seat: Seat): string {
  const until = seat.lastDay ? `至 ${dayLong(seat.lastDay)}` : '起';
  return `${seat.standsIn ? '代' : ''}${seat.title}，${dayLong(seat.firstDay)}${until}`;
}

function Row({ person, mine, onDeed }: { person: StaffPerson; mine: boolean; onDeed: (deed: Deed) => void }) {
  return (
    <tr>
      <td className="tt wide">
        {person.name}
        <small>{person.login ?? '没有账号'}</small>
      </td>
      <td className="wide">
        {person.seats.length === 0 && <small className="doer">还没有岗位</small>}
        {person.seats.map((seat) => (
          <small className="doer" key={seat.id}>
            {seatWords(seat)}{' '}
            {!mine && (
              <button
                type="button"
                className="btn quiet sm"
                aria-label={`结束：${person.name}任${seat.title}`}
                onClick={() => onDeed({ kind: 'end', person, seat })}
              >
                结束
              </button>
            )}
          </small>
        ))}
      </td>
      <td>
        {mine ? (
          <small>自己的由别的管理员办</small>
        ) : (
          <div className="acts" style={{ marginTop: 0 }}>
            {(['appoint', 'standIn', 'leave'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className="btn sm"
                aria-label={`${person.name}：${TITLES[kind]}`}
                onClick={() => onDeed({ kind, person })}
              >
                {TITLES[kind]}
              </button>
            ))}
          </div>
        )}
      </td>
    </tr>
  );
}

/** Who works in the office; whatever is changed here counts with their next click. */
export function Staff() {
  useTitle('人员');
  const me = useMe();
  const office = (me.data?.posts.find((post) => post.id === me.data.post) ?? me.data?.posts[0])?.agency;
  const agency = office?.id ?? '';
  const staff = useStaff(agency);
  const posts = usePosts(agency, agency !== '');
  const [deed, setDeed] = useState<Deed | null>(null);
  const [done, setDone] = useState('');
  const [joined, setJoined] = useState<Joined | null>(null);
  if (staff.isError) return <Failed page reason={staff.error} onRetry={() => void staff.refetch()} />;
  if (!staff.data || !posts.data || !me.data) return <Loading page what="人员" rows={4} />;
  const begin = (next: Deed) => {
    setDeed(next);
    setDone('');
    setJoined(null);
    window.scrollTo({ top: 0 });
  };
  return (
    <div style={{ maxWidth: 960 }}>
      <div className="hd">
        <h1>{office?.name}的人员</h1>
        <div className="r">
          <button type="button" className="btn primary" onClick={() => begin({ kind: 'join' })}>
            新来一个人
          </button>
        </div>
      </div>
      <div role="status">
        {done && <p className="intact">{done}</p>}
        {joined && (
          <p style={{ marginBottom: 14 }}>
            用户名 <b>{joined.login}</b>，第一次登录的密码 <b>{joined.password}</b>。只显示这一次，请当面告诉本人；本人登录后先换成自己的，才能办事。
          </p>
        )}
      </div>
      {deed && (
        <DeedForm
          key={headOf(deed)}
          agency={agency}
          deed={deed}
          posts={posts.data.items}
          onClose={() => setDeed(null)}
          onDone={(fresh) => {
            setDone(`“${headOf(deed)}”办好了。`);
            setJoined(fresh);
            setDeed(null);
          }}
        />
      )}
      {staff.data.items.length === 0 && <Empty title="还没有人">先添一个人，再任岗位</Empty>}
      {staff.data.items.length > 0 && (
        <div className="sheet flow">
          <table>
            <caption className="sr">本单位的人和他们的岗位</caption>
            <thead>
              <tr>
                <th style={{ width: '12.5em' }}>姓名</th>
                <th>岗位</th>
                <th style={{ width: '20em' }}>可以办的</th>
              </tr>
            </thead>
            <tbody>
              {staff.data.items.map((person) => (
                <Row key={person.id} person={person} mine={person.id === me.data.person.id} onDeed={begin} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
