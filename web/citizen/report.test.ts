import { describe, expect, it } from 'vitest';
import { disputes, lamps } from '../dev/scenes';
import { newsOf } from './ProgressPage';
import { pageOf, questionsOf } from './questions';

const asked = (schema = disputes.publicOpen, values = {}, elder = false) =>
  schema ? questionsOf(schema, values, elder) : [];

describe('the questions', () => {
  it('are the fields of the record, each a page, with what belongs to it beside it', () => {
    expect(asked().map((question) => question.name)).toEqual(['words', 'area', 'when', 'other', 'anonymous', 'name']);
    expect(
      asked()
        .find((question) => question.name === 'area')
        ?.beside.map((one) => one.name),
    ).toEqual(['door']);
  });
  it('leave out the name of somebody who gives none', () => {
    expect(asked(disputes.publicOpen, { anonymous: true }).map((question) => question.name)).not.toContain('name');
  });
  it('leave nothing optional beside a question in big letters, but keep what is required', () => {
    const big = asked(disputes.publicOpen, {}, true);
    expect(big.find((question) => question.name === 'area')?.beside).toEqual([]);
    expect(big.find((question) => question.name === 'name')?.beside.map((one) => one.name)).toEqual(['phone']);
  });
  it('come from another scene without a line of code', () => {
    expect(asked(lamps.publicOpen).map((question) => question.name)).toEqual(['what', 'area', 'count']);
  });
  it('are found again from the field that was refused', () => {
    expect(pageOf(asked(), 'phone')).toBe('name');
    expect(pageOf(asked(), 'words')).toBe('words');
  });
});

describe('the progress', () => {
  it('gives the news first', () => {
    expect(newsOf('等对方付款。没收到我们会联系他。')).toEqual(['等对方付款', '没收到我们会联系他。']);
    expect(newsOf('已经派出')).toEqual(['已经派出', '']);
  });
});
