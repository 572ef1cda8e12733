import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { clockOf, dayOf, dayWords, momentWords, now, weekday } from '../kit/days';
import { Icon } from '../kit/Icon';
import { PhoneFrame } from '../kit/PhoneFrame';
import { Loading } from '../kit/States';
import { Shape, type Tone } from '../kit/Status';
import { begin, STATE_WORDS, unsent, type Draft, type Held, type Seen, type State } from './draft';
import type { Officer } from './officer';
import type { Plan, Visit } from './plan';
import type { Outbox } from './useRounds';

const TONES: Record<State, Tone> = {
  open: 'grey',
  ready: 'grey',
  sending: 'blue',
  refused: 'orange',
  moved: 'orange',
  done: 'green',
};

function heldOf(visit: Visit): Held {
  const { matter, code, session, what, place, starts, version, seq } = visit;
  return {
    kind: 'held',
    matter,
    code,
    session,
    what,
    place,
    starts,
    version,
    seq,
    guests: visit.guests.map((guest) => ({ ...guest, came: false })),
    minutes: '',
    signers: [],
  };
}

const same = (draft: Draft, visit: Visit) =>
  draft.said.kind === 'held' && draft.said.matter === visit.matter && draft.said.session === visit.session;

function VisitCard({ visit, draft, onOpen }: { visit: Visit; draft: Draft | undefined; onOpen: () => void }) {
  const day = dayOf(visit.starts);
  const today = day === dayOf(now());
  const done = draft?.state === 'done';
  return (
    <li className="visit">
      <b>
        {today ? clockOf(visit.starts) : `${dayWords(day)} ${clockOf(visit.starts)}`}{' '}
        {visit.visit ? '上门走访' : visit.what}
      </b>
      <p>{visit.place || '地点没有写'}</p>
      {!today && <small>过了日子，还没有记</small>}
      <button type="button" className="btn" disabled={done} onClick={onOpen}>
        {done ? '已经记好' : draft ? '接着记' : '记一记'}
        <span className="sr">
          ：{clockOf(visit.starts)} {visit.place}
        </span>
      </button>
    </li>
  );
}

function DraftCard({ draft, onOpen }: { draft: Draft; onOpen: () => void }) {
  const { said } = draft;
  const what = said.kind === 'seen' ? '我看到的' : `${said.what}记录`;
  const files = draft.files.filter((one) => !one.sent).length;
  const sub = [momentWords(draft.begun), draft.matter?.code, files ? `${files} 份附件` : ''].filter(Boolean).join('，');
  const waiting = draft.state === 'ready' ? '，等有网络' : draft.state === 'open' ? '，还在写' : '';
  return (
    <li className="sent">
      <span>
        <b>{what}</b>
        <small>{sub}</small>
        <span className="how">
          <Shape tone={TONES[draft.state]} />
          {STATE_WORDS[draft.state]}
          {waiting}
        </span>
      </span>
      {draft.state === 'done' ? (
        draft.matter?.seen && (
          <Link className="btn" to={`/desk/matters/${encodeURIComponent(draft.matter.id)}`}>
            打开<span className="sr">{draft.matter.code}</span>
          </Link>
        )
      ) : (
        <button type="button" className="btn" onClick={onOpen}>
          {draft.state === 'open' ? '接着写' : '看看'}
          <span className="sr">
            ：{what}，{momentWords(draft.begun)}
          </span>
        </button>
      )}
    </li>
  );
}

function Network({ online, list, onAgain }: { online: boolean; list: Draft[]; onAgain: () => void }) {
  const waiting = list.filter((draft) => ['ready', 'sending'].includes(draft.state)).length;
  if (online && !waiting) return null;
  return (
    <div className="network" role="status">
      <Shape tone={online ? 'blue' : 'grey'} />
      <span>
        {online ? `正在送出 ${waiting} 份` : '没有网络。照样写，存在这台手机上'}
        {!online && waiting > 0 && `；${waiting} 份等有网络就送`}
      </span>
      {!online && (
        <button type="button" className="btn" onClick={onAgain}>
          再试一次
        </button>
      )}
    </div>
  );
}

/** What I have today, and the one thing that is always at hand: to say what I saw. */
export function RoundsHome({
  officer,
  online,
  plan,
  outbox,
  onAgain,
}: {
  officer: Officer;
  online: boolean;
  plan: Plan | null;
  outbox: Outbox;
  onAgain: () => void;
}) {
  const [, setSearch] = useSearchParams();
  const [fault, setFault] = useState('');
  const today = dayOf(now());
  const start = async (said: Seen | Held) => {
    const draft = begin(said);
    try {
      await outbox.drafts.write(draft);
      await outbox.refresh();
      setSearch({ draft: draft.id });
    } catch {
      setFault('这台手机存不下了，没有开始写。请腾出地方，或者换一台。');
    }
  };
  const see = () =>
    void start({
      kind: 'seen',
      scene: plan?.scene ?? '',
      words: '',
      category: '',
      area: plan?.areas[0]?.path ?? '',
      place: '',
      at: `${dayOf(now())}T${clockOf(now())}`,
    });
  const open = (id: string) => setSearch({ draft: id });
  const pending = outbox.list.filter(unsent).reverse();
  const done = outbox.list.filter((draft) => !unsent(draft)).reverse();
  const visits = plan?.visits ?? [];
  return (
    <PhoneFrame
      name="巡查"
      back="/desk"
      footer={
        plan?.scene ? (
          <button type="button" className="btn primary grow" onClick={see}>
            <Icon name="plus" />
            报一件看到的
          </button>
        ) : undefined
      }
    >
      <h1>今天 {weekday(today)}</h1>
      <p className="meta">{officer.name}</p>
      <Network online={online} list={outbox.list} onAgain={onAgain} />
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <h2>要去的</h2>
      {!plan && online && <Loading what="今天的走访" />}
      {!plan && !online && <p>这台手机上还没有存过名单。有网络的时候打开一次就有了。</p>}
      {plan && visits.length === 0 && <p>今天没有安排上门，也没有要记的。</p>}
      {visits.length > 0 && (
        <ul className="visits">
          {visits.map((visit) => {
            const draft = outbox.list.find((one) => same(one, visit));
            return (
              <VisitCard
                key={`${visit.matter} ${visit.session}`}
                visit={visit}
                draft={draft}
                onOpen={() => (draft ? open(draft.id) : void start(heldOf(visit)))}
              />
            );
          })}
        </ul>
      )}
      {plan && !online && <p className="meta">名单是 {momentWords(plan.asOf)} 的</p>}
      {pending.length > 0 && <h2>还没送到的</h2>}
      <ul className="sents">
        {pending.map((draft) => (
          <DraftCard key={draft.id} draft={draft} onOpen={() => open(draft.id)} />
        ))}
      </ul>
      {done.length > 0 && <h2>送到的</h2>}
      <ul className="sents">
        {done.map((draft) => (
          <DraftCard key={draft.id} draft={draft} onOpen={() => open(draft.id)} />
        ))}
      </ul>
      <p className="meta keepwords">写的加密存在这台手机上，送到以后就从手机上删掉。退出登录，没送出的也一并删掉。</p>
    </PhoneFrame>
  );
}
