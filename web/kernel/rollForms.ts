import type { Values } from '../kit/schema';
import type { Field, Roll, RollLine, Schema } from '../kit/wire';

type Asked = Roll['fields'][number];
export type Choices = Record<string, RollLine[]>;

function fieldOf(asked: Asked, choices: Choices): Field {
  const why = asked.why ? { 'x-why': asked.why } : {};
  if (asked.kind === 'choice' || asked.kind === 'line') {
    const titles =
      asked.kind === 'choice'
        ? asked.choices
        : Object.fromEntries(
            (choices[asked.roll ?? ''] ?? []).map((line) => [line.id, `${line.name}，${line.areaName}`]),
          );
    return {
      type: 'string',
      title: asked.title,
      'x-kind': 'choice',
      enum: Object.keys(titles),
      'x-titles': titles,
      ...why,
    };
  }
  if (asked.kind === 'boolean') return { type: 'boolean', title: asked.title, 'x-kind': 'boolean', ...why };
  if (asked.kind === 'integer') {
    return {
      type: 'integer',
      title: asked.title,
      'x-kind': 'integer',
      minimum: asked.least,
      maximum: asked.most,
      ...(asked.unit ? { 'x-unit': asked.unit } : {}),
      ...why,
    };
  }
  if (asked.kind === 'staff') return { type: 'string', title: asked.title, 'x-kind': 'staff', ...why };
  return {
    type: 'string',
    title: asked.title,
    'x-kind': asked.kind === 'longText' ? 'longText' : 'text',
    maxLength: asked.most,
    ...(asked.example ? { 'x-example': asked.example } : {}),
    ...why,
  };
}

const text = (title: string, most: number, why?: string): Field => ({
  type: 'string',
  title,
  'x-kind': 'text',
  maxLength: most,
  ...(why ? { 'x-why': why } : {}),
});
const day = (title: string, why?: string): Field => ({
  type: 'string',
  title,
  'x-kind': 'date',
  ...(why ? { 'x-why': why } : {}),
});

/** What a register asks of a new line, or of what an old one says from a day on. */
export function lineForm(roll: Roll, choices: Choices, changing: boolean): Schema {
  const properties: Record<string, Field> = {};
  if (!roll.of || roll.placed) properties['area'] = { type: 'string', title: '哪个地方', 'x-kind': 'area' };
  if (roll.named) properties['name'] = text(roll.named, 60);
  for (const asked of roll.fields) properties[`facts.${asked.name}`] = fieldOf(asked, choices);
  properties['firstDay'] = changing ? day('从哪一天起这样', '以前的留着') : day(roll.begins);
  const ends = roll.ends && !roll.single && !changing;
  if (ends) properties['lastDay'] = day(`${roll.ends}`, '还不知道的不填');
  properties['reason'] = text(changing ? '为什么改' : '依据或者备注', 200);
  const free = roll.fields.filter((asked) => asked.optional).map((asked) => `facts.${asked.name}`);
  const optional = [...free, 'lastDay', ...(changing ? [] : ['reason'])];
  const order = Object.keys(properties);
  return { properties, required: order.filter((name) => !optional.includes(name)), 'x-order': order };
}

export function endForm(roll: Roll): Schema {
  return {
    properties: { lastDay: day(roll.ends ?? '最后一天', '这一天也算'), reason: text('为什么结束', 200) },
    required: ['lastDay', 'reason'],
    'x-order': ['lastDay', 'reason'],
  };
}

export function withdrawForm(): Schema {
  return {
    properties: { reason: text('为什么撤回', 200, '登错了才撤回；留着记录，从来不算数') },
    required: ['reason'],
    'x-order': ['reason'],
  };
}

export interface RollSaid {
  parent?: string;
  area?: string;
  name?: string;
  firstDay?: string;
  lastDay?: string;
  reason?: string;
  facts: Record<string, string>;
}

/** What is sent: the facts by their own names, all as text. */
export function saidOf(values: Values, parent?: string): RollSaid {
  const said: RollSaid = { facts: {}, ...(parent ? { parent } : {}) };
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '' || Array.isArray(value)) continue;
    if (name.startsWith('facts.')) said.facts[name.slice('facts.'.length)] = String(value);
    else if (['area', 'name', 'firstDay', 'lastDay', 'reason'].includes(name))
      said[name as 'area' | 'name' | 'firstDay' | 'lastDay' | 'reason'] = String(value);
  }
  return said;
}

/** What a line says now, for a form that changes it. */
export function valuesOf(line: RollLine, roll: Roll): Values {
  const values: Values = { area: line.area, name: line.name };
  for (const { name, value } of line.facts) {
    const asked = roll.fields.find((field) => field.name === name);
    values[`facts.${name}`] = asked?.kind === 'boolean' ? value === 'true' : value;
  }
  return values;
}
