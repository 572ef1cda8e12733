import type { Field, Scene } from '../kit/wire';

/** Made-up scenes in the shape of the wire. Every name says that it is a demonstration. */
type Property = Scene['open']['properties'][string];
export type Fields = Record<string, Partial<Field> & { title: string }>;

export function schema(title: string, fields: Fields, required: string[] = []): Scene['open'] {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { type: 'string', 'x-kind': 'text', ...field } as Property]),
  );
  const order = Object.keys(fields);
  return {
    type: 'object',
    title,
    'x-type': 'demo@1',
    required,
    properties,
    'x-order': order,
    additionalProperties: false,
  };
}

export const note = (title = '说明', maxLength = 500): Fields => ({ note: { title, 'x-kind': 'longText', maxLength } });
export const plain = { hint: '', kernel: false, danger: false };
export const MEDIATOR = [{ name: 'disputes.mediator', title: '调解员' }];
export const WINDOW = [{ name: 'disputes.window', title: '综合窗口' }];
export const HEAD = [{ name: 'disputes.head', title: '中心负责人' }];
