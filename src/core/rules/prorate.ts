import type { ProrationShape } from './prorationShape';
import { roundQuotient } from './roundQuotient';
import type { RoundingMode } from './rounding';

/** Fees and amounts above this leave the range in which whole numbers are exact. */
export const LARGEST_AMOUNT = 1_000_000_000_000;

/** The amount for a whole-yen fee: fullFees × fee + Σ times × R(fee × numerator ÷ denominator). Exact up to {@link LARGEST_AMOUNT}. */
export function prorate(shape: ProrationShape, fee: number, unit: number, mode: RoundingMode): number {
  let amount = shape.fullFees * fee;
  for (const term of shape.terms) {
    amount += term.times * roundQuotient(fee * term.numerator, term.denominator, unit, mode);
  }
  return amount;
}
