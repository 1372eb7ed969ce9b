import { Decimal, sumOf, ZERO } from '../values/decimal';
import { type RoundingMode, roundTo } from './rounding';

/** An amount that a tax is on, or that holds it. */
export interface TaxedAmount {
  /** Negative for what is taken off. */
  readonly amount: Decimal;
  /** In percent; 0 where there is no tax. */
  readonly rate: Decimal;
  /** The amount holds the tax (内税). */
  readonly inclusive: boolean;
}

const HUNDRED = new Decimal(100);
/** Places that a share is known to before its whole units are taken, and that remainders are compared to: as in the written formulas. */
const SHARE_PLACES = 6;
const SHARE_STEPS = new Decimal(10).pow(SHARE_PLACES);

const divisorOf = ({ rate, inclusive }: TaxedAmount): Decimal => (inclusive ? rate.plus(HUNDRED) : HUNDRED);

/** The tax on an amount, or within it, before rounding. */
export function exactTaxOn(taxed: TaxedAmount): Decimal {
  return taxed.amount.times(taxed.rate).div(divisorOf(taxed));
}

/**
 * The tax on several amounts together, rounded once. Exact: the amounts are brought to a common denominator, so that taxes within
 * amounts (10/110, 8/108) that come to a whole unit are not a hair below it.
 */
export function taxTogether(amounts: readonly TaxedAmount[], unit: Decimal, mode: RoundingMode): Decimal {
  const parts = new Map<string, { divisor: Decimal; numerator: Decimal }>();
  for (const taxed of amounts) {
    const divisor = divisorOf(taxed);
    const numerator = taxed.amount.times(taxed.rate);
    const known = parts.get(divisor.toFixed());
    parts.set(divisor.toFixed(), { divisor, numerator: known ? known.numerator.plus(numerator) : numerator });
  }
  let [numerator, denominator] = [ZERO, new Decimal(1)];
  for (const part of parts.values()) {
    numerator = numerator.times(part.divisor).plus(part.numerator.times(denominator));
    denominator = denominator.times(part.divisor);
  }
  return roundTo(numerator.div(denominator), unit, mode);
}

/**
 * A tax shared over the amounts that it is on, by largest remainder (最大剰余法): each gets the whole units below its exact share,
 * and the units left over go to the largest remainders, the first of equals first. The shares add up to the tax.
 *
 * @param tax A multiple of `unit`, the exact tax rounded to it.
 * @param exact The exact shares; they add up to less than a unit beside the tax.
 */
export function shareByRemainder(tax: Decimal, exact: readonly Decimal[], unit: Decimal): Decimal[] {
  const known = exact.map((share) => share.div(unit).toDecimalPlaces(SHARE_PLACES, Decimal.ROUND_HALF_UP));
  const whole = known.map((share) => share.floor());
  const left = tax.div(unit).minus(sumOf(whole)).toNumber();
  const order = known
    .map((share, index) => ({ index, steps: share.minus(whole[index] ?? ZERO).times(SHARE_STEPS) }))
    .sort((a, b) => b.steps.comparedTo(a.steps) || a.index - b.index);
  const raised = new Set(order.slice(0, left > 0 ? left : 0).map(({ index }) => index));
  return whole.map((share, index) => (raised.has(index) ? share.plus(1) : share).times(unit));
}

/** A tax that no rule gives, shared in proportion to the exact taxes, or to the amounts where those are nothing. */
export function sharePrinted(tax: Decimal, amounts: readonly TaxedAmount[], unit: Decimal): Decimal[] {
  const exact = amounts.map(exactTaxOn);
  const weights = sumOf(exact).isZero() ? amounts.map(({ amount }) => amount) : exact;
  const whole = sumOf(weights);
  if (whole.isZero()) return amounts.map((_, index) => (index === 0 ? tax : ZERO));
  return shareByRemainder(
    tax,
    weights.map((weight) => weight.times(tax).div(whole)),
    unit,
  );
}
