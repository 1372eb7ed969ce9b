import { floorDivide, modulo } from '../values/integers';
import { prorate } from './prorate';
import { type ProrationShape, type ProrationTerm, slopeOf } from './prorationShape';
import { ceilingDivide } from './roundQuotient';
import type { RoundingMode } from './rounding';

/** A closed interval of whole-yen fees. */
export interface FeeInterval {
  readonly least: number;
  readonly greatest: number;
}

/** An amount times a denominator above this may leave the safe whole numbers once it is doubled for rounding half up. */
const LARGEST_EXACT = 4e15;

/**
 * The whole-yen fees, 1 or more, that give a printed amount exactly under a rule; null where none does.
 * The amount is a whole number of yen, 1 or more, at most `LARGEST_AMOUNT`. Null, too, where the fraction of a year is so fine that whole
 * numbers would not be exact.
 */
export function invertProration(
  shape: ProrationShape,
  amount: number,
  unit: number,
  mode: RoundingMode,
): FeeInterval | null {
  const [term, ...more] = shape.terms;
  if (shape.terms.some(({ denominator }) => amount * denominator > LARGEST_EXACT)) return null;
  if (!term) return divideExactly(amount, shape.fullFees);
  const found =
    shape.fullFees === 0 && more.length === 0
      ? invertOneTerm(term, amount, unit, mode)
      : bisect(shape, amount, unit, mode);
  if (!found || found.greatest < 1) return null;
  return found.least < 1 ? { least: 1, greatest: found.greatest } : found;
}

function divideExactly(amount: number, fullFees: number): FeeInterval | null {
  if (fullFees === 0 || modulo(amount, fullFees) !== 0) return null;
  const fee = floorDivide(amount, fullFees);
  return { least: fee, greatest: fee };
}

/** times × R(fee × p ÷ q) = amount, so R(…) = amount ÷ times =: r, and fee × p ÷ q lies within a unit of r, on the side that the mode says. */
function invertOneTerm(
  { times, numerator: p, denominator: q }: ProrationTerm,
  amount: number,
  unit: number,
  mode: RoundingMode,
): FeeInterval | null {
  if (modulo(amount, times * unit) !== 0) return null;
  const r = floorDivide(amount, times);
  const [least, greatest] =
    mode === 'down'
      ? [ceilingDivide(r * q, p), ceilingDivide((r + unit) * q, p) - 1]
      : mode === 'up'
        ? [floorDivide((r - unit) * q, p) + 1, floorDivide(r * q, p)]
        : [ceilingDivide((2 * r - unit) * q, 2 * p), ceilingDivide((2 * r + unit) * q, 2 * p) - 1];
  return least <= greatest ? { least, greatest } : null;
}

/** The amount never falls as the fee rises, so the fees are found between the bounds that rounding leaves. */
function bisect(shape: ProrationShape, amount: number, unit: number, mode: RoundingMode): FeeInterval | null {
  const slope = slopeOf(shape);
  const most = unit * shape.terms.reduce((sum, term) => sum + term.times, 0);
  const below = Math.max(0, floorDivide(amount - most, slope) - 2);
  const above = floorDivide(amount + most, slope) + 3;
  const least = leastFee(shape, amount, unit, mode, below, above);
  if (prorate(shape, least, unit, mode) !== amount) return null;
  return shape.fullFees > 0
    ? { least, greatest: least }
    : { least, greatest: leastFee(shape, amount + 1, unit, mode, least, above) - 1 };
}

/** The least fee in below … above whose amount reaches `amount`. */
function leastFee(
  shape: ProrationShape,
  amount: number,
  unit: number,
  mode: RoundingMode,
  below: number,
  above: number,
): number {
  let low = below;
  let high = above;
  while (low < high) {
    const middle = floorDivide(low + high, 2);
    if (prorate(shape, middle, unit, mode) >= amount) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The total of `components` fees, each floored to a daily rate on its own over one month of `length` days, whose amounts add up to
 * `days` days' printed amount; null where the amount is no multiple of the days.
 */
export function invertFlooredComponents(
  amount: number,
  days: number,
  length: number,
  components: number,
): FeeInterval | null {
  if (modulo(amount, days) !== 0) return null;
  const rate = floorDivide(amount, days);
  return { least: length * rate, greatest: length * (rate + components) - components };
}
