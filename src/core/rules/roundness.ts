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
/** How strictly a habit is kept: how often a fee is a multiple of its main step, of the next one, and of neither. */
const VERSIONS = [
  { share: 0.55, main: 0.75, next: 0.1, one: 0.08 },
  { share: 0.35, main: 0.93, next: 0.05, one: 0.01 },
  { share: 0.1, main: 0.985, next: 0.012, one: 0.003 },
];

/** How round fees are: arbitrary, powers of ten, and the same with 10 % tax included; each kept more or less strictly. */
export const ROUNDNESS_PROFILES: readonly RoundnessProfile[] = HABITS.flatMap(
  ([main, next, probability]): RoundnessProfile[] =>
    next === null
      ? [{ main, next, probability, weights: [[main, 1] as const] }]
      : VERSIONS.map((version) => ({
          main,
          next,
          probability: probability * version.share,
          weights: [[main, version.main] as const, [next, version.next] as const, [1, version.one] as const],
        })),
);

const WEIGHED_STEPS = [...new Set(ROUNDNESS_PROFILES.flatMap(({ weights }) => weights.map(([step]) => step)))];
/** Each profile's weights, times the step, by the step's place in {@link WEIGHED_STEPS}. */
const WEIGHED = ROUNDNESS_PROFILES.map(({ weights }) =>
  weights.map(([step, weight]) => [WEIGHED_STEPS.indexOf(step), weight * step] as const),
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

/** {@link likelihoodRatio} under every profile, in their order, for the price of one. */
export function likelihoodRatios(fees: FeeInterval, slope: number): number[] {
  const multiples = WEIGHED_STEPS.map((step) => multiplesIn(fees, step));
  return WEIGHED.map((weights) => {
    let sum = 0;
    for (const [index, weight] of weights) sum += weight * (multiples[index] ?? 0);
    return slope * sum;
  });
}

const STEPS = [1_000_000, 100_000, 10_000, 1000, 100, 10, 1];

/** The roundest fee of an interval; among multiples of the profile's tax-included step those come first. The least of equals. */
export function roundestFee(fees: FeeInterval, profile: Pick<RoundnessProfile, 'main' | 'next'>): number {
  const ownSteps = profile.main % 11 === 0 ? [profile.next ?? profile.main, profile.main] : [];
  const step = [...ownSteps, ...STEPS].find((each) => multiplesIn(fees, each) > 0) ?? 1;
  return (floorDivide(fees.least - 1, step) + 1) * step;
}
