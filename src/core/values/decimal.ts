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

/** decimal.js keeps a value as digits in words of seven, the first of them the highest, without trailing words of zero. */
const WORD_DIGITS = 7;
const WORD = 10 ** WORD_DIGITS;

/** A whole number of up to 14 digits as a number, which holds it exactly; null for any other value. */
export function wholeNumber({ d: words, e: exponent, s: sign }: Decimal): number | null {
  if (exponent < 0 || exponent >= 2 * WORD_DIGITS) return null;
  const [first = 0, second = 0] = words;
  if (exponent < WORD_DIGITS) return words.length === 1 ? sign * first : null;
  return words.length <= 2 ? sign * (first * WORD + second) : null;
}

/** The sum of any number of decimals; zero for none. */
export function sumOf(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  // Most figures are whole: those are added as numbers, as long as numbers hold the sum exactly.
  let whole = 0;
  for (const value of values) {
    const number = wholeNumber(value);
    if (number !== null && Number.isSafeInteger(whole + number)) whole += number;
    else total = total.plus(value);
  }
  return whole === 0 ? total : total.plus(whole);
}

/** Shortest form: no exponent, no separators, no trailing zeros, no negative zero. */
export function decimalText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}
