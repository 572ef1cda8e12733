import { createContext } from 'react';
import type { Field } from '../wire';
import type { Fault, Value } from '../schema';

/** Where the thing happens that the form is about: who may be given it depends on the place. */
export const FormPlace = createContext('');

/** The matter that the form is about, if there is one: who may be given it depends on it. */
export const FormMatter = createContext('');

/** What every kind of input is given. */
export interface InputProps {
  id: string;
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
  /** Ids of the words that describe it: why, example, fault. */
  describedBy?: string;
  invalid: boolean;
  required: boolean;
  /** The person's own words are set in their own voice, larger. */
  personal?: boolean;
  faults?: Fault[];
}

export function described(props: InputProps) {
  return {
    id: props.id,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid || undefined,
    'aria-required': props.required || undefined,
  };
}

export const textOf = (value: Value): string => (typeof value === 'string' ? value : '');
