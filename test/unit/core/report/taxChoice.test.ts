import * as fc from 'fast-check';
import { shareTax } from '../../../../src/core/report/totals/taxChoice';
import { Decimal, sumOf } from '../../../../src/core/values/decimal';

const amounts = (...values: number[]) => values.map((value) => new Decimal(value));
const shares = (values: Decimal[], tax: number) =>
  shareTax(values, new Decimal(tax)).shares.map(({ share }) => share.toNumber());

describe('a tax shared over lines', () => {
  it.each([
    // exact shares 3.3333 each: the yen left over goes to the first
    [amounts(100, 100, 100), 10, [4, 3, 3]],
    // exact shares 1.25, 2.5, 6.25: the largest remainder is the second
    [amounts(10, 20, 50), 10, [1, 3, 6]],
    [amounts(0, 0), 5, [0, 0]],
    [amounts(7), 3, [3]],
    [[], 0, []],
    // a credit note: −3.0303 and 13.0303, whole yen below them −4 and 13, one left over for the larger remainder
    [amounts(-100, 430), 10, [-3, 13]],
  ])('%j, %d → %j', (values, tax, expected) => {
    expect(shares(values, tax)).toEqual(expected);
  });

  it('adds up to the tax, and is nowhere a yen off the exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50_000_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 90_000_000 }),
        (values, tax) => {
          const net = sumOf(amounts(...values));
          const shared = shareTax(amounts(...values), new Decimal(tax)).shares;
          expect(sumOf(shared.map(({ share }) => share)).toNumber()).toBe(tax);
          shared.forEach(({ share }, index) => {
            const exact = new Decimal(values[index] ?? 0).times(tax).div(net);
            // Remainders are compared to four decimals, so an exact share may be left by that much more than a yen.
            expect(share.minus(exact).abs().toNumber()).toBeLessThan(1.0001);
          });
        },
      ),
    );
  });
});
