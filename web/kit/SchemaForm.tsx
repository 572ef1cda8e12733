import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ProblemError } from './api';
import { LabelledField } from './fields/FieldInput';
import { FormPlace } from './fields/parts';
import { faultsOf, fieldName, fieldsOf, inputId, isAsked, isRequired, kindOf, sectionsOf } from './schema';
import type { Fault, Values } from './schema';
import { Shape } from './Status';
import type { Schema } from './wire';

/** On top of the form, each fault a way to its field. */
export function ErrorSummary({
  faults,
  form,
  what,
  attempt,
}: {
  faults: Fault[];
  form: string;
  what?: string;
  /** Counts the tries to send: only a new try moves the focus here, never a fault that was put right. */
  attempt: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (!faults.length) return null;
  const go = (name: string) => {
    const target = document.getElementById(inputId(form, name));
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <p>
        <Shape tone="red" />{' '}
        <b>
          有 {faults.length} 处要改，{what ?? '还没有提交'}
        </b>
      </p>
      <ol>
        {faults.map((fault) => (
          <li key={fault.name}>
            <a
              href={`#${inputId(form, fault.name)}`}
              onClick={(event) => {
                event.preventDefault();
                go(fault.name);
              }}
            >
              {fault.message}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Field faults that the server named, tied to the fields as this form names them. */
export function serverFaults(reason: unknown): Fault[] {
  if (!(reason instanceof ProblemError)) return [];
  return (reason.problem.fields ?? []).map((field) => ({ name: fieldName(field.name), message: field.message }));
}

/** A part of a form under its heading; the fields before the first heading stand alone. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return title ? (
    <fieldset className="part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  ) : (
    <>{children}</>
  );
}

/** A form drawn from a record's schema. What was typed lives with the caller, so no refusal can lose it. */
export function SchemaForm({
  schema,
  values,
  onChange,
  onSubmit,
  refused,
  place = '',
  children,
}: {
  schema: Schema;
  values: Values;
  onChange: (values: Values) => void;
  onSubmit: () => void;
  /** The last refusal, whose field faults are shown until the field is changed. */
  refused?: unknown;
  /** Where the matter is, as long as the form itself names no other place. */
  place?: string;
  children: ReactNode;
}) {
  const form = useId().replaceAll(':', '');
  const [faults, setFaults] = useState<Fault[]>([]);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const found = serverFaults(refused);
    setFaults(found);
    if (found.length) setAttempt((old) => old + 1);
  }, [refused]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(schema, values);
    setFaults(found);
    setAttempt((old) => old + 1);
    if (!found.length) onSubmit();
  };
  const set = (name: string, value: Values[string]) => {
    onChange({ ...values, [name]: value });
    setFaults((old) => (old.some((one) => one.name === name) ? old.filter((one) => one.name !== name) : old));
  };
  const asked = fieldsOf(schema).filter(([, field]) => isAsked(field, values));
  const named = asked.find(([, field]) => kindOf(field) === 'area');
  const said = named ? values[named[0]] : undefined;
  return (
    <form noValidate onSubmit={submit} className="form">
      <ErrorSummary faults={faults} form={form} attempt={attempt} />
      <FormPlace value={typeof said === 'string' && said ? said : place}>
        {sectionsOf(schema, values).map(({ title, fields }) => (
          <Part key={fields[0]?.[0]} title={title}>
            {fields.map(([name, field]) => (
              <LabelledField
                key={name}
                id={inputId(form, name)}
                path={name}
                field={field}
                required={isRequired(schema, name)}
                value={values[name]}
                onChange={(value) => set(name, value)}
                faults={faults}
              />
            ))}
          </Part>
        ))}
      </FormPlace>
      {asked.length === 0 && <p className="meta">这一步不用填什么。</p>}
      {children}
    </form>
  );
}
