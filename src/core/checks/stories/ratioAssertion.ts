import type { CellAddress } from '../../sheets/address';
import type { Ratio } from '../../tables/document';
import { exactRatio, fitsRatio, ratioStep } from '../../tables/ratioColumns';
import { Decimal } from '../../values/decimal';
import { nearestSlip } from '../slips';
import { type Assertion, POSSIBLE_BITS, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import { anyChange, valueChange } from './figureChanges';
import type { Scenario } from './scenario';
import { roundTo } from '../../rules/rounding';

const HUNDRED = new Decimal(100);

/** A printed percentage as one figure over another. */
export class RatioAssertion implements Assertion {
  readonly about: Ratio;
  readonly order = 1;
  readonly fails: boolean;

  constructor(
    ratio: Ratio,
    private readonly place: number,
  ) {
    this.about = ratio;
    this.fails = !fitsRatio(ratio);
  }

  get cells(): readonly CellAddress[] {
    const { target, part, less, whole } = this.about;
    return [target, part, ...(less ? [less] : []), whole].map(({ cell }) => cell);
  }

  bits(scenario: Scenario): number {
    const ratio = this.under(scenario);
    if (!ratio.whole.value.isZero() && fitsRatio(ratio)) return 0;
    return this.about.certainty === 'certain' ? UNEXPLAINED_BITS : POSSIBLE_BITS;
  }

  changes(scenario: Scenario): readonly Change[] {
    const ratio = this.under(scenario);
    const { target, part, less, whole, inPercent } = ratio;
    if (whole.value.isZero()) return [];
    const step = ratioStep(ratio);
    const computed = roundTo(exactRatio(ratio), step, 'half-up');
    const printed = target.value.div(inPercent ? HUNDRED : 1);
    // What the part was meant to be is known to within half a step of the ratio.
    const needed = printed.times(whole.value).plus(less?.value ?? 0);
    const slack = step
      .div(inPercent ? HUNDRED : 1)
      .div(2)
      .times(whole.value.abs());
    const near = nearestSlip(part.value, needed.toDecimalPlaces(part.value.decimalPlaces()), slack);
    return [
      ...anyChange(target, computed, this.place),
      ...(near ? [valueChange(part, near.value, near.slip, this.place)] : []),
    ];
  }

  private under(scenario: Scenario): Ratio {
    const { target, part, less, whole } = this.about;
    return {
      ...this.about,
      target: scenario.figure(target),
      part: scenario.figure(part),
      less: less && scenario.figure(less),
      whole: scenario.figure(whole),
    };
  }
}
