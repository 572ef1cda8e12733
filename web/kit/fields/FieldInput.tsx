import { lazy, Suspense, type ReactNode } from 'react';
import { fieldsOf, isEmpty, isRequired, kindOf, type Values } from '../schema';
import { Shape } from '../Status';
import { AreaInput } from './AreaInput';
import { ChoiceInput, YesNo } from './choices';
import { DateInput, DigitsInput, LongTextInput, NumberInput, TextInput } from './inputs';
import type { InputProps } from './parts';

// Only the desk asks for posts, agencies and matters; a citizen's phone need not load them.
const AgencyInput = lazy(async () => ({ default: (await import('./deskInputs')).AgencyInput }));
const PostInput = lazy(async () => ({ default: (await import('./deskInputs')).PostInput }));
const StaffInput = lazy(async () => ({ default: (await import('./deskInputs')).StaffInput }));
const MatterInput = lazy(async () => ({ default: (await import('./deskInputs')).MatterInput }));

/** The kind decides the input; a kind that is added to the union must be added here to compile. */
function draw(props: InputProps): ReactNode {
  const kind = kindOf(props.field);
  switch (kind) {
    case 'text':
      return <TextInput {...props} />;
    case 'longText':
      return <LongTextInput {...props} />;
    case 'date':
      return <DateInput {...props} withTime={false} />;
    case 'instant':
      return <DateInput {...props} withTime />;
    case 'money':
      return <NumberInput {...props} whole={false} />;
    case 'integer':
      return <NumberInput {...props} whole />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'boolean':
      return <YesNo {...props} />;
    case 'area':
      return <AreaInput {...props} />;
    case 'agency':
      return <AgencyInput {...props} />;
    case 'post':
      return <PostInput {...props} />;
    case 'staff':
      return <StaffInput {...props} />;
    case 'matter':
      return <MatterInput {...props} />;
    case 'phone':
      return <DigitsInput {...props} phone />;
    case 'idNumber':
      return <DigitsInput {...props} phone={false} />;
    case 'list':
      return <ListInput {...props} />;
  }
}

export function FieldInput(props: InputProps) {
  return <Suspense fallback={<span className="meta">正在打开…</span>}>{draw(props)}</Suspense>;
}

/** Rows of the same small form, each with a number so that a fault can say which. */
function ListInput({ id, field, value, onChange, faults }: InputProps) {
  const rows: Values[] = Array.isArray(value) ? value : [];
  const items = field.items;
  if (!items) return null;
  const set = (index: number, row: Values) => onChange(rows.map((old, at) => (at === index ? row : old)));
  return (
    <div className="rows" id={id} tabIndex={-1}>
      {rows.map((row, index) => (
        <fieldset key={index} className="row">
          <legend>
            {field.title} {index + 1}
          </legend>
          {fieldsOf(items).map(([name, inner]) => (
            <LabelledField
              key={name}
              id={`${id}-${index}-${name}`}
              path={`${index}.${name}`}
              field={inner}
              required={isRequired(items, name)}
              value={row[name]}
              onChange={(next) => set(index, { ...row, [name]: next })}
              faults={faults ?? []}
            />
          ))}
          <button type="button" className="btn quiet sm" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            去掉第 {index + 1} 项
          </button>
        </fieldset>
      ))}
      <button type="button" className="btn" onClick={() => onChange([...rows, {}])}>
        {isEmpty(value) ? '加一项' : '再加一项'}
      </button>
    </div>
  );
}

type Labelled = Pick<InputProps, 'id' | 'field' | 'value' | 'onChange' | 'required' | 'personal'> & {
  path: string;
  faults: { name: string; message: string }[];
  /** The page's heading already asks the question. */
  headed?: boolean;
};

const GROUPED = ['choice', 'boolean', 'list'];

/** Title, why we ask, the input, and what is wrong with it, tied together for a screen reader. */
export function LabelledField({ id, path, field, value, onChange, required, faults, headed, personal }: Labelled) {
  const fault = faults.find((one) => one.name === path)?.message;
  const inner = faults
    .filter((one) => one.name.startsWith(`${path}.`))
    .map((one) => ({ ...one, name: one.name.slice(path.length + 1) }));
  const why = headed ? null : field['x-why'];
  const describedBy = [why ? `${id}-why` : headed ? `${id}-asked` : '', fault ? `${id}-fault` : '']
    .filter(Boolean)
    .join(' ');
  const kind = kindOf(field);
  const grouped = GROUPED.includes(kind) && !(kind === 'choice' && (field.enum?.length ?? 0) > 6);
  const title = (
    <>
      {field.title}
      {!required && <small className="opt-note">（可以不填）</small>}
    </>
  );
  return (
    <div className={`field ${fault ? 'bad' : ''}`}>
      {grouped ? (
        <div className={`label ${headed ? 'sr' : ''}`} id={`${id}-label`}>
          {title}
        </div>
      ) : (
        <label className={headed ? 'sr' : 'label'} id={`${id}-label`} htmlFor={id}>
          {title}
        </label>
      )}
      {why && (
        <small className="why" id={`${id}-why`}>
          {why}
        </small>
      )}
      <FieldInput
        id={id}
        field={field}
        value={value}
        onChange={onChange}
        invalid={!!fault}
        required={required}
        faults={inner}
        {...(personal ? { personal } : {})}
        {...(describedBy ? { describedBy } : {})}
      />
      {fault && (
        <div className="fault" id={`${id}-fault`}>
          <Shape tone="red" />
          <span>{fault}</span>
        </div>
      )}
    </div>
  );
}
