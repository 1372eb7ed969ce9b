import fc from 'fast-check';
import { chanceOfSplit, standardRateOn, taxOver, taxRule, taxUnit } from '../../../../src/core/rules/consumptionTax';
import { parseIsoDate } from '../../../../src/core/values/calendar';
import { Decimal } from '../../../../src/core/values/decimal';

test.each([
  ['1989-03-31', null],
  ['1989-04-01', 3],
  ['1997-04-01', 5],
  ['2014-03-31', 5],
  ['2014-04-01', 8],
  ['2019-09-30', 8],
  ['2019-10-01', 10],
])('the rate on %s is %p', (iso, rate) => {
  const date = parseIsoDate(iso);
  expect(date && (standardRateOn(date)?.toNumber() ?? null)).toBe(rate);
});

test.each([
  ['down', false, 713300],
  ['half-up', false, 713301],
  ['up', false, 713301],
  ['down', true, 648455],
  ['up', true, 648456],
] as const)('%s, inclusive %p, on the whole', (rounding, inclusive, tax) => {
  expect(taxOver([new Decimal(7133008)], new Decimal(10), taxRule('whole', rounding, inclusive)).toNumber()).toBe(tax);
});

test('each group is rounded on its own, the magnitude of a negative one too', () => {
  const groups = [3972354, 1356100, 1154542, 650012].map((amount) => new Decimal(amount));
  expect(taxOver(groups, new Decimal(10), taxRule('per-month', 'up', false)).toNumber()).toBe(713303);
  expect(taxOver([new Decimal(-15)], new Decimal(10), taxRule('whole', 'up', false)).toNumber()).toBe(-2);
});

test('a tax contained in an amount and its net add up to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (gross) => {
      const tax = taxOver([new Decimal(gross)], new Decimal(10), taxRule('whole', 'down', true)).toNumber();
      expect(tax).toBe(Number((BigInt(gross) * 10n) / 110n));
    }),
  );
});

test('chances of a split: Eulerian numbers over factorials', () => {
  expect(chanceOfSplit(4, 2)).toBeCloseTo(11 / 24);
  expect(chanceOfSplit(4, 4)).toBe(0);
  expect([0, 1, 2, 3].reduce((sum, steps) => sum + chanceOfSplit(4, steps), 0)).toBeCloseTo(1);
});

it.each([
  [['1'], '1'],
  [['1000'], '1'],
  [[], '1'],
  [['0.1'], '0.01'],
  [['1', '0.01'], '0.01'],
  [['0.001'], '0.001'],
])('takes taxes printed to %p for rounded to %s', (printed, unit) => {
  expect(taxUnit(printed.map((step) => new Decimal(step))).toFixed()).toBe(unit);
});
