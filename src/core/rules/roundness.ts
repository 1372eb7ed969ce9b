import { floorDivide } from '../values/integers';
import type { FeeInterval } from './invertProration';

/** A habit of setting fees: multiples of `main`, often of `next`. */
export interface RoundnessProfile {
  readonly main: number;
  readonly next: number | null;
  readonly probability: number;
  /** How often a fee is a multiple of a step. */
  readonly weights: readonly (readonly [step: number, weight: number])[];
}

const HABITS: readonly (readonly [main: number, next: number | null, probability: number])[] = [
  [1, null, 0.2],
  [10, 100, 0.1],
  [100, 1000, 0.25],
  [1000, 10_000, 0.2],
  [10_000, 100_000, 0.1],
  [11, 110, 0.03],
  [110, 1100, 0.08],
  [1100, 11_000, 0.04],
];
const LOOSE = { share: 0.6, main: 0.75, next: 0.1, one: 0.08 };
const TIGHT = { share: 0.4, main: 0.93, next: 0.05, one: 0.01 };

/** How round fees are: arbitrary, powers of ten, and the same with 10 % tax included; each kept loosely or strictly. */
export const ROUNDNESS_PROFILES: readonly RoundnessProfile[] = HABITS.flatMap(
  ([main, next, probability]): RoundnessProfile[] =>
    next === null
      ? [{ main, next, probability, weights: [[main, 1] as const] }]
      : [LOOSE, TIGHT].map((version) => ({
          main,
          next,
          probability: probability * version.share,
          weights: [[main, version.main] as const, [next, version.next] as const, [1, version.one] as const],
        })),
);

/** Multiples of a step in an interval. */
export function multiplesIn({ least, greatest }: FeeInterval, step: number): number {
  return floorDivide(greatest, step) - floorDivide(least - 1, step);
}

/** How much likelier an amount is under a rule with fees in this interval than as an arbitrary figure. */
export function likelihoodRatio(fees: FeeInterval, slope: number, profile: RoundnessProfile): number {
  let sum = 0;
  for (const [step, weight] of profile.weights) sum += weight * step * multiplesIn(fees, step);
  return slope * sum;
}

const STEPS = [1_000_000, 100_000, 10_000, 1000, 100, 10, 1];

/** The roundest fee of an interval; among multiples of the profile's tax-included step those come first. The least of equals. */
export function roundestFee(fees: FeeInterval, profile: Pick<RoundnessProfile, 'main' | 'next'>): number {
  const ownSteps = profile.main % 11 === 0 ? [profile.next ?? profile.main, profile.main] : [];
  const step = [...ownSteps, ...STEPS].find((each) => multiplesIn(fees, each) > 0) ?? 1;
  return (floorDivide(fees.least - 1, step) + 1) * step;
}
