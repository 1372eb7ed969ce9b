import type { Figure } from '../tables/document';
import { Decimal } from '../values/decimal';
import { finestStep, toleranceOfRounded } from './printedPrecision';
import { termsOf, type Standing } from './standing';

/** So many sums off by a last place or so, before that is taken for how the table was printed. */
const FEWEST_INEXACT = 3;
/** A figure of so many steps or more tells which step a table was rounded to; smaller ones may be multiples by chance. */
const TELLING_STEPS = 10;
const ROUND_STEPS = [1000, 100, 10, 5, 3].map((step) => new Decimal(step));
/** So small a chance that figures which were rounded add up so often rules out that they were. */
const CHANCE = 0.01;
/** Rounding never leaves more than so many standard deviations, where figures were rounded twice: then each has this variance. */
const MOST_DEVIATIONS = 5;
const TWICE_ROUNDED = 2 / 12;
/** Share of the larger figures that are multiples of a step, where the step is what was printed. */
const SHARE_OF_MULTIPLES = 0.97;

/** How the sums along one axis of a table come out when they are taken for sums of rounded figures. */
export interface CommonRounding {
  /** How many of the sums are off by no more than rounding gives, but not exact. */
  readonly inexact: number;
  /** What the figures were rounded to. */
  readonly step: Decimal;
}

/**
 * Whether the sums of a table along one axis show by themselves that their figures were rounded for print: three or more are off by
 * at most (n + 1) / 2 last places, at least half as many as rounding would leave inexact, and more than are off by anything else.
 * A single sum off by one among exact ones is an error. Null where they do not show it.
 */
export function commonRounding(standings: readonly Standing[]): CommonRounding | null {
  const sums = standings.filter((standing) => termsOf(standing.relation).length >= 2);
  const failing = sums.filter(({ difference }) => !difference.isZero());
  if (failing.length < FEWEST_INEXACT) return null;
  const step = commonStep(sums, failing);
  const inexact = failing.filter((standing) => isWithinRounding(standing, step)).length;
  if (inexact < FEWEST_INEXACT || inexact <= failing.length - inexact) return null;
  const expected = sums.reduce((sum, standing) => sum + inexactShare(termsOf(standing.relation).length), 0);
  return inexact >= expected / 2 ? { inexact, step } : null;
}

/**
 * Whether so many sums along one axis hold exactly that their figures cannot have been rounded for print, whatever decimals they
 * have: then a difference within rounding is an error as well.
 */
export function isCommonlyExact(standings: readonly Standing[]): boolean {
  const sums = standings.filter(({ holds, relation }) => holds && nonzeroAddends(relation) >= 2);
  const inexact = sums.filter(({ difference }) => !difference.isZero()).length;
  const expected = sums.reduce((sum, { relation }) => sum + inexactShare(nonzeroAddends(relation)), 0);
  return chanceOfSoFew(inexact, expected) < CHANCE;
}

function nonzeroAddends(relation: Standing['relation']): number {
  return termsOf(relation).filter(({ value }) => !value.isZero()).length;
}

/** The chance of no more than `count` events where `expected` are (Poisson). */
function chanceOfSoFew(count: number, expected: number): number {
  let term = Math.exp(-expected);
  let chance = term;
  for (let index = 1; index <= count; index += 1) {
    term *= expected / index;
    chance += term;
  }
  return chance;
}

/**
 * Whether the difference is what rounding of total and addends to `step` may leave, and among many addends is likely to leave: no
 * more than five standard deviations of their errors, had each been rounded twice.
 */
export function isWithinRounding({ difference, relation }: Standing, step: Decimal): boolean {
  const count = termsOf(relation).length + 1;
  const steps = difference.div(step);
  return (
    difference.abs().lessThanOrEqualTo(toleranceOfRounded(count, step)) &&
    steps.times(steps).lessThanOrEqualTo(MOST_DEVIATIONS ** 2 * count * TWICE_ROUNDED)
  );
}

/**
 * The share of sums of n figures that rounding leaves inexact: the sum of n + 1 errors, each uniform within half a step, leaves
 * the middle step (normal approximation: for two addends .20 against .25, for three .31 against .33).
 */
function inexactShare(addends: number): number {
  return 1 - Math.sqrt(6 / (Math.PI * (addends + 1)));
}

/**
 * The step of the last printed place, or a multiple of it (some offices round to 3 or 5 against disclosure) where nearly all larger
 * totals, nearly all larger addends of those that are off, and all that they are off by, are multiples of that.
 */
function commonStep(sums: readonly Standing[], failing: readonly Standing[]): Decimal {
  const finest = finestStep(sums.map(({ relation }) => relation.target));
  const found = ROUND_STEPS.map((factor) => finest.times(factor)).find((step) => {
    if (!failing.every(({ difference }) => difference.mod(step).isZero())) return false;
    const larger = (figures: readonly Figure[]) =>
      figures.filter(({ value }) => value.abs().greaterThan(step.times(TELLING_STEPS)));
    const areMultiples = (figures: readonly Figure[]) =>
      figures.filter(({ value }) => value.mod(step).isZero()).length >= figures.length * SHARE_OF_MULTIPLES;
    const totals = larger(sums.map(({ relation }) => relation.target));
    if (totals.length < FEWEST_INEXACT || !areMultiples(totals)) return false;
    return areMultiples(larger(failing.flatMap(({ relation }) => termsOf(relation))));
  });
  return found ?? finest;
}
