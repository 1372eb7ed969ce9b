import { type Decimal, sumOf, ZERO } from '../values/decimal';
import { roundTo } from './rounding';

/**
 * Shares a total over lines in proportion to their weights, in multiples of `unit`, so that the shares add up to the total
 * (最大剰余法): every share is rounded down, and what is left goes unit by unit to the largest remainders, the first of equals first.
 *
 * @param total A multiple of `unit`; may be negative.
 * @param weights Not negative, not all zero unless the total is zero.
 * @throws RangeError where nothing can carry the total.
 */
export function allocateByLargestRemainder(total: Decimal, weights: readonly Decimal[], unit: Decimal): Decimal[] {
  const whole = sumOf(weights);
  if (whole.isZero()) {
    if (total.isZero()) return weights.map(() => ZERO);
    throw new RangeError('A total cannot be shared over lines without weight.');
  }
  const exact = weights.map((weight) => total.abs().times(weight).div(whole));
  const shares = exact.map((share) => roundTo(share, unit, 'down'));
  let left = total.abs().minus(sumOf(shares)).div(unit).toNumber();
  const order = exact
    .map((share, index) => ({ index, remainder: share.minus(shares[index] ?? ZERO) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  for (const { index } of order) {
    if (left < 1) break;
    shares[index] = (shares[index] ?? ZERO).plus(unit);
    left -= 1;
  }
  return total.isNegative() ? shares.map((share) => share.negated()) : shares;
}
