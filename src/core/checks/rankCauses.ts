import type { Decimal } from '../values/decimal';
import type { CellAddress } from '../sheets/address';
import type { Cause, CauseKind } from './finding';
import { message } from './message';

/** No list of causes is longer: beyond it nobody reads. */
const MOST_CAUSES = 10;
/** Causes this many bits behind the first are not worth naming. */
const WITHIN_BITS = 12;

/** Causes, most likely first, without those far behind. */
export function rankCauses(causes: readonly Cause[]): Cause[] {
  const sorted = [...causes].sort((a, b) => a.cost - b.cost);
  const first = sorted[0];
  return first ? sorted.filter((cause) => cause.cost <= first.cost + WITHIN_BITS).slice(0, MOST_CAUSES) : [];
}

/** A cause about a number. */
export function numberCause(
  kind: Exclude<CauseKind, 'old-tax-rate' | 'other-date'>,
  cell: CellAddress,
  stated: Decimal,
  suggested: Decimal | null,
  cost: number,
): Cause {
  const params = suggested ? { cell, stated, suggested } : { cell, stated };
  return { kind, cell, stated, suggested, cost, label: message(`cause.${kind}`, params) };
}
