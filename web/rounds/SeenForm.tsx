import { useState } from 'react';
import { SimilarCard } from '../kit/SimilarCard';
import { Shape } from '../kit/Status';
import type { Draft, Held, Seen } from './draft';
import type { Change } from './DraftPage';
import { Enclosures } from './Enclosures';
import type { SaidFault } from './faults';
import { hereOf } from './here';
import type { Officer } from './officer';
import type { Plan } from './plan';
import type { Outbox } from './useRounds';

/** What is wrong with one answer, tied to it. */
export function FaultOf({ name, faults }: { name: string; faults: SaidFault[] }) {
  const fault = faults.find((one) => one.name === name);
  if (!fault) return null;
  return (
    <div className="fault" id={`${name}-fault`}>
      <Shape tone="red" />
      <span>{fault.message}</span>
    </div>
  );
}

export const told = (name: string, faults: SaidFault[]) =>
  faults.some((one) => one.name === name)
    ? { 'aria-invalid': true as const, 'aria-describedby': `${name}-fault` }
    : { 'aria-describedby': `${name}-why` };

/** Something that was noticed on the way: few questions, none of them about names. */
export function SeenForm({
  draft,
  said,
  plan,
  officer,
  faults,
  onWrite,
  change,
  outbox,
  online,
}: {
  draft: Draft;
  said: Seen;
  plan: Plan | null;
  officer: Officer;
  faults: SaidFault[];
  onWrite: (said: Seen | Held) => void;
  change: Change;
  outbox: Outbox;
  online: boolean;
}) {
  const [filled, setFilled] = useState('');
  const here = hereOf(outbox.list, plan, draft.id);
  const set = (part: Partial<Seen>) => onWrite({ ...said, ...part });
  return (
    <div className="form">
      <p className="urgent">
        <Shape tone="orange" />
        <span>
          有人受伤、打人、要寻短见，或者扬言要出事：先打 <a href="tel:110">110</a>，人安全了再写。
        </span>
      </p>
      <div className="field">
        <label className="label" htmlFor="words">
          看到了什么
        </label>
        <small className="why" id="words-why">
          谁和谁、为什么事、到哪一步了；听谁说的也写上
        </small>
        <textarea
          id="words"
          className="in said"
          rows={5}
          value={said.words}
          {...told('words', faults)}
          onChange={(event) => set({ words: event.target.value })}
        />
        <FaultOf name="words" faults={faults} />
      </div>
      {online && (
        <SimilarCard scene={said.scene || (plan?.scene ?? '')} values={{ words: said.words, area: said.area }} />
      )}
      <Enclosures draft={draft} officer={officer} place={said.place} change={change} outbox={outbox} />
      <div className="field">
        <label className="label" htmlFor="at">
          什么时候看到的
        </label>
        <input
          id="at"
          type="datetime-local"
          className="in date"
          value={said.at}
          {...(faults.some((one) => one.name === 'at') ? told('at', faults) : {})}
          onChange={(event) => set({ at: event.target.value })}
        />
        <FaultOf name="at" faults={faults} />
      </div>
      <div className="field">
        <label className="label" htmlFor="area">
          在哪里
        </label>
        <small className="why" id="area-why">
          您管的地方
        </small>
        <select
          id="area"
          className="in"
          value={said.area}
          {...told('area', faults)}
          onChange={(event) => {
            setFilled('');
            set({ area: event.target.value });
          }}
        >
          <option value="">请选择</option>
          {(plan?.areas ?? []).map((area) => (
            <option key={area.path} value={area.path}>
              {area.name}
            </option>
          ))}
        </select>
        {here && (
          <button
            type="button"
            className="btn here"
            aria-describedby="here-why"
            onClick={() => {
              set({ area: here.path });
              setFilled(here.name);
            }}
          >
            这里
          </button>
        )}
        <small className="why" id="here-why" role="status">
          {filled ? `填了${filled}，不对就改。` : '“这里”填您上一份写的地方，没有就填您管的地方；不取手机的定位。'}
        </small>
        <FaultOf name="area" faults={faults} />
      </div>
      <div className="field">
        <label className="label" htmlFor="place">
          具体位置<small className="opt-note">（可以不填）</small>
        </label>
        <input
          id="place"
          className="in"
          maxLength={200}
          value={said.place}
          placeholder="3 幢 2 单元楼道"
          autoComplete="off"
          onChange={(event) => set({ place: event.target.value })}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="category">
          哪一类<small className="opt-note">（可以不填）</small>
        </label>
        <select
          id="category"
          className="in"
          value={said.category}
          onChange={(event) => set({ category: event.target.value })}
        >
          <option value="">说不准，让系统先看</option>
          {(plan?.categories ?? []).map((one) => (
            <option key={one.value} value={one.value}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
