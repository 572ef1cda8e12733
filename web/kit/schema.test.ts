import { describe, expect, it } from 'vitest';
import { bodyOf, faultsOf, fieldName, fieldsOf, idNumberHolds, kindOf, sectionsOf } from './schema';
import type { Field, Schema } from './wire';

const field = (more: Partial<Field>): Field => ({ type: 'string', title: '一格', ...more });
const schema: Schema = {
  required: ['words', 'day', 'phone'],
  properties: {
    words: field({ title: '经过', 'x-kind': 'longText', maxLength: 5 }),
    day: field({ title: '日子', 'x-kind': 'date' }),
    hidden: field({ title: '匿名', type: 'boolean', 'x-kind': 'boolean' }),
    phone: field({ title: '手机', 'x-kind': 'phone', 'x-unless': 'hidden' }),
    amount: field({ title: '金额', type: 'string', 'x-kind': 'money', 'x-unit': '元', minimum: 1, maximum: 1000 }),
    people: field({ title: '几人', type: 'integer', 'x-kind': 'integer', maximum: 9 }),
    at: field({ title: '几点', 'x-kind': 'instant' }),
    parts: field({
      title: '几笔',
      type: 'array',
      'x-kind': 'list',
      items: { required: ['sum'], properties: { sum: field({ title: '多少', 'x-kind': 'money' }) } },
    }),
  },
};
const good = { words: '一二三', day: '2026-09-29', phone: '13800000000' };
const names = (values: Parameters<typeof faultsOf>[1]) => faultsOf(schema, values).map((fault) => fault.name);

describe('a form drawn from a schema', () => {
  it('asks for what is required, and not for what was answered away', () => {
    expect(names({})).toEqual(['words', 'day', 'phone']);
    expect(names({ words: ' ', day: '2026-09-29', hidden: true })).toEqual(['words']);
    expect(names(good)).toEqual([]);
  });

  it('asks for what belongs to one choice only there, and then it is needed', () => {
    const orders: Schema = {
      required: ['kind'],
      properties: {
        kind: field({ title: '申请什么', 'x-kind': 'choice', enum: ['ERASE', 'MERGE', 'SPLIT'] }),
        party: field({ title: '第几位', 'x-kind': 'integer', 'x-when': 'kind', 'x-is': ['MERGE', 'SPLIT'] }),
      },
    };
    const asked = (values: Parameters<typeof faultsOf>[1]) => faultsOf(orders, values).map((fault) => fault.name);
    expect(asked({})).toEqual(['kind']);
    expect(asked({ kind: 'ERASE' })).toEqual([]);
    expect(asked({ kind: 'SPLIT' })).toEqual(['party']);
    expect(bodyOf(orders, { kind: 'ERASE', party: '2' })).toEqual({ kind: 'ERASE' });
    expect(bodyOf(orders, { kind: 'MERGE', party: '2' })).toEqual({ kind: 'MERGE', party: 2 });
  });

  it('counts signs as people do, not bytes', () => {
    expect(names({ ...good, words: '一二三四五' })).toEqual([]);
    expect(names({ ...good, words: '一二三四五六' })).toEqual(['words']);
    expect(names({ ...good, words: '𠀀𠀁𠀂𠀃𠀄' })).toEqual([]);
  });

  it('refuses days that are none, numbers that are none, and amounts out of bounds', () => {
    expect(names({ ...good, day: '2026-02-30' })).toEqual(['day']);
    expect(names({ ...good, day: '2026-13-01' })).toEqual(['day']);
    for (const amount of ['0.5', '1001', '1e2', '12.345', 'abc'])
      expect(names({ ...good, amount })).toEqual(['amount']);
    for (const amount of ['1', '1,000', '12.50']) expect(names({ ...good, amount })).toEqual([]);
    for (const people of ['10', '1.5']) expect(names({ ...good, people })).toEqual(['people']);
    expect(names({ ...good, phone: '138' })).toEqual(['phone']);
  });

  it('names the row of a list', () => {
    expect(names({ ...good, parts: [{ sum: '1' }, {}] })).toEqual(['parts.1.sum']);
  });

  it('sends what was said in the type that the record has, and nothing that was left empty', () => {
    const body = bodyOf(schema, {
      ...good,
      amount: '1,000.50',
      people: '3',
      at: '2026-09-29T09:14',
      hidden: false,
      parts: [{ sum: '2.5' }],
    });
    expect(body).toEqual({
      ...good,
      amount: '1000.50',
      people: 3,
      at: '2026-09-29T09:14:00+08:00',
      hidden: false,
      parts: [{ sum: '2.5' }],
    });
    expect(bodyOf(schema, { ...good, hidden: true, people: '' })).toEqual({
      words: '一二三',
      day: '2026-09-29',
      hidden: true,
    });
  });
});

describe('what a schema says', () => {
  it('knows a kind without being told, and keeps the order given', () => {
    expect(kindOf(field({ enum: ['A'] }))).toBe('choice');
    expect(kindOf(field({ type: 'boolean' }))).toBe('boolean');
    expect(kindOf(field({ maxLength: 2000 }))).toBe('longText');
    expect(
      fieldsOf({ ...schema, 'x-order': ['day', 'gone', 'words'] })
        .map(([name]) => name)
        .slice(0, 2),
    ).toEqual(['day', 'words']);
  });

  it("reads the server's names for a field in any of the usual spellings", () => {
    expect(fieldName('parts[1].sum')).toBe('parts.1.sum');
    expect(fieldName('/parts/1/sum')).toBe('parts.1.sum');
  });

  it('checks the last sign of an identity number', () => {
    // A made-up number of a place that does not exist; only its arithmetic is right.
    expect(idNumberHolds('99999919900101004X')).toBe(idNumberHolds('99999919900101004x'));
    const right = Array.from('0123456789X').filter((sign) => idNumberHolds(`99999919900101004${sign}`));
    expect(right).toHaveLength(1);
  });
});

describe('the parts of a long form', () => {
  const long: Schema = {
    properties: {
      lead: field({}),
      kind: field({ 'x-section': '什么事' }),
      more: field({ 'x-when': 'kind', 'x-is': ['OTHER'] }),
      who: field({ 'x-section': '涉及谁', 'x-when': 'kind', 'x-is': ['PERSON'] }),
      phone: field({}),
    },
  };
  const shape = (values: Parameters<typeof sectionsOf>[1]) =>
    sectionsOf(long, values).map((part) => [part.title, ...part.fields.map(([name]) => name)]);

  it('begin with the field that names them and hold until the next', () => {
    expect(shape({ kind: 'OTHER' })).toEqual([
      ['', 'lead'],
      ['什么事', 'kind', 'more'],
      ['涉及谁', 'phone'],
    ]);
  });

  it('keep their heading also where the field that names them is not asked', () => {
    expect(shape({ kind: 'PERSON' }).at(-1)).toEqual(['涉及谁', 'who', 'phone']);
    expect(sectionsOf({ properties: {} }, {})).toEqual([]);
  });
});
