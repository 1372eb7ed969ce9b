import fc from 'fast-check';
import { Decimal, sumOf, wholeNumber, ZERO } from '../../../../src/core/values/decimal';

test.each<[string, number | null]>([
  ['0', 0],
  ['-0', 0],
  ['7', 7],
  ['-1234567', -1_234_567],
  ['10000000', 10_000_000],
  ['10000001', 10_000_001],
  ['99999999999999', 99_999_999_999_999],
  ['100000000000000', null],
  ['0.5', null],
  ['1234567.5', null],
  ['12345678.5', null],
  ['-0.0000001', null],
])('%s as a whole number', (text, expected) => {
  const found = wholeNumber(new Decimal(text));
  expect(found === null ? null : found + 0).toBe(expected);
});

test('a sum is exact, whatever it is of', () => {
  const figure = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 30 }), (figures) => {
      const values = figures.map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)));
      const one = values.reduce((sum, value) => sum.plus(value), ZERO);
      expect(sumOf(values).toFixed()).toBe(one.toFixed());
    }),
  );
});
