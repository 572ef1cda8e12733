import { describe, expect, it } from 'vitest';
import { inCapitals } from './amount';

describe('an amount in capitals', () => {
  it.each([
    ['1409.50', '壹仟肆佰零玖元伍角'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ])('is written as the rules for bills give it: %s', (digits, words) => expect(inCapitals(digits)).toBe(words));

  it.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角'],
    ['10', '壹拾元整'],
    ['300', '叁佰元整'],
    ['10001', '壹万零壹元整'],
    ['1000010', '壹佰万零壹拾元整'],
    ['100000001', '壹亿零壹元整'],
    ['1234567890.12', '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('leaves out no gap and adds none: %s', (digits, words) => expect(inCapitals(digits)).toBe(words));

  it.each(['', '-1', '1,000', '1.234', 'abc', '1000000000000', '.5'])('is not made of “%s”', (digits) =>
    expect(inCapitals(digits)).toBeNull(),
  );
});
