import type { Decimal } from '../values/decimal';
import { type CellAddress, sameCell } from '../sheets/address';
import type { Cause, CauseKind, Message } from './finding';
import { message } from './message';

/** No list of causes is longer, but for those that are as likely as the first: beyond it nobody reads. */
const MOST_CAUSES = 10;
const MOST_TIED = 60;
const MOST_SHOWN = 5;
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

/** The causes that a reader is shown: those that are as good as the first, as far as anybody reads, and how many more there are. */
export function shownCauses(causes: readonly Cause[]): { readonly shown: readonly Cause[]; readonly more: number } {
  const likely = likelyCauses(causes);
  const shown = likely.slice(0, likely.length === MOST_SHOWN + 1 ? MOST_SHOWN + 1 : MOST_SHOWN);
  return { shown, more: likely.length - shown.length };
}

/** Whether shown causes are alternatives, and not what is wrong together. */
export function areAlternatives([first, ...others]: readonly Cause[]): boolean {
  return others.some(({ cell }) => !(first?.together ?? []).some((each) => sameCell(each, cell)));
}

/** What is said of a cause: what is wrong, and what else has to be. */
export function causeMessages({ label, together = [] }: Cause): readonly Message[] {
  return together.length === 0 ? [label] : [label, message('cause.together', { cells: together })];
}

/** A cause about a number. */
export function numberCause(
  kind: Exclude<CauseKind, 'old-tax-rate' | 'other-date' | 'odd-formula'>,
  cell: CellAddress,
  stated: Decimal,
  suggested: Decimal | null,
  cost: number,
): Cause {
  const params = suggested ? { cell, stated, suggested } : { cell, stated };
  return { kind, cell, stated, suggested, cost, label: message(`cause.${kind}`, params) };
}
