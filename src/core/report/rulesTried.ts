import type { Explanation, Finding } from '../checks/finding';
import type { Decimal } from '../values/decimal';

/** Rules beside the one taken that are named with what they give. */
const MOST_TRIED = 3;

/** A rule that was tried on a printed figure. */
export interface TriedRule extends Explanation {
  /** stated − value. */
  readonly difference: Decimal;
}

/** What other rules give that were tried on a tax figure, in the order of its explanations. */
export function rulesTried({ kind, stated, explanations, rule }: Finding): readonly TriedRule[] {
  if (kind !== 'tax' || stated === null) return [];
  return explanations
    .filter(({ id }) => id !== rule?.id)
    .slice(0, MOST_TRIED)
    .map((each) => ({ ...each, difference: stated.minus(each.value) }));
}
