import { useState } from 'react';
import { clockOf, dayOf, momentWords, weekday } from '../kit/days';
import { useRooms, useSessions } from '../kit/dayQueries';
import { useFiles } from '../kit/fileQueries';
import { useMatter, useMoves } from '../kit/queries';
import { digestOf, signatureSaid, signedText } from '../kit/signing';
import { Failed, Loading } from '../kit/States';
import { Status, type Tone } from '../kit/Status';
import type { Matter, SessionRow } from '../kit/wire';
import { SessionDeed } from './SessionDeed';
import { answering, arranging, callingOff, holding, summoning, type Deed } from './sessionForms';

const TONES: Record<SessionRow['state'], Tone> = {
  PLANNED: 'now',
  HELD: 'green',
  CALLED_OFF: 'grey',
  MISSED: 'orange',
};
const TIMES = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** "两次未到场": what happened, and no mark of anybody. */
export const missedWords = (times: number) => (times ? `${TIMES[times] ?? times}次未到场` : '');

type Guest = SessionRow['guests'][number];

function guestWords(guest: Guest): string {
  const asked = guest.summonedAt ? `${momentWords(guest.summonedAt)} ${guest.how}通知` : '还没通知';
  const came = guest.came === undefined ? '' : guest.came ? '到场' : '没有到场';
  const reply = guest.came === undefined ? guest.replyTitle : '';
  return [asked, reply, guest.wish && `“${guest.wish}”`, came, missedWords(guest.missed)].filter(Boolean).join('，');
}

const ACTS: [string, string, (session: SessionRow) => Deed][] = [
  ['summon', '记通知', summoning],
  ['answer-summons', '记答复', answering],
  ['hold', '记录会面', holding],
  ['call-off', '取消', callingOff],
];

/** Whether the minutes are still those under which people signed: computed here from the record, not believed. */
function Signatures({ matter, session }: { matter: Matter; session: SessionRow }) {
  const files = useFiles(matter.id);
  const signed = (files.data?.items ?? [])
    .filter((file) => !file.withdrawn)
    .flatMap((file) => file.about.flatMap((line) => signatureSaid(line.value) ?? []))
    .filter((one) => one.session === session.no);
  if (!signed.length || !session.minutes) return null;
  const digest = digestOf(signedText(matter.code, session.no, session.minutes));
  const other = signed.filter((one) => one.digest !== digest);
  return (
    <p>
      {other.length === 0 ? (
        <Status tone="green">{signed.length} 个签名，签的就是这份笔录</Status>
      ) : (
        <Status tone="red">{other.map((one) => one.name).join('、')}签的不是这份笔录，请看签名的图</Status>
      )}
    </p>
  );
}

function One({ matter, session, may }: { matter: Matter; session: SessionRow; may: string[] }) {
  const [doing, setDoing] = useState('');
  const act = ACTS.find(([verb]) => verb === doing);
  const deed = act?.[2](session);
  const acts = session.state === 'PLANNED' ? ACTS.filter(([verb]) => may.includes(verb)) : [];
  const fits = acts.filter(([verb]) => session.guests.length > 0 || !['summon', 'answer-summons'].includes(verb));
  return (
    <li className="file">
      <div className="what">
        <b>
          {session.no}. {session.kindTitle}，{momentWords(session.starts)}–{clockOf(session.ends)}
        </b>
        <Status tone={TONES[session.state]}>{session.stateTitle}</Status>
        {session.open && <Status tone="blue">公开</Status>}
      </div>
      <p className="meta">
        {weekday(dayOf(session.starts))}，{[session.room, session.place].filter(Boolean).join('，')}，{session.hostName}
        主持
      </p>
      {session.topic && <p>谈什么：{session.topic}</p>}
      {session.reason && <p>取消的原因：{session.reason}</p>}
      {session.guests.length > 0 && (
        <ul className="hands">
          {session.guests.map((guest) => (
            <li key={guest.no}>
              {guest.name}（{guest.roleTitle}）：{guestWords(guest)}
            </li>
          ))}
        </ul>
      )}
      {session.minutes && (
        <details>
          <summary>笔录</summary>
          <p style={{ whiteSpace: 'pre-wrap' }}>{session.minutes}</p>
        </details>
      )}
      {session.signed && <p className="meta">签名：{session.signed}</p>}
      {session.state === 'HELD' && <Signatures matter={matter} session={session} />}
      {fits.length > 0 && !deed && (
        <div className="acts noprint">
          {fits.map(([verb, title]) => (
            <button
              key={verb}
              type="button"
              className={`btn sm ${verb === 'call-off' ? 'danger' : ''}`}
              aria-label={`${title}：第 ${session.no} 次`}
              onClick={() => setDoing(verb)}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      {act && deed && (
        <SessionDeed
          key={doing}
          matter={matter.id}
          version={matter.version}
          verb={doing}
          title={`${act[1]}：第 ${session.no} 次`}
          {...deed}
          onLeave={() => setDoing('')}
        />
      )}
    </li>
  );
}

/** When people meet about a matter: planned, held, called off, missed. */
export function SessionsCard({ id }: { id: string }) {
  const sessions = useSessions(id);
  const moves = useMoves(id);
  const matter = useMatter(id);
  const rooms = useRooms();
  const [adding, setAdding] = useState(false);
  const items = sessions.data?.items ?? [];
  const may = (moves.data?.can ?? []).map((move) => move.verb);
  const one = matter.data;
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions">
        会面与调解会<span className="end">{items.length > 0 && `${items.length} 次`}</span>
      </h2>
      {sessions.isPending && <Loading what="会面" />}
      {sessions.isError && (
        <Failed reason={sessions.error} what="会面没取到" onRetry={() => void sessions.refetch()} />
      )}
      {sessions.isSuccess && !items.length && <p className="meta">还没有安排会面。</p>}
      {one && items.length > 0 && (
        <ul className="files">
          {items.map((session) => (
            <One key={session.no} matter={one} session={session} may={may} />
          ))}
        </ul>
      )}
      {one && may.includes('arrange') && !adding && (
        <button type="button" className="btn noprint" onClick={() => setAdding(true)}>
          安排会面
        </button>
      )}
      {one && adding && (
        <SessionDeed
          matter={id}
          version={one.version}
          verb="arrange"
          title="安排会面"
          {...arranging(one, rooms.data?.items ?? [])}
          onLeave={() => setAdding(false)}
        />
      )}
    </section>
  );
}
