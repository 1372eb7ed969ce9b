import type { Decimal } from './decimal';

/** In shorter figures any other digit may be meant. */
const FEWEST_DIGITS = 4;

/** Whether two figures of the same sign and length, four digits or more, differ in a single digit. */
export function differInOneDigit(one: Decimal, other: Decimal): boolean {
  const places = Math.max(one.decimalPlaces(), other.decimalPlaces());
  const [a, b] = [one.toFixed(places), other.toFixed(places)];
  if (a.length !== b.length || a.replace(/\D/g, '').length < FEWEST_DIGITS) return false;
  return [...a].filter((digit, at) => digit !== b[at]).length === 1;
}
