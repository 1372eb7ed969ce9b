import type { CellAddress } from '../../sheets/address';
import type { Figure, ShareLine } from '../../tables/document';
import { Decimal } from '../../values/decimal';
import { plainShare, shareFit } from '../shareTerms';
import { classifySlip } from '../slips';
import { type Assertion, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import { anyChange, valueChange } from './figureChanges';
import type { Scenario } from './scenario';

const HUNDRED = new Decimal(100);

/** A line as so many percent of what it says, or of what stands above it. */
export class ShareAssertion implements Assertion {
  readonly about: ShareLine;
  readonly order = 1;
  readonly fails: boolean;

  constructor(
    line: ShareLine,
    private readonly place: number,
  ) {
    this.about = line;
    this.fails = shareFit(line) === null;
  }

  get cells(): readonly CellAddress[] {
    const { target, bases } = this.about;
    return [target, ...bases.flatMap(({ added, subtracted }) => [...added, ...subtracted])].map(({ cell }) => cell);
  }

  bits(scenario: Scenario): number {
    return shareFit(this.under(scenario)) ? 0 : UNEXPLAINED_BITS;
  }

  changes(scenario: Scenario): readonly Change[] {
    const line = this.under(scenario);
    const { target, bases } = line;
    const [base] = bases;
    if (!base) return [];
    const [only, ...more] = [...base.added, ...base.subtracted];
    return [
      ...anyChange(target, plainShare(line, base), this.place),
      ...(only && more.length === 0 ? this.ofBase(only, target) : []),
    ];
  }

  /** The base was meant to be what the share is exactly of, where a slip leads there. */
  private ofBase(base: Figure, target: Figure): Change[] {
    const needed = target.value.abs().times(HUNDRED).div(this.about.percent);
    if (!needed.isInteger()) return [];
    const value = base.value.isNegative() ? needed.negated() : needed;
    const slip = classifySlip(base.value, value);
    return slip ? [valueChange(base, value, slip, this.place)] : [];
  }

  private under(scenario: Scenario): ShareLine {
    const figures = (all: readonly Figure[]) => all.map((figure) => scenario.figure(figure));
    return {
      ...this.about,
      target: scenario.figure(this.about.target),
      bases: this.about.bases.map(({ added, subtracted }) => ({
        added: figures(added),
        subtracted: figures(subtracted),
      })),
    };
  }
}
