import { sameCell } from '../sheets/address';
import type { Figure } from '../tables/document';
import { Decimal } from '../values/decimal';
import type { Cause } from './finding';
import { subtractedOf, type Standing, termsOf } from './standing';

/**
 * Whether one slip in a single figure of a sum makes the sum hold: then its difference itself speaks for the sum. Any value may
 * be put in the place of another: that says nothing.
 */
export function isOwnSlip(standing: Standing, cause: Cause): boolean {
  const { stated, suggested, kind, together = [] } = cause;
  if (kind === 'other-value' || together.length > 0) return false;
  if (!(stated instanceof Decimal) || !(suggested instanceof Decimal)) return false;
  const growth = suggested.minus(stated);
  const after = standing.difference.plus(growth.times(factorOf(standing, cause)));
  return after.abs().lessThanOrEqualTo(standing.tolerance);
}

/** Whether a cause, a slip or a figure that was not counted as it should be, accounts for the difference of a sum. */
export function isOwnCause(standing: Standing, cause: Cause): boolean {
  const { stated, suggested, kind } = cause;
  if (suggested !== null && kind !== 'sign') return isOwnSlip(standing, cause);
  if (!(stated instanceof Decimal) || cause.together !== undefined) return false;
  if (kind === 'subtotal-counted-with-details' || kind === 'hidden-row') return true;
  const off = standing.difference.abs();
  return stated
    .abs()
    .times(kind === 'sign' ? 2 : 1)
    .equals(off);
}

/** By what the difference of a sum grows when the figure that a cause names grows by one; 0 for a figure of no concern. */
function factorOf({ relation }: Standing, cause: Cause): number {
  const isThere = ({ cell }: Figure) => sameCell(cell, cause.cell);
  if (isThere(relation.target) || subtractedOf(relation).some(isThere)) return 1;
  return termsOf(relation).some(isThere) ? -1 : 0;
}
