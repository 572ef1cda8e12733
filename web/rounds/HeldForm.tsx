import { clockOf, momentWords } from '../kit/days';
import type { Draft, Held, Seen } from './draft';
import type { Change } from './DraftPage';
import { Enclosures } from './Enclosures';
import type { SaidFault } from './faults';
import type { Officer } from './officer';
import { FaultOf, told } from './SeenForm';
import { Signers } from './Signers';
import type { Outbox } from './useRounds';

/** How a meeting went: who came, what was said, who signed. */
export function HeldForm({
  draft,
  said,
  officer,
  faults,
  onWrite,
  change,
  outbox,
}: {
  draft: Draft;
  said: Held;
  officer: Officer;
  faults: SaidFault[];
  onWrite: (said: Seen | Held) => void;
  change: Change;
  outbox: Outbox;
}) {
  const came = (no: number, yes: boolean) =>
    onWrite({ ...said, guests: said.guests.map((guest) => (guest.no === no ? { ...guest, came: yes } : guest)) });
  return (
    <div className="form">
      <p>
        {momentWords(said.starts)}，{said.place || '地点没有写'}
        <small className="meta block">
          {said.code}，第 {said.session} 次，{clockOf(said.starts)} 开始
        </small>
      </p>
      {said.guests.length > 0 && (
        <fieldset className="pick">
          <legend className="label">谁来了</legend>
          <p className="meta">没有点上的，记为没有到场</p>
          <div className="opts">
            {said.guests.map((guest) => (
              <label key={guest.no} className={`opt ${guest.came ? 'sel' : ''}`}>
                <input
                  type="checkbox"
                  checked={guest.came}
                  onChange={(event) => came(guest.no, event.target.checked)}
                />
                <span>{guest.name}到场了</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className="field">
        <label className="label" htmlFor="minutes">
          谈了什么
        </label>
        <small className="why" id="minutes-why">
          谁说了什么、谈到哪一步；写完念给大家听
        </small>
        <textarea
          id="minutes"
          className="in said"
          rows={7}
          value={said.minutes}
          {...told('minutes', faults)}
          onChange={(event) => onWrite({ ...said, minutes: event.target.value })}
        />
        <FaultOf name="minutes" faults={faults} />
      </div>
      <Signers draft={draft} said={said} officer={officer} faults={faults} change={change} outbox={outbox} />
      <Enclosures draft={draft} officer={officer} place={said.place} change={change} outbox={outbox} />
    </div>
  );
}
