import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { call, type Answer } from '../kit/api';
import { arrive } from '../kit/arrive';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { useDeed } from './useDeed';

let carried = '';

/** Hands words about a person on to the page: in memory only, so that they stand in no address and no history. */
export function carry(words: string) {
  carried = words;
}

function taken(): string {
  const words = carried;
  carried = '';
  return words;
}

type Found = Answer<'post', '/api/search/people'>;

function Met({ found }: { found: Found }) {
  if (found.people.length === 0) {
    return <p role="status">没有找到。不在您能看的事项里的人，这里找不到；刚登记的要过几秒才能按首字母和后四位找到。</p>;
  }
  return (
    <div role="status">
      <p>
        找到 {found.people.length} 人{found.more && '，还有更多，请写全一点'}。已经记下。
      </p>
      {found.unusual && <p className="fault">{found.unusual}</p>}
      <ul className="met">
        {found.people.map((person, no) => (
          <li key={`${person.name} ${String(no)}`}>
            <b>{person.name}</b>
            {person.phone && <span>{person.phone}</span>}
            {person.number && <span>{person.number}</span>}
            <ul className="found">
              {person.matters.map((hit) => (
                <li key={hit.matter}>
                  <Link to={`/desk/matters/${encodeURIComponent(hit.matter ?? '')}`}>
                    <b>{hit.title}</b>
                  </Link>
                  <small>{hit.about}</small>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Somebody is looked for only after one has said what for; each search is kept, and whoever is found can read it. */
function Asking({ first, onLeave }: { first: string; onLeave: () => void }) {
  const purposes = useQuery({
    queryKey: ['search', 'purposes'],
    queryFn: ({ signal }) => call('get', '/api/search/purposes', { signal }),
  });
  const [q, setQ] = useState(first);
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const { busy, refused, run, fault } = useDeed();
  if (purposes.isError) {
    return <Failed reason={purposes.error} what="用途没取到" onRetry={() => void purposes.refetch()} />;
  }
  if (!purposes.data) return <Loading what="用途" />;
  const chosen = purposes.data.items.find((purpose) => purpose.code === code);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setFound(null);
    void run(async () => {
      setFound(await call('post', '/api/search/people', { body: { q, purpose: code, note } }));
    });
  };
  const wrong = fault('q');
  return (
    <div className="persons">
      <form className="asking" onSubmit={send} aria-label="找人" autoComplete="off">
        <p className="meta" id="people-kept">
          每找一次都记下您的名字、时间和用途，没有找到的也记，监督岗看得到；被找到的人自己能看到是哪个单位、为什么找的。
        </p>
        <label className="label" htmlFor="people-purpose">
          为了什么要找
        </label>
        <select
          className="in"
          id="people-purpose"
          required
          ref={arrive}
          aria-describedby="people-kept"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        >
          <option value="">请选择</option>
          {purposes.data.items.map((purpose) => (
            <option key={purpose.code} value={purpose.code}>
              {purpose.title}
            </option>
          ))}
        </select>
        {chosen && <p className="meta law">{chosen.article}</p>}
        {chosen?.note && (
          <>
            <label className="label" htmlFor="people-note">
              是什么情况
            </label>
            <textarea
              className="in"
              id="people-note"
              rows={2}
              maxLength={200}
              required
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </>
        )}
        <label className="label" htmlFor="people-q">
          找谁
        </label>
        <p className="meta" id="people-how">
          全名、姓名拼音首字母、电话或证件号码的后四位，或者整个号码
        </p>
        <input
          className="in"
          id="people-q"
          required
          maxLength={40}
          spellCheck={false}
          aria-describedby={wrong ? 'people-how people-wrong' : 'people-how'}
          aria-invalid={!!wrong}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        {wrong && (
          <p className="fault" id="people-wrong">
            {wrong}
          </p>
        )}
        {!!refused && <Refusal reason={refused} />}
        <div className="acts">
          <button className="btn primary" disabled={busy || !chosen}>
            找并记下
          </button>
          <button type="button" className="btn" onClick={onLeave}>
            先不
          </button>
        </div>
      </form>
      {found && <Met found={found} />}
    </div>
  );
}

/** The way to people, closed at first unless one came for it. */
export function PeopleSearch({ called }: { called: boolean }) {
  const [first, setFirst] = useState(taken);
  const [open, setOpen] = useState(called);
  return (
    <section aria-labelledby="found-PEOPLE" className="people">
      <h2 id="found-PEOPLE">人</h2>
      {open ? (
        <Asking
          first={first}
          onLeave={() => {
            setFirst('');
            setOpen(false);
          }}
        />
      ) : (
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          找人要先说明用途
        </button>
      )}
    </section>
  );
}
