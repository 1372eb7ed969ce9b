import * as fc from 'fast-check';
import { comparisonId, comparisonRuleOf } from '../../../../src/core/rules/comparisonRule';
import { ROUNDING_MODES } from '../../../../src/core/rules/rounding';
import {
  exactTaxOn,
  shareByRemainder,
  sharePrinted,
  type TaxedAmount,
  taxTogether,
} from '../../../../src/core/rules/taxShares';
import { Decimal, sumOf } from '../../../../src/core/values/decimal';

const YEN = new Decimal(1);
const taxed = (amount: number, rate: number, inclusive = false): TaxedAmount => {
  return { amount: new Decimal(amount), rate: new Decimal(rate), inclusive };
};
const numbers = (values: readonly Decimal[]) => values.map((value) => value.toNumber());

describe('the tax on several amounts together', () => {
  it.each([
    ['one rate', [taxed(1013, 8), taxed(347, 8)], 'down', 108],
    ['two rates, rounded once: 8.08 + 20.19', [taxed(101, 8), taxed(201.9, 10)], 'down', 28],
    ['within amounts: 10/110 of 330 and 399 is 66.27', [taxed(330, 10, true), taxed(399, 10, true)], 'up', 67],
    ['negative, down is towards nothing', [taxed(-1005, 10)], 'down', -100],
    ['exempt', [taxed(500, 0)], 'up', 0],
    ['none', [], 'up', 0],
  ] as const)('%s', (_, amounts, mode, tax) => {
    expect(taxTogether(amounts, YEN, mode).toNumber()).toBe(tax);
  });

  it('is not a hair off a whole yen where thirds add up to one', () => {
    // 8/108 of 4.5 is a third.
    const thirds = [taxed(4.5, 8, true), taxed(4.5, 8, true), taxed(4.5, 8, true)];
    expect(taxTogether(thirds, YEN, 'down').toNumber()).toBe(1);
    expect(taxTogether(thirds, YEN, 'up').toNumber()).toBe(1);
  });
});

describe('a tax shared by largest remainder', () => {
  it.each([
    [10, [3.4, 3.4, 3.2], [4, 3, 3]],
    [10, [1.25, 2.5, 6.25], [1, 3, 6]],
    // a line that is taken off: whole units are those below
    [2500, [1000.5, 2000.7, -500.8], [1000, 2001, -501]],
    [0, [], []],
    [0, [0.5, -0.5], [1, -1]],
  ])('%d over %j → %j', (tax, exact, shares) => {
    const values = exact.map((share) => new Decimal(share));
    expect(numbers(shareByRemainder(new Decimal(tax), values, YEN))).toEqual(shares);
  });

  it('adds up under every rounding, also in cents and with negative and exempt lines, and is less than a unit off', () => {
    const line = fc.record({
      amount: fc.integer({ min: -5_000_000, max: 50_000_000 }),
      rate: fc.constantFrom(0, 8, 10, 8.875),
      inclusive: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom(...ROUNDING_MODES),
        fc.constantFrom(1, 0.01),
        (lines, mode, step) => {
          const unit = new Decimal(step);
          const amounts = lines.map(({ amount, rate, inclusive }) => taxed(amount, rate, inclusive));
          const tax = taxTogether(amounts, unit, mode);
          const exact = amounts.map(exactTaxOn);
          const shares = shareByRemainder(tax, exact, unit);
          expect(sumOf(shares).equals(tax)).toBe(true);
          shares.forEach((share, index) => {
            expect(
              share
                .minus(exact[index] ?? 0)
                .abs()
                .lte(unit),
            ).toBe(true);
            if (amounts[index]?.rate.isZero()) expect(share.isZero()).toBe(true);
          });
        },
      ),
    );
  });

  it('of a printed tax that no rule gives, in proportion', () => {
    expect(numbers(sharePrinted(new Decimal(300), [taxed(1000, 10), taxed(2000, 10), taxed(500, 0)], YEN))).toEqual([
      100, 200, 0,
    ]);
    expect(numbers(sharePrinted(new Decimal(9), [taxed(1000, 0), taxed(2000, 0)], YEN))).toEqual([3, 6]);
    expect(numbers(sharePrinted(new Decimal(9), [taxed(0, 0), taxed(0, 0)], YEN))).toEqual([9, 0]);
  });
});

describe('a comparison rule’s id', () => {
  it.each(['tax.whole.down', 'tax.per-month.up.inclusive', 'tax.per-rate.half-up.exclusive'])('%s', (id) => {
    const rule = comparisonRuleOf(id, null);
    expect(rule && comparisonId(rule)).toBe(id);
    expect(comparisonRuleOf(id.slice('tax.'.length), null)).toEqual(rule);
  });

  it.each(['', 'tax', 'whole', 'whole.nearest', 'per-week.down', 'whole.down.within', 'whole.down.inclusive.x'])(
    'none: %j',
    (id) => {
      expect(comparisonRuleOf(id, null)).toBeNull();
    },
  );
});
