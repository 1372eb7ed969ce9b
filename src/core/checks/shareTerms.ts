import { roundingThatGives, type RoundingMode, roundTo } from '../rules/rounding';
import { taxUnit } from '../rules/consumptionTax';
import { valueOfTerms } from '../tables/addsUp';
import type { Figure, ShareLine } from '../tables/document';
import { Decimal } from '../values/decimal';

const HUNDRED = new Decimal(100);
/** Overheads and discounts are often rounded to tens, hundreds or thousands of yen. */
const COARSE_STEPS = [10, 100, 1_000, 10_000].map((step) => new Decimal(step));
/** A step that leaves less of a share than so many of it says nothing. */
const FEWEST_STEPS = 5;

export type ShareBase = ShareLine['bases'][number];

/** How a share comes out: of what, before rounding, and how that was rounded. */
export interface ShareFit {
  readonly base: ShareBase;
  /** Without sign. */
  readonly exact: Decimal;
  readonly step: Decimal;
  readonly mode: RoundingMode;
  /** To the unit that amounts are printed in, not to a coarser one. */
  readonly plain: boolean;
}

/** The least that amounts like a figure are printed in: a whole yen, a cent. */
export const unitOf = (target: Figure): Decimal => taxUnit([target.unit]);

/** What a percentage of a base is before rounding, without sign. */
export function exactShare(base: ShareBase, percent: Decimal): Decimal {
  return valueOfTerms(base.added, base.subtracted).abs().times(percent).div(HUNDRED);
}

/** What a line would print were it so many percent of a base: with the line's sign, rounded down to what amounts are printed in. */
export function plainShare({ target, percent }: ShareLine, base: ShareBase): Decimal {
  const share = roundTo(exactShare(base, percent), unitOf(target), 'down');
  return target.value.isNegative() ? share.negated() : share;
}

/** The first base, and the finest rounding, that gives a line's figure; null where none does. A share taken off may be printed with a sign or without. */
export function shareFit({ target, percent, bases }: ShareLine): ShareFit | null {
  const stated = target.value.abs();
  const unit = unitOf(target);
  for (const steps of [[unit], unit.equals(1) ? COARSE_STEPS : []]) {
    for (const base of bases) {
      const exact = exactShare(base, percent);
      for (const step of steps) {
        if (step !== unit && exact.lessThan(step.times(FEWEST_STEPS))) continue;
        const mode = roundingThatGives(stated, exact, step);
        if (mode) return { base, exact, step, mode, plain: step === unit };
      }
    }
  }
  return null;
}
