import { type FeeInterval, invertProration } from '../rules/invertProration';
import { type ProrationShape, slopeOf } from '../rules/prorationShape';
import { type RulePrior } from '../rules/prorationRules';
import { likelihoodRatio, likelihoodRatios, ROUNDNESS_PROFILES, type RoundnessProfile } from '../rules/roundness';
import type { ChargedRow, ShapesOf } from './chargedRows';

/** The share of rows that may not follow the rule at all, so that one bad row does not refute it. */
export const STRAY_ROWS = 0.04;
const NO_FIT = Math.log2(STRAY_ROWS);

/** What the rows say for one rule against arbitrary amounts. */
export interface RuleEvidence {
  readonly prior: RulePrior;
  /** Evidence less the prior. */
  readonly bits: number;
  /** The habit of roundness that fits best. */
  readonly profile: RoundnessProfile;
}

/**
 * Scores a rule over the rows at some positions: log2 Σ over profiles of probability × Π over rows [(1−ε) × likelihood ratio + ε],
 * less its prior.
 */
export function scoreRule(
  prior: RulePrior,
  rows: readonly ChargedRow[],
  positions: readonly number[],
  shapesOf: ShapesOf,
): RuleEvidence {
  const logs = ROUNDNESS_PROFILES.map((profile) => Math.log2(profile.probability));
  const shapes = shapesOf(prior.rule);
  let strays = 0;
  for (const position of positions) {
    const row = rows[position];
    const shape = shapes[position];
    const fees = row && shape ? feesOf(prior, shape, row) : null;
    if (!shape || !fees) {
      strays += 1;
      continue;
    }
    likelihoodRatios(fees, slopeOf(shape)).forEach((ratio, index) => {
      logs[index] = (logs[index] ?? 0) + bitsOf(ratio);
    });
  }
  const best = logs.reduce((top, value, index) => (value > (logs[top] ?? 0) ? index : top), 0);
  return {
    prior,
    bits: logOfSum(logs) + strays * NO_FIT - prior.bits,
    profile: ROUNDNESS_PROFILES[best] ?? { main: 1, next: null, probability: 1, weights: [[1, 1]] },
  };
}

/** The strictest version of each habit, without the arbitrary one. */
const STRICT_HABITS = ROUNDNESS_PROFILES.map((profile, index) => ({ profile, index })).filter(
  ({ profile }, index) => profile.next !== null && ROUNDNESS_PROFILES[index + 1]?.main !== profile.main,
);

/**
 * What speaks for amounts that are round by themselves, some by one habit and some by another, against arbitrary ones: the other
 * reading of amounts that divide by months or days because they are round.
 */
export function roundAmountBits(rows: readonly ChargedRow[]): number {
  const ratios = rows.map(({ magnitude }) => likelihoodRatios({ least: magnitude, greatest: magnitude }, 1));
  const pairs: number[] = [];
  STRICT_HABITS.forEach((one, position) => {
    for (const other of STRICT_HABITS.slice(position)) {
      let bits = Math.log2(one.profile.probability * other.profile.probability);
      for (const row of ratios) bits += bitsOf(((row[one.index] ?? 0) + (row[other.index] ?? 0)) / 2);
      pairs.push(bits);
    }
  });
  return logOfSum(pairs);
}

/** The fees that give a row's printed amount. */
export function feesOf(prior: RulePrior, shape: ProrationShape, row: ChargedRow): FeeInterval | null {
  return invertProration(shape, row.magnitude, prior.unit, prior.rule.mode);
}

/** Bits that a row adds under a habit of roundness; negative where the row speaks against the rule. */
export function rowBits(fees: FeeInterval | null, shape: ProrationShape, profile: RoundnessProfile): number {
  if (!fees) return NO_FIT;
  return bitsOf(likelihoodRatio(fees, slopeOf(shape), profile));
}

const bitsOf = (ratio: number): number => Math.log2((1 - STRAY_ROWS) * ratio + STRAY_ROWS);

/** log2 Σ 2^x, without overflow. */
export function logOfSum(logs: readonly number[]): number {
  const top = Math.max(...logs);
  return top + Math.log2(logs.reduce((sum, value) => sum + 2 ** (value - top), 0));
}
