import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Exact decimals for money, days and rates. 60 significant digits: no sum or product of printed figures is ever rounded,
 * and a division is only made where a rounding rule follows.
 */
export const Decimal = DecimalJs.clone({ precision: 60, toExpNeg: -60, toExpPos: 60, defaults: true });
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal(0);

/**
 * A number as a cell stores it (an IEEE double) as the decimal that Excel shows for it: 15 significant digits.
 *
 * @throws RangeError for NaN and infinities, which no cell can hold.
 */
export function decimalOfCellNumber(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError('A cell cannot hold a number that is not finite.');
  // Whole numbers of up to 15 digits are what they are.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return new Decimal(value);
  return new Decimal(new Decimal(value).toPrecision(15));
}

/** The sum of any number of decimals; zero for none. */
export function sumOf(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Shortest form: no exponent, no separators, no trailing zeros, no negative zero. */
export function decimalText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}
