import { Decimal } from '../../../../src/core/values/decimal';
import { differInOneDigit } from '../../../../src/core/values/digits';

test.each([
  ['8084400', '1084400', true],
  ['204010', '704010', true],
  ['12.34', '12.35', true],
  ['-1234', '1234', false],
  ['123', '124', false],
  ['1234', '1243', false],
  ['1234', '1234', false],
  ['1234', '12345', false],
])('%s and %s', (one, other, expected) => {
  expect(differInOneDigit(new Decimal(one), new Decimal(other))).toBe(expected);
});
