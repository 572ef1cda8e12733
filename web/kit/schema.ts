import { localToInstant } from './days';
import type { Field, Kind, Schema } from './wire';

export type Value = string | boolean | Values[] | undefined;
export interface Values {
  [field: string]: Value;
}
export interface Fault {
  name: string;
  message: string;
}

export function kindOf(field: Field): Kind {
  if (field['x-kind']) return field['x-kind'];
  if (field.enum?.length) return 'choice';
  if (field.type === 'boolean') return 'boolean';
  if (field.type === 'integer') return 'integer';
  if (field.type === 'array') return 'list';
  return (field.maxLength ?? 0) > 200 ? 'longText' : 'text';
}

export function fieldsOf(schema: Schema): [string, Field][] {
  const names = schema['x-order'] ?? Object.keys(schema.properties);
  const rest = Object.keys(schema.properties).filter((name) => !names.includes(name));
  return [...names, ...rest].flatMap((name) => {
    const field = schema.properties[name];
    return field ? [[name, field] as [string, Field]] : [];
  });
}

/** Whether it must be answered where it is asked: what belongs to one choice is needed for that choice. */
export const isRequired = (schema: Schema, name: string) =>
  (schema.required?.includes(name) ?? false) || !!schema.properties[name]?.['x-when'];

/** A field that somebody has answered away ("不留姓名"), or that belongs to another choice, is neither asked nor sent. */
export function isAsked(field: Field, values: Values): boolean {
  const unless = field['x-unless'];
  const when = field['x-when'];
  if (when && !field['x-is']?.includes(String(values[when] ?? ''))) return false;
  return !(unless && values[unless] === true);
}

export interface FormPart {
  title: string;
  fields: [string, Field][];
}

/** What is asked, in parts: a heading holds from the field that names it to the next that names one. */
export function sectionsOf(schema: Schema, values: Values): FormPart[] {
  const parts: FormPart[] = [];
  let title = '';
  for (const [name, field] of fieldsOf(schema)) {
    title = field['x-section'] ?? title;
    if (!isAsked(field, values)) continue;
    const last = parts.at(-1);
    if (last?.title === title) last.fields.push([name, field]);
    else parts.push({ title, fields: [[name, field]] });
  }
  return parts;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the eighteenth sign follows from the seventeen before it. */
export function idNumberHolds(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

function dayHolds(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function numberFault(text: string, field: Field, whole: boolean): string | null {
  const plain = text.replaceAll(',', '').replaceAll('，', '');
  if (!(whole ? /^-?\d+$/ : /^-?\d+(\.\d{1,2})?$/).test(plain)) {
    return whole ? '要填一个整数，比如 3' : '要填数字，最多两位小数，比如 12000.50';
  }
  const unit = field['x-unit'] ?? '';
  if (field.minimum != null && Number(plain) < field.minimum) return `不能少于 ${field.minimum}${unit && ` ${unit}`}`;
  if (field.maximum != null && Number(plain) > field.maximum) return `不能多于 ${field.maximum}${unit && ` ${unit}`}`;
  return null;
}

function textFault(text: string, field: Field): string | null {
  const signs = Array.from(text).length;
  if (field.maxLength && signs > field.maxLength) return `最多 ${field.maxLength} 字，现在 ${signs} 字`;
  return null;
}

/** What is wrong with one answer, in words that say how to put it right; null when nothing is. */
export function faultOf(field: Field, value: Value): string | null {
  if (typeof value === 'boolean' || value === undefined || value === '' || Array.isArray(value)) return null;
  switch (kindOf(field)) {
    case 'integer':
      return numberFault(value, field, true);
    case 'money':
      return numberFault(value, field, false);
    case 'date':
      return dayHolds(value) ? null : '没有这一天，请写成 2026-09-29 这样';
    case 'instant':
      return Number.isNaN(Date.parse(localToInstant(value))) ? '时间没写全，要有日期和几点几分' : null;
    case 'phone':
      return /^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(value.trim()) ? null : '手机号是 11 位数字，请再看一眼';
    case 'idNumber':
      return idNumberHolds(value.trim()) ? null : '身份证号对不上校验位，请再看一眼';
    case 'choice':
      return field.enum && !field.enum.includes(value) ? '请从列出的里面选一个' : null;
    default:
      return textFault(value, field);
  }
}

export function isEmpty(value: Value): boolean {
  if (value === undefined || value === '') return true;
  return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === '';
}

function missingWords(field: Field): string {
  const chosen: Kind[] = ['choice', 'area', 'agency', 'post', 'staff', 'matter', 'date', 'instant', 'boolean'];
  return chosen.includes(kindOf(field)) ? `还没选“${field.title}”` : `还没填“${field.title}”`;
}

/** All faults of a form, in the order in which it asks. */
export function faultsOf(schema: Schema, values: Values, path = ''): Fault[] {
  return fieldsOf(schema).flatMap(([name, field]) => {
    if (!isAsked(field, values)) return [];
    const value = values[name];
    const at = `${path}${name}`;
    if (isEmpty(value)) return isRequired(schema, name) ? [{ name: at, message: missingWords(field) }] : [];
    if (Array.isArray(value) && field.items) {
      const items = field.items;
      return value.flatMap((row, index) => faultsOf(items, row, `${at}.${index}.`));
    }
    const message = faultOf(field, value);
    return message ? [{ name: at, message }] : [];
  });
}

function scalar(field: Field, value: string | boolean): unknown {
  if (typeof value === 'boolean') return value;
  const plain = value.trim();
  switch (kindOf(field)) {
    case 'integer':
      return Number(plain.replaceAll(',', ''));
    // An amount stays text: binary fractions lose a fen.
    case 'money':
      return plain.replaceAll(',', '');
    case 'instant':
      return localToInstant(plain);
    case 'longText':
      return value.replace(/\s+$/, '');
    default:
      return plain;
  }
}

/** What is sent: typed, without what was left empty or is not asked. */
export function bodyOf(schema: Schema, values: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(schema)) {
    const value = values[name];
    if (value === undefined || isEmpty(value) || !isAsked(field, values)) continue;
    const items = field.items;
    body[name] = Array.isArray(value) ? (items ? value.map((row) => bodyOf(items, row)) : value) : scalar(field, value);
  }
  return body;
}

/** The server may write payments[0].amount or payments.0.amount or /payments/0/amount: one name for all. */
export function fieldName(name: string): string {
  return name
    .replace(/^[/$.]+/, '')
    .replaceAll('/', '.')
    .replace(/\[(\d+)\]/g, '.$1');
}

export const inputId = (form: string, name: string) => `${form}-${name.replaceAll('.', '-')}`;

/** The words for a coded answer, for a page that shows answers back. */
export function answerWords(field: Field, value: Value): string {
  if (isEmpty(value)) return '没有填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return `${value.length} 项`;
  const text = value ?? '';
  if (kindOf(field) === 'choice') return field['x-titles']?.[text] ?? text;
  if (kindOf(field) === 'instant') return text.replace('T', ' ');
  return field['x-unit'] ? `${text} ${field['x-unit']}` : text;
}
