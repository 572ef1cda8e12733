import { useState } from 'react';
import { LabelledField } from '../kit/fields/FieldInput';
import { faultOf, faultsOf, isEmpty, kindOf, type Fault, type Values } from '../kit/schema';
import { useTitle } from '../kit/title';
import type { Schema } from '../kit/wire';
import { AlreadySaid } from './AlreadySaid';
import type { Question } from './questions';
import { StepFrame, type StepProps } from './StepFrame';

const CHOSEN = ['choice', 'area', 'date', 'instant', 'boolean'];

function faultsHere(question: Question, values: Values): Fault[] {
  const all = [question, ...question.beside];
  const page: Schema = {
    properties: Object.fromEntries(all.map((one) => [one.name, one.field])),
    required: all.filter((one) => one.required).map((one) => one.name),
  };
  return faultsOf(page, values).map((fault) => {
    const one = all.find((other) => other.name === fault.name);
    if (!one || !isEmpty(values[one.name]) || faultOf(one.field, values[one.name])) return fault;
    return { ...fault, message: CHOSEN.includes(kindOf(one.field)) ? '请选好这一问，再往下' : '请写一点，再往下' };
  });
}

/** One question of the record: its title asks, its x-why says why, its kind decides the input. */
export function QuestionPage({
  question,
  values,
  faults,
  onChange,
  onNext,
  ...step
}: StepProps & {
  question: Question;
  values: Values;
  /** What the server found wrong, until it is changed. */
  faults: Fault[];
  onChange: (values: Values, touched: string) => void;
  onNext: () => void;
}) {
  const [found, setFound] = useState<Fault[]>([]);
  const { name, field, required, beside } = question;
  useTitle(field.title);
  const all = [...found, ...faults];
  const set = (touched: string) => (value: Values[string]) => {
    setFound((old) => old.filter((fault) => fault.name !== touched));
    onChange({ ...values, [touched]: value }, touched);
  };
  const next = () => {
    const wrong = faultsHere(question, values);
    setFound(wrong);
    const first = wrong[0];
    if (first) document.getElementById(`q-${first.name.replaceAll('.', '-')}`)?.focus();
    else onNext();
  };
  const skip = !required && isEmpty(values[name]) && beside.every((one) => isEmpty(values[one.name]));
  const why = [field['x-why']?.replace(/。$/, ''), required ? '' : '可以不填'].filter(Boolean).join('；');
  return (
    <StepFrame
      {...step}
      title={field.title}
      {...(why ? { why } : {})}
      next={skip ? '跳过这一问' : '下一问'}
      onNext={next}
    >
      <div id={`q-${name}-asked`} className="sr">
        {why}
      </div>
      <LabelledField
        headed
        personal={kindOf(field) === 'longText'}
        id={`q-${name}`}
        path={name}
        field={field}
        required
        value={values[name]}
        onChange={set(name)}
        faults={all}
      />
      {beside.map((one) => (
        <LabelledField
          key={one.name}
          id={`q-${one.name}`}
          path={one.name}
          field={one.field}
          required={one.required}
          value={values[one.name]}
          onChange={set(one.name)}
          faults={all}
        />
      ))}
      {[field, ...beside.map((one) => one.field)].some((one) => kindOf(one) === 'phone') && <AlreadySaid />}
    </StepFrame>
  );
}
