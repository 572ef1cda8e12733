import { useState } from 'react';
import { inCapitals } from '../amount';
import { dayLong, weekday } from '../days';
import { described, textOf, type InputProps } from './parts';

export function TextInput(props: InputProps) {
  const { field, value, onChange } = props;
  return (
    <input
      {...described(props)}
      className="in"
      value={textOf(value)}
      placeholder={field['x-example'] ? `比如：${field['x-example']}` : undefined}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export function LongTextInput(props: InputProps) {
  const { field, value, onChange, personal } = props;
  const text = textOf(value);
  const signs = Array.from(text).length;
  const most = field.maxLength ?? 0;
  return (
    <>
      <textarea
        {...described(props)}
        className={`in ${personal ? 'said' : ''}`}
        rows={personal ? 7 : 4}
        value={text}
        placeholder={field['x-example'] ? `比如：${field['x-example']}` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {most > 0 && signs > most * 0.8 && (
        <small className={signs > most ? 'over' : ''} aria-live="polite">
          {signs > most ? `多了 ${signs - most} 字` : `还能写 ${most - signs} 字`}
        </small>
      )}
    </>
  );
}

/** Amounts show their thousands when one has left the field; typing is never disturbed. */
export function NumberInput(props: InputProps & { whole: boolean }) {
  const { field, value, onChange, whole } = props;
  const [busy, setBusy] = useState(false);
  const text = textOf(value);
  const grouped = text.replace(/^(-?\d+)/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
  const words = whole || field['x-unit'] !== '元' ? null : inCapitals(text);
  return (
    <>
      <span className="withunit">
        <input
          {...described(props)}
          className="in num"
          inputMode={whole ? 'numeric' : 'decimal'}
          value={busy ? text : grouped}
          placeholder={field['x-example'] ? `比如：${field['x-example']}` : undefined}
          autoComplete="off"
          onFocus={() => setBusy(true)}
          onBlur={() => setBusy(false)}
          onChange={(event) => onChange(event.target.value.replaceAll(',', ''))}
        />
        {field['x-unit'] && <span className="unit">{field['x-unit']}</span>}
      </span>
      {words && <small className="echo">人民币{words}</small>}
    </>
  );
}

/** What was picked is said once more as people say it: a browser may show months first. */
export function DateInput(props: InputProps & { withTime: boolean }) {
  const text = textOf(props.value);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return (
    <>
      <input
        {...described(props)}
        className="in date"
        type={props.withTime ? 'datetime-local' : 'date'}
        max={props.withTime ? '9999-12-31T23:59' : '9999-12-31'}
        value={text}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {day && (
        <small className="echo">
          {dayLong(day)}，{weekday(day)}
          {text.length > 10 && ` ${text.slice(11, 16)}`}
        </small>
      )}
    </>
  );
}

export function DigitsInput(props: InputProps & { phone: boolean }) {
  const { field, value, onChange, phone } = props;
  return (
    <input
      {...described(props)}
      className="in"
      type={phone ? 'tel' : 'text'}
      inputMode={phone ? 'tel' : 'text'}
      autoComplete={phone ? 'tel' : 'off'}
      maxLength={phone ? 20 : 18}
      value={textOf(value)}
      placeholder={field['x-example'] ? `比如：${field['x-example']}` : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
