import { sumOf } from '../values/decimal';
import type { Figure } from './document';

/** Whether figures add up to a total: exactly where all are whole, else within half a printed step for each figure. */
export function addsUp(target: Figure, addends: readonly Figure[]): boolean {
  const difference = target.value.minus(sumOf(addends.map(({ value }) => value))).abs();
  const units = [target, ...addends].map(({ unit }) => unit);
  const slack = sumOf(units).div(2);
  return addends.every(({ value }) => value.isInteger()) &&
    target.value.isInteger() &&
    units.every((unit) => unit.lte(1))
    ? difference.isZero()
    : difference.lte(slack);
}
