import { type Decimal, decimalText } from '../values/decimal';

/** A slip that leads from the value that was meant to the one that is printed. */
export interface Slip {
  readonly kind: 'sign' | 'unit-slip' | 'wrong-digit' | 'transposed-digits';
  /** Code length in bits. */
  readonly bits: number;
}

/** The slip between two values: sign, unit, swapped digits, one digit changed, lost or extra; null where it is none of these. */
export function classifySlip(printed: Decimal, needed: Decimal): Slip | null {
  if (printed.equals(needed) || printed.isZero() || needed.isZero()) return null;
  if (printed.equals(needed.negated())) return { kind: 'sign', bits: 5 };
  if (printed.isNegative() !== needed.isNegative()) return null;
  const ratio = printed.abs().greaterThan(needed.abs()) ? printed.div(needed) : needed.div(printed);
  if (ratio.equals(1000)) return { kind: 'unit-slip', bits: 5 };
  if ([10, 100, 10_000, 1_000_000].some((factor) => ratio.equals(factor))) return { kind: 'unit-slip', bits: 7 };
  const places = Math.max(printed.decimalPlaces(), needed.decimalPlaces());
  const digits = (value: Decimal) => decimalText(value.abs().times(`1e${places}`));
  return classifyDigits(digits(printed), digits(needed));
}

function classifyDigits(printed: string, needed: string): Slip | null {
  const length = printed.length;
  if (length !== needed.length) {
    const [longer, shorter] = length > needed.length ? [printed, needed] : [needed, printed];
    if (longer.length !== shorter.length + 1) return null;
    const dropped = [...longer].some((_, index) => longer.slice(0, index) + longer.slice(index + 1) === shorter);
    return dropped ? { kind: 'wrong-digit', bits: 5 + Math.log2(10 * length) } : null;
  }
  const places = [...printed].flatMap((digit, index) => (digit === needed[index] ? [] : [index]));
  const [first, second] = places;
  if (places.length === 1) return { kind: 'wrong-digit', bits: 3 + Math.log2(9 * length) };
  if (places.length !== 2 || first === undefined || second === undefined) return null;
  if (printed[first] !== needed[second] || printed[second] !== needed[first]) return null;
  return { kind: 'transposed-digits', bits: (second === first + 1 ? 3.5 : 6) + Math.log2(length) };
}
