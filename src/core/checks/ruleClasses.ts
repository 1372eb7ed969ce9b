import type { FeeInterval } from '../rules/invertProration';
import { prorate } from '../rules/prorate';
import type { ProrationFamily } from '../rules/proration';
import type { RulePrior } from '../rules/prorationRules';
import { roundestFee } from '../rules/roundness';
import { floorDivide, modulo } from '../values/integers';
import type { ChargedRow, ShapesOf } from './chargedRows';
import { feesOf, type RuleEvidence } from './ruleEvidence';

/** How many times the fee of the daily price a family's fee is, where families differ by nothing else. */
const FEE_SCALE: Partial<Record<ProrationFamily, number>> = {
  'price-by-day': 1,
  'fixed-30-days': 30,
  'annual-365': 365,
  'annual-366': 366,
  'annual-360': 360,
};

/** Bits behind the best from which a rule is told apart from it. */
const TOLD_APART_FROM = 8;

/** The rows that rules are compared over, with the fees that the best rule gives them. */
export interface FittedRows {
  readonly rows: readonly ChargedRow[];
  readonly fitted: readonly (FeeInterval | null)[];
  readonly shapesOf: ShapesOf;
}

/** A rule with those that do the same to every row, such as 365ths by name and by the year; itself, the most usual one, first. */
export interface RankedRule extends RuleEvidence {
  readonly members: readonly RulePrior[];
}

export const membersOf = ({ members }: RankedRule): readonly RulePrior[] => members;

/** The evidence for each of them: they differ by their priors only. */
export const bitsOfMembers = ({ bits, prior, members }: RankedRule): number[] =>
  members.map((member) => bits + prior.bits - member.bits);

/** Rules that do the same to every row, by the most usual one of them. */
export function rulesAlike(
  rules: readonly RulePrior[],
  shapesOf: ShapesOf,
): ReadonlyMap<RulePrior, readonly RulePrior[]> {
  const groups = new Map<ReturnType<ShapesOf>, Map<string, RulePrior[]>>();
  for (const prior of rules) {
    const shapes = shapesOf(prior.rule);
    const byRounding = groups.get(shapes) ?? new Map<string, RulePrior[]>();
    groups.set(shapes, byRounding);
    const key = `${prior.rule.mode} ${prior.unit}`;
    byRounding.set(key, [...(byRounding.get(key) ?? []), prior]);
  }
  const alike = [...groups.values()].flatMap((byRounding) => [...byRounding.values()]);
  return new Map(
    alike.flatMap((group) => {
      const ordered = [...group].sort((a, b) => a.bits - b.bits);
      return ordered[0] ? [[ordered[0], ordered] as const] : [];
    }),
  );
}

/**
 * Whether another rule gives the printed amount of every row that fits the best rule, from the same fee (or from the same daily price
 * as a monthly or an annual fee): nothing in the table tells the two apart.
 */
export function givesSameFees(
  best: RuleEvidence,
  other: RuleEvidence,
  { rows, fitted, shapesOf }: FittedRows,
): boolean {
  const from = FEE_SCALE[best.prior.rule.family];
  const to = FEE_SCALE[other.prior.rule.family];
  const [times, over] = from && to ? [to, from] : [1, 1];
  const shapes = shapesOf(other.prior.rule);
  let compared = 0;
  const same = rows.every((row, position) => {
    const fees = fitted[position];
    if (!fees) return true;
    compared += 1;
    const scaled = roundestFee(fees, best.profile) * times;
    if (modulo(scaled, over) !== 0) return false;
    const { rule, unit } = other.prior;
    const shape = shapes[position];
    return (
      shape !== null &&
      shape !== undefined &&
      prorate(shape, floorDivide(scaled, over), unit, rule.mode) === row.magnitude
    );
  });
  return same && compared > 0;
}

/**
 * Whether the figures leave open which of two rules was meant: the other one fits every row that the best one fits, if from other fees, and
 * its evidence is not far behind. So it is with rates rounded to 100 yen: they say little of what the fee was divided by.
 */
export function isNotToldApart(
  best: RuleEvidence,
  other: RuleEvidence,
  { rows, fitted, shapesOf }: FittedRows,
): boolean {
  if (best.bits - other.bits > TOLD_APART_FROM) return false;
  const shapes = shapesOf(other.prior.rule);
  return rows.every((row, position) => {
    const shape = shapes[position];
    return fitted[position] === null || (shape ? feesOf(other.prior, shape, row) !== null : false);
  });
}
