import fc from 'fast-check';
import { invertFlooredComponents, invertProration } from '../../../../src/core/rules/invertProration';
import { allocateByLargestRemainder } from '../../../../src/core/rules/largestRemainder';
import { monthShares } from '../../../../src/core/rules/monthShares';
import { chargedPeriod, ownMonths, proratedPeriod } from '../../../../src/core/rules/proratedPeriod';
import { prorate } from '../../../../src/core/rules/prorate';
import { PRORATION_RULES } from '../../../../src/core/rules/prorationRules';
import { prorationShape } from '../../../../src/core/rules/prorationShape';
import { addDays, isoDate, parseIsoDate } from '../../../../src/core/values/calendar';
import { Decimal, sumOf } from '../../../../src/core/values/decimal';

const day = (iso: string) => {
  const date = parseIsoDate(iso);
  if (!date) throw new Error(iso);
  return date;
};
const rules = fc.constantFrom(...PRORATION_RULES);
const starts = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(day('2019-01-15'), days));

test.each([
  ['2019-12-04', '2019-12-26', 22, 'in', '2019-12-04', '2019-12-25'],
  ['2019-12-04', '2019-12-26', 22, 'out', '2019-12-05', '2019-12-26'],
  ['2019-12-04', '2019-12-26', 23, 'in', '2019-12-04', '2019-12-26'],
  ['2019-12-04', '2019-12-26', 21, 'in', '2019-12-05', '2019-12-25'],
] as const)('%s to %s in %i days, first day %s: %s … %s', (start, end, days, firstDay, first, last) => {
  const period = chargedPeriod(day(start), day(end), days, firstDay);
  expect(period && [isoDate(period.first), isoDate(period.last), period.days]).toEqual([first, last, days]);
});

test('days that no convention counts cover no calendar days', () => {
  expect(chargedPeriod(day('2019-12-04'), day('2019-12-26'), 25, 'in')).toBeNull();
});

test.each([
  ['2019-12-04', '2020-03-31', 3, 28, 31],
  ['2020-01-31', '2020-02-29', 1, 0, 30],
  ['2020-01-31', '2020-02-28', 0, 29, 30],
  ['2020-02-01', '2020-02-29', 1, 0, 31],
] as const)('own months of %s to %s: %i and %i days of %i', (first, last, months, rest, restLength) => {
  const period = proratedPeriod(day(first), day(last));
  expect(period && ownMonths(period)).toEqual({ months, rest, restLength });
});

test.each([
  ['calendar-month.daily.down.1', 3085000, 2288868],
  ['calendar-month.daily.down.1', 531897, 394611],
  ['fixed-30-days.daily.down.1', 30029, 23000],
  ['fixed-30-days.whole.half-up.10', 30000, 23000],
  ['annual-365.whole.up.1', 365000, 23000],
  ['price-by-day.exact.down.1', 100, 2300],
  ['flat.exact.down.1', 100, 100],
])('pro-rata.%s of %i over 23 days of December is %i', (id, fee, amount) => {
  const prior = PRORATION_RULES.find(({ rule }) => rule.id === `pro-rata.${id}`);
  if (!prior) throw new Error(id);
  const period = proratedPeriod(day('2019-12-04'), day('2019-12-26'));
  const shape = prorationShape(prior.rule.family, prior.rule.rounded, period, 23);
  expect(shape && prorate(shape, fee, prior.unit, prior.rule.mode)).toBe(amount);
});

test('rule ids are unique and first day out is marked', () => {
  const ids = PRORATION_RULES.map(({ rule }) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('pro-rata.calendar-month.daily.down.1.first-day-out');
});

test('the inverse gives exactly the fees that brute force finds', () => {
  fc.assert(
    fc.property(
      rules,
      starts,
      fc.integer({ min: 1, max: 130 }),
      fc.integer({ min: 1, max: 900 }),
      ({ rule, unit }, start, days, nearFee) => {
        const period = proratedPeriod(start, addDays(start, days - 1));
        const shape = prorationShape(rule.family, rule.rounded, period, days);
        if (!shape) throw new Error('a shape was expected');
        const reached = prorate(shape, nearFee, unit, rule.mode);
        const wanted = Math.max(1, reached + (nearFee % 3) - 1);
        const fees: number[] = [];
        for (let fee = 1; fee <= 1000 * 400; fee += 1) {
          const amount = prorate(shape, fee, unit, rule.mode);
          if (amount > wanted) break;
          if (amount === wanted) fees.push(fee);
        }
        const found = invertProration(shape, wanted, unit, rule.mode);
        expect(found && [found.least, found.greatest]).toEqual(
          fees.length === 0 ? null : [fees[0], fees[fees.length - 1]],
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('two components floored apart: every total in the interval can be split so, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 31 }), (rate, days) => {
      const interval = invertFlooredComponents(rate * days, days, 31, 2);
      const totals = new Set<number>();
      for (let a = 0; a < 31 * (rate + 2); a += 1) {
        const rest = rate - Math.floor(a / 31);
        if (rest >= 0) for (let b = rest * 31; b < (rest + 1) * 31; b += 1) totals.add(a + b);
      }
      expect(interval).toEqual({ least: Math.min(...totals), greatest: Math.max(...totals) });
    }),
    { numRuns: 30 },
  );
});

test('month shares add up to the amount, with the fee, without it, and below zero', () => {
  fc.assert(
    fc.property(
      rules,
      starts,
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.boolean(),
      ({ rule, unit }, start, days, fee, negative) => {
        const period = proratedPeriod(start, addDays(start, days - 1));
        const shape = period && prorationShape(rule.family, rule.rounded, period, days);
        // In months of thirty days, the 30th to the 31st is no day at all.
        fc.pre(period !== null && shape !== null);
        if (!period || !shape) return;
        const amount = new Decimal(prorate(shape, fee, unit, rule.mode)).times(negative ? -1 : 1);
        for (const known of [fee, null]) {
          const shares = monthShares(rule, period, known, amount);
          expect(sumOf(shares.map((share) => share.amount)).toFixed()).toBe(amount.toFixed());
          expect(shares.reduce((sum, share) => sum + share.days, 0)).toBe(days);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('largest remainder: shares add up and none is a unit or more from its exact share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 30 }),
      (total, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        fc.pre(whole > 0);
        const shares = allocateByLargestRemainder(
          new Decimal(total),
          weights.map((weight) => new Decimal(weight)),
          new Decimal(1),
        );
        expect(sumOf(shares).toNumber()).toBe(total);
        shares.forEach((share, index) => {
          const exact = new Decimal(total).times(weights[index] ?? 0).div(whole);
          expect(share.minus(exact).abs().lessThan(1)).toBe(true);
        });
      },
    ),
  );
});

test('a total over lines without weight is refused', () => {
  expect(() => allocateByLargestRemainder(new Decimal(1), [new Decimal(0)], new Decimal(1))).toThrow(RangeError);
});
