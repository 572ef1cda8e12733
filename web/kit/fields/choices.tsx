import type { ReactNode } from 'react';
import { described, textOf, type InputProps } from './parts';

export interface Option {
  value: string;
  title: string;
  note?: string;
  disabled?: boolean;
}

/** Few answers are shown at once; a list that must be opened hides what one may say. */
export function Radios({
  id,
  options,
  value,
  onChange,
  describedBy,
  invalid,
  labelledBy,
}: {
  id: string;
  options: Option[];
  value: string;
  onChange: (value: string) => void;
  describedBy?: string | undefined;
  invalid?: boolean;
  labelledBy: string;
}) {
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className="opts"
    >
      {options.map((option, index) => (
        <label key={option.value} className={`opt ${value === option.value ? 'sel' : ''}`}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.title}
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}

export function Select(props: InputProps & { options: Option[]; hint?: string; children?: ReactNode }) {
  return (
    <select
      {...described(props)}
      className="in"
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{props.hint ?? '请选择'}</option>
      {props.options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.title}
        </option>
      ))}
    </select>
  );
}

export function ChoiceInput(props: InputProps) {
  const options = (props.field.enum ?? []).map((value) => ({
    value,
    title: props.field['x-titles']?.[value] ?? value,
  }));
  if (options.length > 6) return <Select {...props} options={options} />;
  return (
    <Radios
      id={props.id}
      options={options}
      value={textOf(props.value)}
      onChange={props.onChange}
      describedBy={props.describedBy}
      invalid={props.invalid}
      labelledBy={`${props.id}-label`}
    />
  );
}

/** Yes and no are both said; an untouched box would be neither. */
export function YesNo(props: InputProps) {
  const titles = props.field['x-titles'];
  const options = [
    { value: 'true', title: titles?.['true'] ?? '是' },
    { value: 'false', title: titles?.['false'] ?? '否' },
  ];
  return (
    <Radios
      id={props.id}
      options={options}
      value={typeof props.value === 'boolean' ? String(props.value) : ''}
      onChange={(value) => props.onChange(value === 'true')}
      describedBy={props.describedBy}
      invalid={props.invalid}
      labelledBy={`${props.id}-label`}
    />
  );
}
