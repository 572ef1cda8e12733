import { fieldsOf, isAsked, isRequired, type Values } from '../kit/schema';
import type { Field, Schema } from '../kit/wire';

/** One page: a question, and what belongs so closely to it that it is asked along with it. */
export interface Question {
  name: string;
  field: Field;
  required: boolean;
  beside: { name: string; field: Field; required: boolean }[];
}

/** Every field of the record is a question; no scene needs code of its own to be asked. */
export function questionsOf(schema: Schema, values: Values, elder: boolean): Question[] {
  const questions: Question[] = [];
  for (const [name, field] of fieldsOf(schema)) {
    if (!isAsked(field, values)) continue;
    const required = isRequired(schema, name);
    const host = questions.find((question) => question.name === field['x-with']);
    if (!host) questions.push({ name, field, required, beside: [] });
    // Big letters leave no room for what may be left out.
    else if (required || !elder) host.beside.push({ name, field, required });
  }
  return questions;
}

/** The page on which a field is asked. */
export function pageOf(questions: Question[], name: string): string {
  const top = name.split('.')[0] ?? '';
  return (
    questions.find((question) => question.name === top || question.beside.some((one) => one.name === top))?.name ?? ''
  );
}
