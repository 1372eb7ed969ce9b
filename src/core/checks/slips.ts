import { Decimal } from '../values/decimal';

/** A slip that leads from the value that was meant to the one that is printed. */
export interface Slip {
  readonly kind: 'sign' | 'unit-slip' | 'wrong-digit' | 'transposed-digits' | 'other-value';
  /** Code length in bits. */
  readonly bits: number;
}

/** Places by which a figure slips when a unit or a zero is forgotten, and what that costs. */
const UNIT_SLIP_BITS: ReadonlyMap<number, number> = new Map([
  [1, 7],
  [2, 7],
  [3, 5],
  [4, 7],
  [6, 7],
]);
/** Below the cost of an unexplained relation and the cheapest slip. */
const MOST_OTHER_BITS = 22;
const OTHER_SIGN_BITS = 2;
/** No figure has more digits before its point. */
const MOST_PLACES = 14;

/** The slip between two values: sign, unit, swapped digits, one digit changed, lost or extra; null where it is none of these. */
export function classifySlip(printed: Decimal, needed: Decimal): Slip | null {
  if (printed.equals(needed)) return null;
  if (printed.isZero() || needed.isZero()) return slipOfZero(printed.isZero() ? needed : printed);
  if (printed.equals(needed.negated())) return { kind: 'sign', bits: 5 };
  if (printed.isNegative() !== needed.isNegative()) return null;
  const moved = printed.e - needed.e;
  const bits = UNIT_SLIP_BITS.get(Math.abs(moved));
  if (bits !== undefined && printed.equals(needed.times(new Decimal(10).pow(moved))))
    return { kind: 'unit-slip', bits };
  const places = Math.max(printed.decimalPlaces(), needed.decimalPlaces());
  return classifyDigits(digitsOf(printed, places), digitsOf(needed, places));
}

/** A digit lost or added, a place moved, a sign or a zero: such slips lead no further than this times the value itself. */
const FARTHEST_SHARE = 1.3;
const MOST_DIGITS = 20;

/**
 * The largest value, without its sign, that may be a slip of one that lies `growth` further, where digits changed or swapped do not
 * give that growth; null where they may, in any value. Tells for a whole column at once what {@link classifySlip} tells of a pair.
 */
export function largestSlipping(growth: Decimal): Decimal | null {
  const step = growth.abs();
  if (step.isZero()) return new Decimal(0);
  // One digit changed moves a value by k × 10^p; two swapped ones by k × (10^i − 10^j).
  const whole = BigInt(step.times(new Decimal(10).pow(step.decimalPlaces())).toFixed(0).replace(/0+$/, ''));
  if (whole < 10n) return null;
  for (let nines = 9n, digits = 1; digits <= MOST_DIGITS && nines <= whole; digits += 1, nines = nines * 10n + 9n) {
    if (whole % nines !== 0n) continue;
    const times = whole / nines;
    if (times < 10n) return null;
  }
  return step.times(FARTHEST_SHARE);
}

/** One of the noughts that a zero is printed with became another digit, or a digit became a nought. */
function slipOfZero(other: Decimal): Slip | null {
  const oneDigit = other.precision() === 1;
  return oneDigit ? { kind: 'wrong-digit', bits: 3 + Math.log2(9 * (Math.abs(other.e) + 1)) } : null;
}

/**
 * Another value altogether, that only other sums bear out: the further off, in the last places that the two need, the dearer. Never
 * dearer than a sum left unexplained with a slip elsewhere.
 */
export function otherValue(printed: Decimal, value: Decimal): Slip {
  const difference = value.minus(printed).abs();
  const steps = difference.times(`1e${difference.decimalPlaces()}`);
  const far = Math.min(MOST_OTHER_BITS, 8 + Math.log2(steps.plus(1).toNumber()));
  return { kind: 'other-value', bits: far + (printed.isNegative() === value.isNegative() ? 0 : OTHER_SIGN_BITS) };
}

/** The shortest slip from a value near the needed one, no further from it than `slack`, where rounding hides its last digits. */
export function nearestSlip(
  printed: Decimal,
  needed: Decimal,
  slack: Decimal,
): { readonly slip: Slip; readonly value: Decimal } | null {
  const exact = classifySlip(printed, needed);
  if (exact || slack.isZero()) return exact && { slip: exact, value: needed };
  const step = needed.minus(printed);
  let best: { slip: Slip; value: Decimal } | null = null;
  for (let place = -printed.decimalPlaces(); place <= MOST_PLACES; place += 1) {
    // A digit moves the value by so many of its places, two swapped neighbours by so many nines.
    for (const size of [1, 9]) {
      const unit = new Decimal(10).pow(place).times(size);
      const value = printed.plus(step.div(unit).toDecimalPlaces(0).times(unit));
      const slip = value.minus(needed).abs().lessThanOrEqualTo(slack) ? classifySlip(printed, value) : null;
      if (slip && slip.bits < (best?.slip.bits ?? Infinity)) best = { slip, value };
    }
  }
  return best;
}

/** The digits of a value in so many places, without its sign and its point. */
function digitsOf(value: Decimal, places: number): string {
  const text = value.abs().toFixed(places);
  return places === 0 ? text : text.replace('.', '').replace(/^0+(?=\d)/, '');
}

function classifyDigits(printed: string, needed: string): Slip | null {
  const length = printed.length;
  if (length !== needed.length) {
    const [longer, shorter] = length > needed.length ? [printed, needed] : [needed, printed];
    if (longer.length !== shorter.length + 1 || !isWithoutOne(longer, shorter)) return null;
    return { kind: 'wrong-digit', bits: 5 + Math.log2(10 * length) };
  }
  const first = differingPlace(printed, needed, 0);
  const second = differingPlace(printed, needed, first + 1);
  if (second === length) return { kind: 'wrong-digit', bits: 3 + Math.log2(9 * length) };
  if (differingPlace(printed, needed, second + 1) < length) return null;
  if (printed[first] !== needed[second] || printed[second] !== needed[first]) return null;
  return { kind: 'transposed-digits', bits: (second === first + 1 ? 3.5 : 6) + Math.log2(length) };
}

/** The first place from one on where two texts of the same length differ; their length where there is none. */
function differingPlace(one: string, other: string, from: number): number {
  let place = from;
  while (place < one.length && one[place] === other[place]) place += 1;
  return Math.min(place, one.length);
}

/** Whether a text is another without one of its characters. */
function isWithoutOne(longer: string, shorter: string): boolean {
  let place = 0;
  while (place < shorter.length && longer[place] === shorter[place]) place += 1;
  return longer.slice(place + 1) === shorter.slice(place);
}
