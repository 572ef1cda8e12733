import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { client, useBehindTheMask, useMe } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Status } from '../kit/Status';
import { useUnmasked } from './useUnmasked';
import type { AlikeLine, LookLine, Matter, Purpose, Revealed } from '../kit/wire';

const FIELD_WORDS = { NAME: '姓名', PHONE: '电话', NUMBER: '证件号码', ADDRESS: '地址' } as const;

/** Says what for, then shows what the purpose needs, and no more. */
function Asking({
  matter,
  party,
  purposes,
  onSeen,
  onLeave,
}: {
  matter: string;
  party: number;
  purposes: Purpose[];
  onSeen: (seen: Revealed) => void;
  onLeave: () => void;
}) {
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const chosen = purposes.find((purpose) => purpose.code === code);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    setBusy(true);
    setRefused(null);
    try {
      const seen = await call('post', '/api/matters/{id}/looks', {
        path: { id: matter },
        body: { party, fields: chosen.fields, purpose: chosen.code, note },
      });
      void client.invalidateQueries({ queryKey: ['matter', matter, 'behind'] });
      onSeen(seen);
    } catch (reason) {
      setRefused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="asking" onSubmit={(event) => void send(event)} aria-label="说明查看用途">
      <label className="label" htmlFor={`purpose-${party}`}>
        为了什么要看
      </label>
      <p className="meta">会记下您的名字、时间和用途，当事人自己能看到是哪个单位看的</p>
      <select
        className="in"
        id={`purpose-${party}`}
        value={code}
        required
        onChange={(event) => setCode(event.target.value)}
      >
        <option value="">请选择</option>
        {purposes.map((purpose) => (
          <option key={purpose.code} value={purpose.code}>
            {purpose.title}
          </option>
        ))}
      </select>
      {chosen && (
        <p className="meta">
          可看{chosen.fields.map((field) => FIELD_WORDS[field]).join('、')}，
          <span className="law">{chosen.article}</span>
        </p>
      )}
      {chosen?.note && (
        <>
          <label className="label" htmlFor={`case-${party}`}>
            是什么情况
          </label>
          <textarea
            className="in"
            id={`case-${party}`}
            rows={2}
            maxLength={200}
            required
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
      {!!refused && <Refusal reason={refused} />}
      <div className="acts">
        <button type="submit" className="btn sm primary" disabled={busy || !chosen}>
          查看并记下
        </button>
        <button type="button" className="btn sm" onClick={onLeave}>
          先不
        </button>
      </div>
    </form>
  );
}

interface Shown {
  matter: string;
  person: Matter['people'][number];
  purposes: Purpose[];
}

function Person({ matter, person, purposes }: Shown) {
  const [asking, setAsking] = useState(false);
  const { seen, minutes, over, show, cover } = useUnmasked<Revealed>();
  const phone = seen?.phone ?? person.phone;
  const number = seen?.number ?? person.number;
  const more = person.number ? '看全名、电话、证件' : '看全名、电话';
  return (
    <div className="pt">
      <small>
        {person.no} {person.roleTitle}
      </small>
      <div className="who">
        <b>{seen?.name ?? person.name}</b>
        {phone && <small>{phone}</small>}
        {number && <small>{number}</small>}
        {seen?.address && <small>{seen.address}</small>}
        {person.minor && (
          <>
            <Status tone="blue">未成年人</Status>
            <small>{person.minor}</small>
          </>
        )}
        {seen && (
          <small role="status">
            已记下这次查看，离开本页即重新遮蔽
            {seen.unusual && <span className="late">{seen.unusual}</span>}
          </small>
        )}
        {seen && (
          <small className="noprint">
            还看得到 {minutes} 分钟{' '}
            <button type="button" className="textbtn" onClick={cover}>
              现在遮上
            </button>
          </small>
        )}
        {over && !seen && <small role="status">十分钟到了，已重新遮蔽</small>}
        {!seen && !asking && purposes.length > 0 && (
          <button
            type="button"
            className="textbtn noprint"
            aria-label={`${more}：${person.roleTitle} ${person.name}`}
            onClick={() => setAsking(true)}
          >
            {more}
          </button>
        )}
      </div>
      {asking && (
        <Asking
          matter={matter}
          party={person.no}
          purposes={purposes}
          onLeave={() => setAsking(false)}
          onSeen={(shown) => {
            show(shown);
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

/** Who has looked behind the mask: office, purpose, article. */
function Seen({ items }: { items: LookLine[] }) {
  if (items.length === 0) return null;
  return (
    <details className="lookedat">
      <summary>谁看过，{items.length} 次</summary>
      <ul>
        {items.map((look) => (
          <li key={look.id}>
            {look.who} 看了{look.party}的{look.fields}
            <small>
              {momentWords(look.at)}，{look.purpose}
              {look.note && `：${look.note}`}，<span className="law">{look.article}</span>
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who may be the same person elsewhere: a suggestion with its reasons, for people to decide on. */
function Alike({ matter, items }: { matter: Matter; items: AlikeLine[] }) {
  const asks = useMe().data?.roles.includes('orders.asker') ?? false;
  if (items.length === 0) return null;
  return (
    <details className="lookedat">
      <summary>可能是同一人，{items.length} 位</summary>
      <ul>
        {items.map((one, at) => (
          <li key={at}>
            第 {one.party} 位与{one.name}
            {one.code && (
              <>
                （<Link to={`/desk/matters?q=${encodeURIComponent(one.code)}`}>{one.code}</Link> 第 {one.no} 位）
              </>
            )}
            <small>
              {one.reasons.join('、')}
              {one.against.length > 0 && `；但${one.against.join('、')}`}
            </small>
            {asks && one.code && (
              <Link
                className="btn sm noprint"
                to="/desk/new/orders"
                state={{
                  values: {
                    kind: 'MERGE',
                    code: matter.code,
                    party: String(one.party),
                    otherCode: one.code,
                    otherParty: String(one.no),
                  },
                }}
              >
                申请合并
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className="meta">
        系统只作提示。确是同一人的，{asks ? '申请合并' : '请本单位能申请双人审批的同事申请合并'}
        ，由另一个人决定；合并错了可以再拆开。
      </p>
    </details>
  );
}

/** The people of a matter, masked until somebody says what for. */
export function PeopleCard({ matter }: { matter: Matter }) {
  const behind = useBehindTheMask(matter.id);
  const mine = behind.data?.purposes ?? [];
  return (
    <section className="card" aria-labelledby="parties">
      <h2 id="parties">
        当事人<span className="end">默认遮蔽</span>
      </h2>
      {matter.people.length === 0 && <p className="meta">没有留下当事人，是匿名说的。</p>}
      {matter.people.map((person) => (
        <Person key={person.no} matter={matter.id} person={person} purposes={mine} />
      ))}
      {matter.post && (
        <div className="pt">
          <small>承办</small>
          <div className="who">
            <b>{matter.post.holder ?? '空缺'}</b>
            <small>
              {matter.post.title}，{matter.agency?.name ?? ''}
            </small>
          </div>
        </div>
      )}
      <Alike matter={matter} items={behind.data?.alike ?? []} />
      <Seen items={behind.data?.looks ?? []} />
    </section>
  );
}
