import { Shape } from '../kit/Status';
import { URGENT_SIGNS } from './urgentSigns';

/** Signs of danger come before anything is written: what to do at once stands beside them. */
export function Signs({
  chosen,
  told,
  onChange,
  onTold,
}: {
  chosen: string[];
  told: boolean;
  onChange: (chosen: string[]) => void;
  onTold: (told: boolean) => void;
}) {
  const signs = URGENT_SIGNS.filter((sign) => chosen.includes(sign.danger));
  return (
    <fieldset className="pick signs">
      <legend className="label">先看有没有急的</legend>
      <div className="opts">
        {URGENT_SIGNS.map((sign) => (
          <label key={sign.danger} className={`opt ${chosen.includes(sign.danger) ? 'sel' : ''}`}>
            <input
              type="checkbox"
              checked={chosen.includes(sign.danger)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, sign.danger] : chosen.filter((one) => one !== sign.danger),
                )
              }
            />
            <span>{sign.title}</span>
          </label>
        ))}
      </div>
      {signs.length > 0 && (
        <div className="refusal" role="alert">
          <Shape tone="orange" />
          <div>
            <p>
              <b>现在就做，写的事放一放</b>
            </p>
            <ul className="acting">
              {[...new Set(signs.flatMap((sign) => sign.acts))].map((act) => (
                <li key={act}>{act}</li>
              ))}
            </ul>
            <label className="opt">
              <input type="checkbox" checked={told} onChange={(event) => onTold(event.target.checked)} />
              <span>已经报告公安机关</span>
            </label>
          </div>
        </div>
      )}
    </fieldset>
  );
}
