import { useState, type FormEvent } from 'react';
import { call } from '../kit/api';
import { momentWords } from '../kit/days';
import { Radios } from '../kit/fields/choices';
import { client, useInterests } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Loading } from '../kit/States';
import type { Interest } from '../kit/wire';
import { Entry } from './Entry';
import { useDeed } from './useDeed';

const KINDS: { value: Interest['kind']; title: string; note: string }[] = [
  { value: 'SELF', title: '我本人', note: '填自己的电话或身份证号码，本人是当事人时系统认得出' },
  { value: 'KIN', title: '近亲属', note: '配偶、父母、子女、兄弟姐妹等' },
  { value: 'COMPANY', title: '单位、公司', note: '本人或家里人开的、入股的、任职的' },
  { value: 'OTHER', title: '其他', note: '有债务、有过节、住在一起等' },
];

const again = () => client.invalidateQueries({ queryKey: ['interests'] });

function NewInterest() {
  const [kind, setKind] = useState<Interest['kind']>('KIN');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [number, setNumber] = useState('');
  const { busy, refused, run, fault } = useDeed();
  const self = kind === 'SELF';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await call('post', '/api/account/interests', {
        body: { kind, phone, number, ...(self ? {} : { name }) },
      });
      setName('');
      setPhone('');
      setNumber('');
      await again();
    });
  };
  return (
    <form className="form more" aria-label="申报利害关系" onSubmit={submit}>
      {!!refused && <Refusal reason={refused} />}
      <div className="field">
        <p className="label" id="interest-kind-label">
          是谁
        </p>
        <Radios
          id="interest-kind"
          labelledBy="interest-kind-label"
          options={KINDS}
          value={kind}
          onChange={(value) => setKind(KINDS.find((one) => one.value === value)?.value ?? 'KIN')}
        />
      </div>
      {!self && (
        <Entry
          id="interest-name"
          title={kind === 'COMPANY' ? '单位全称' : '姓名'}
          autoComplete="off"
          value={name}
          fault={fault('name')}
          onChange={setName}
        />
      )}
      <Entry
        id="interest-phone"
        title="电话（可以不填）"
        why="填了，电话对上就一定拦住；不填，只是同名时请人核实"
        autoComplete="off"
        optional
        value={phone}
        fault={fault('phone')}
        onChange={setPhone}
      />
      <Entry
        id="interest-number"
        title={kind === 'COMPANY' ? '统一社会信用代码（可以不填）' : '身份证号码（可以不填）'}
        autoComplete="off"
        optional
        value={number}
        fault={fault('number')}
        onChange={setNumber}
      />
      <div className="acts">
        <button type="submit" className="btn" disabled={busy}>
          申报
        </button>
      </div>
    </form>
  );
}

/** Whose matters I must not have a hand in: for my eyes only. */
export function Interests() {
  const found = useInterests();
  const { busy, refused, run } = useDeed();
  if (!found.data) return <Loading what="利害关系" />;
  const withdraw = (id: string) =>
    run(async () => {
      await call('delete', '/api/account/interests/{id}', { path: { id } });
      await again();
    });
  return (
    <>
      <p>
        申报以后，有这些人的事不会交到您手里，手上已经在办的也要交出去。内容封存，别人看不到，只知道您申报过；不再有关系的，随时撤掉，过一段时间内容清除，只留下申报过、哪天撤的。
        撤掉以前没有办结、因此要回避的事，仍要回避，直到监督岗决定。
      </p>
      {!!refused && <Refusal reason={refused} />}
      {found.data.items.length > 0 && (
        <ul className="happened">
          {found.data.items.map((one) => (
            <li key={one.id}>
              {one.kindTitle}
              {one.name && `：${one.name}`}
              <small>
                {[one.phone, one.number].filter(Boolean).join('，')}
                {(one.phone || one.number) && '，'}
                {momentWords(one.at)} 申报
              </small>
              <button
                type="button"
                className="btn sm"
                disabled={busy}
                aria-label={`撤掉 ${one.kindTitle}${one.name ?? ''}`}
                onClick={() => void withdraw(one.id)}
              >
                撤掉
              </button>
            </li>
          ))}
        </ul>
      )}
      <NewInterest />
    </>
  );
}
