import fc from 'fast-check';
import { prorate } from '../../../../src/core/rules/prorate';
import { proratedPeriod } from '../../../../src/core/rules/proratedPeriod';
import type { ProrationFamily } from '../../../../src/core/rules/proration';
import { prorationShape } from '../../../../src/core/rules/prorationShape';
import { countThirtyDays, daysInLongYears, type ThirtyDayRule } from '../../../../src/core/rules/yearBases';
import { addDays, type CalendarDate, parseIsoDate } from '../../../../src/core/values/calendar';

const day = (iso: string): CalendarDate => {
  const date = parseIsoDate(iso);
  if (!date) throw new Error(iso);
  return date;
};
const dates = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2015-01-01'), days));

// The examples are those that the definitions and their commentaries are usually tested with.
test.each([
  ['2007-01-15', '2007-01-30', 15, 15, 15],
  ['2007-01-15', '2007-07-31', 196, 196, 195],
  ['2007-01-31', '2007-03-31', 60, 60, 60],
  ['2007-02-28', '2007-03-31', 33, 30, 32],
  ['2008-02-29', '2009-02-28', 359, 360, 359],
  ['2007-08-31', '2008-02-29', 179, 179, 179],
  ['2006-08-31', '2007-02-28', 178, 178, 178],
  ['2019-12-04', '2020-03-31', 117, 117, 116],
  ['2020-03-31', '2019-12-04', -116, -116, -116],
])('%s to %s: %i by 30/360, %i by the US rule, %i by 30E/360', (from, to, plain, us, european) => {
  const by = (rule: ThirtyDayRule) => countThirtyDays(day(from), day(to), rule);
  expect([by('30-360'), by('30-360-us'), by('30e-360')]).toEqual([plain, us, european]);
});

/** The clauses of the definitions word for word, on a calendar of the language: D1 and D2 are changed where a clause says so. */
function byTheClauses(from: Date, to: Date, rule: ThirtyDayRule): number {
  const endsFebruary = (date: Date) =>
    date.getUTCMonth() === 1 && new Date(date.getTime() + 86_400_000).getUTCMonth() === 2;
  let d1 = from.getUTCDate();
  let d2 = to.getUTCDate();
  if (rule === '30e-360') {
    if (d1 === 31) d1 = 30;
    if (d2 === 31) d2 = 30;
  } else {
    if (rule === '30-360-us') {
      if (endsFebruary(from) && endsFebruary(to)) d2 = 30;
      if (endsFebruary(from)) d1 = 30;
    }
    if (d2 === 31 && d1 > 29) d2 = 30;
    if (d1 === 31) d1 = 30;
  }
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  return 360 * years + 30 * (to.getUTCMonth() - from.getUTCMonth()) + (d2 - d1);
}

const asDate = ({ year, month, day: date }: CalendarDate) => new Date(Date.UTC(year, month - 1, date));

test('months of thirty days are counted as the clauses say', () => {
  fc.assert(
    fc.property(
      dates,
      dates,
      fc.constantFrom<ThirtyDayRule>('30-360', '30-360-us', '30e-360'),
      (from, to, rule) => countThirtyDays(from, to, rule) === byTheClauses(asDate(from), asDate(to), rule),
    ),
    { numRuns: 2000 },
  );
});

/** Days of long years one by one, a year's length being the time between its two first days. */
function longDaysOneByOne(first: CalendarDate, days: number, month: number): number {
  let count = 0;
  for (let index = 0; index < days; index += 1) {
    const at = asDate(first).getTime() + index * 86_400_000;
    const date = new Date(at);
    const year = date.getUTCFullYear() - (date.getUTCMonth() + 1 < month ? 1 : 0);
    if (Date.UTC(year + 1, month - 1, 1) - Date.UTC(year, month - 1, 1) === 366 * 86_400_000) count += 1;
  }
  return count;
}

const lengths = fc.integer({ min: 1, max: 900 });

test('days of long years are those that one counts one by one', () => {
  fc.assert(
    fc.property(dates, lengths, fc.constantFrom('calendar' as const, 'fiscal' as const), (first, days, kind) => {
      const expected = longDaysOneByOne(first, days, kind === 'fiscal' ? 4 : 1);
      return daysInLongYears(first, addDays(first, days - 1), kind) === expected;
    }),
    { numRuns: 200 },
  );
});

/** A share of an annual fee, rounded down, in whole numbers of any size. */
function reference(family: ProrationFamily, fee: number, first: CalendarDate, days: number): number {
  const floor = (numerator: bigint, denominator: bigint) => Number((BigInt(fee) * numerator) / denominator);
  if (family === 'annual-360') return floor(BigInt(days), 360n);
  if (family === 'annual-30-360' || family === 'annual-30e-360') {
    const end = new Date(asDate(first).getTime() + days * 86_400_000);
    const rule = family === 'annual-30-360' ? '30-360' : '30e-360';
    return floor(BigInt(byTheClauses(asDate(first), end, rule)), 360n);
  }
  const long = BigInt(longDaysOneByOne(first, days, family === 'annual-fiscal' ? 4 : 1));
  return floor((BigInt(days) - long) * 366n + long * 365n, 365n * 366n);
}

test('shares of an annual fee are those of the definitions', () => {
  const families = [
    'annual-360',
    'annual-actual',
    'annual-fiscal',
    'annual-30-360',
    'annual-30e-360',
  ] as const satisfies readonly ProrationFamily[];
  fc.assert(
    fc.property(
      fc.constantFrom(...families),
      dates,
      lengths,
      fc.integer({ min: 1, max: 900_000_000 }),
      (family, first, days, fee) => {
        const expected = reference(family, fee, first, days);
        const shape = prorationShape(family, 'whole', proratedPeriod(first, addDays(first, days - 1)), days);
        // In months of thirty, 31 August is no day at all.
        expect(shape === null ? 0 : prorate(shape, fee, 1, 'down')).toBe(Math.max(0, expected));
      },
    ),
    { numRuns: 500 },
  );
});
