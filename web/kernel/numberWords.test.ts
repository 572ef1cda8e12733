import { expect, test } from 'vitest';
import { numberWords } from './numberWords';

test('a number of the law is said as one says it', () => {
  expect(numberWords('10WD')).toBe('10 个工作日');
  expect(numberWords('30D!')).toBe('30 日，末日不顺延');
  expect(numberWords('15', '分钟')).toBe('15 分钟');
  expect(numberWords('500000', '元')).toBe('500,000 元');
  expect(numberWords('0.35')).toBe('0.35');
});
