import { type CalendarDate, dayNumber } from '../values/calendar';
import { Decimal, sumOf } from '../values/decimal';
import { type RoundingMode, roundTo } from './rounding';

/** Standard rates of consumption tax, national and local together, with the first day of each (消費税法29条, 地方税法72条の83). */
const STANDARD_RATES: readonly (readonly [from: CalendarDate, percent: Decimal])[] = [
  [{ year: 2019, month: 10, day: 1 }, new Decimal(10)],
  [{ year: 2014, month: 4, day: 1 }, new Decimal(8)],
  [{ year: 1997, month: 4, day: 1 }, new Decimal(5)],
  [{ year: 1989, month: 4, day: 1 }, new Decimal(3)],
];

/** The standard rate today, in percent. */
export const PRESENT_RATE: Decimal = new Decimal(10);

/** All standard rates there have been, the latest first. */
export const ALL_STANDARD_RATES: readonly Decimal[] = STANDARD_RATES.map(([, percent]) => percent);

/** The standard rate in percent on a day; null before there was a consumption tax. Transitional contracts may keep an older one. */
export function standardRateOn(date: CalendarDate): Decimal | null {
  return STANDARD_RATES.find(([from]) => dayNumber(date) >= dayNumber(from))?.[1] ?? null;
}

const ONE_YEN = new Decimal(1);
const CENT = new Decimal('0.01');

/**
 * What a printed tax was rounded to: a whole yen, below which there is no money (通貨の単位及び貨幣の発行等に関する法律2条, 3条), or,
 * where the tax prints decimals, the hundredth of its currency (EN 16931, BR-CO-17: two decimals) or the smaller place printed.
 *
 * @param printed The steps of the last printed places of the tax figures.
 */
export function taxUnit(printed: readonly Decimal[]): Decimal {
  const least = printed.reduce((finest, step) => (step.lessThan(finest) ? step : finest), ONE_YEN);
  return least.equals(ONE_YEN) ? ONE_YEN : Decimal.min(CENT, least);
}

export type TaxGrouping = 'whole' | 'per-line' | 'per-category' | 'per-month' | 'per-rate';

/** How a tax figure may have been made: what is rounded at a time, how, and whether the amounts already hold the tax. */
export interface TaxRule {
  readonly id: string;
  readonly grouping: TaxGrouping;
  readonly rounding: RoundingMode;
  readonly inclusive: boolean;
}

export function taxRule(grouping: TaxGrouping, rounding: RoundingMode, inclusive: boolean): TaxRule {
  return { id: `tax.${grouping}.${rounding}${inclusive ? '.inclusive' : ''}`, grouping, rounding, inclusive };
}

/**
 * The tax on an amount before rounding, or the tax within one that holds it (内税).
 *
 * @param percent 10 is 10 %.
 */
export function exactTax(amount: Decimal, percent: Decimal, inclusive: boolean): Decimal {
  return amount.times(percent).div(inclusive ? percent.plus(100) : 100);
}

/**
 * The tax over groups of amounts, each group's tax rounded to the unit.
 *
 * @param groups The amount of each group.
 * @param percent 10 is 10 %.
 * @param unit What a tax is rounded to: a whole yen unless the document's currency has a smaller one.
 */
export function taxOver(
  groups: readonly Decimal[],
  percent: Decimal,
  rule: Pick<TaxRule, 'rounding' | 'inclusive'>,
  unit: Decimal = ONE_YEN,
): Decimal {
  return sumOf(groups.map((amount) => roundTo(exactTax(amount, percent, rule.inclusive), unit, rule.rounding)));
}

const GROUPING_WEIGHT: Readonly<Record<TaxGrouping, number>> = {
  whole: 0.6,
  'per-line': 0.2,
  'per-category': 0.1,
  'per-month': 0.1,
  'per-rate': 0.1,
};
const ROUNDING_WEIGHT: Readonly<Record<RoundingMode, number>> = { down: 0.72, 'half-up': 0.18, up: 0.1 };
const INCLUSIVE_WEIGHT = 0.05;

/** How ordinary a rule is: larger is more so. */
export function taxRuleWeight(rule: TaxRule): number {
  return GROUPING_WEIGHT[rule.grouping] * ROUNDING_WEIGHT[rule.rounding] * (rule.inclusive ? INCLUSIVE_WEIGHT : 1);
}

/**
 * The share of arbitrary splits of an amount into `groups` groups whose separately rounded-down (or rounded-up) taxes lie exactly
 * `steps` units beyond the tax on the whole rounded the same way: A(groups, steps) ÷ groups!, with A the Eulerian numbers.
 */
export function chanceOfSplit(groups: number, steps: number): number {
  let row = [1];
  for (let n = 2; n <= groups; n += 1) {
    const previous = row;
    row = Array.from({ length: n }, (_, k) => ((k + 1) * (previous[k] ?? 0) + (n - k) * (previous[k - 1] ?? 0)) / n);
  }
  return row[steps] ?? 0;
}
