import { type Decimal, sumOf } from '../values/decimal';
import { differInOneDigit } from '../values/digits';
import type { Figure, SumRelation } from './document';

/** A figure that is off by more than this part of itself is hardly meant to be the sum. */
const FAR_OFF = 2;

/**
 * Whether figures add up to a total: exactly where all are whole, else within half a printed step for each figure.
 *
 * @param subtracted figures that are taken off.
 */
export function addsUp(target: Figure, addends: readonly Figure[], subtracted: readonly Figure[] = []): boolean {
  const difference = target.value.minus(valueOfTerms(addends, subtracted)).abs();
  if (difference.isZero()) return true;
  const figures = [target, ...addends, ...subtracted];
  if (figures.every(({ value, unit }) => value.isInteger() && unit.lte(1))) return false;
  return difference.lte(sumOf(figures.map(({ unit }) => unit)).div(2));
}

/** Whether the figures of a sum add up, as {@link addsUp} has it. */
export function sumHolds({ target, addends, subtracted }: SumRelation): boolean {
  return addsUp(target, addends, subtracted);
}

/** What figures come to, less those that are taken off. */
export function valueOfTerms(addends: readonly Figure[], subtracted: readonly Figure[] = []): Decimal {
  const added = sumOf(addends.map(({ value }) => value));
  return subtracted.length === 0 ? added : added.minus(sumOf(subtracted.map(({ value }) => value)));
}

/**
 * Whether a figure is smaller than the largest of its addends, all of one sign, or far off: few slips of a sum look like that, but for a
 * single digit or one figure left out.
 */
export function isNoSumBySize({ target, addends, subtracted = [] }: SumRelation): boolean {
  const values = [...addends.map(({ value }) => value), ...subtracted.map(({ value }) => value.negated())].filter(
    (value) => !value.isZero(),
  );
  const computed = sumOf(values);
  // One digit, the first one too, may be changed by a slip.
  if (differInOneDigit(target.value, computed)) return false;
  // So may one figure be left out, a large one too.
  const missing = computed.minus(target.value);
  if (values.length > 2 && values.some((value) => value.equals(missing))) return false;
  const oneSign = values.every((value) => value.isNegative() === computed.isNegative());
  const least = target.value.abs();
  if (values.length > 1 && oneSign && values.some((value) => value.abs().gt(least))) return true;
  return target.value.minus(computed).abs().times(FAR_OFF).gt(least);
}
