export interface Pick {
  value: string;
  title: string;
}

/** Several answers at once, or none. */
export function Picks({
  id,
  title,
  why,
  fault,
  options,
  chosen,
  onChange,
}: {
  id: string;
  title: string;
  why: string;
  fault?: string | undefined;
  options: Pick[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const about = [`${id}-why`, fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className="pick" aria-describedby={about}>
      <legend className="label">{title}</legend>
      <p className="meta" id={`${id}-why`}>
        {why}
      </p>
      <div className="opts">
        {options.map((option) => {
          const on = chosen.includes(option.value);
          return (
            <label key={option.value} className={`opt ${on ? 'sel' : ''}`}>
              <input
                type="checkbox"
                checked={on}
                onChange={() =>
                  onChange(on ? chosen.filter((one) => one !== option.value) : [...chosen, option.value])
                }
              />
              <span>{option.title}</span>
            </label>
          );
        })}
      </div>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}
