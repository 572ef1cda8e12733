/** One line to fill in, with its title above and what is wrong with it below. */
export function Entry({
  id,
  title,
  why,
  fault,
  optional = false,
  onChange,
  ...rest
}: {
  id: string;
  title: string;
  why?: string;
  fault?: string | undefined;
  optional?: boolean;
  type?: string;
  inputMode?: 'text' | 'numeric';
  autoComplete: string;
  autoFocus?: boolean;
  value: string;
  onChange: (value: string) => void;
}) {
  const about = [why ? `${id}-why` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {title}
      </label>
      {why && (
        <p className="meta" id={`${id}-why`}>
          {why}
        </p>
      )}
      <input
        id={id}
        className="in"
        required={!optional}
        aria-invalid={!!fault}
        {...(about ? { 'aria-describedby': about } : {})}
        {...rest}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
