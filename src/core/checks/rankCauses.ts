import type { Decimal } from '../values/decimal';
import type { CellAddress } from '../sheets/address';
import type { Cause, CauseKind } from './finding';
import { message } from './message';

/** No list of causes is longer, but for those that are as likely as the first: beyond it nobody reads. */
const MOST_CAUSES = 10;
const MOST_TIED = 60;
/** Causes this many bits behind the first are not worth naming. */
const WITHIN_BITS = 12;
/** Causes no further behind the first cannot be told from it. */
const TIE_BITS = 3;

/** Causes, most likely first, without those far behind. */
export function rankCauses(causes: readonly Cause[]): Cause[] {
  const sorted = [...causes].sort((a, b) => a.cost - b.cost);
  const tied = likelyCauses(sorted).length;
  const first = sorted[0];
  if (!first) return [];
  const most = Math.max(MOST_CAUSES, Math.min(tied, MOST_TIED));
  return sorted.filter((cause) => cause.cost <= first.cost + WITHIN_BITS).slice(0, most);
}

/** Of causes, most likely first: the first, and those that are as good as it. */
export function likelyCauses(causes: readonly Cause[]): readonly Cause[] {
  const first = causes[0];
  return first ? causes.filter((cause) => cause.cost <= first.cost + TIE_BITS) : [];
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
