import type { CellAddress } from '../../sheets/address';
import type { Figure } from '../../tables/document';
import { figuresOf } from '../../tables/figuresOf';
import type { Decimal } from '../../values/decimal';
import { CellIndex } from '../cellIndex';
import type { Cause } from '../finding';
import { largestSlipping, nearestSlip, otherValue } from '../slips';
import { type AddingRelation, addendsOf, type Standing, subtractedOf, termsOf } from '../standing';
import { type Assertion, POSSIBLE_BITS, UNEXPLAINED_BITS } from './assertion';
import type { Change, ValueEffect } from './change';
import { valueChange } from './figureChanges';
import type { Scenario } from './scenario';

/** Gross figures and short sums come before long ones: they leave less to choose. */
const GROSS_ORDER = 2;
const SUM_ORDER = 4;

/** Changes of cells that nothing else speaks for, of which so many are tried: readers are shown fewer. */
const MOST_ALONE = 64;
const LONG_SUM = 2_000;
const FEW_ALONE = 12;
/** Lists of changes that a sum remembers, by its difference. */
const MOST_KNOWN = 32;

/** A cell of a sum: by what the difference grows with it, and whether it is added up or taken off, not only the total. */
interface Term {
  readonly figure: Figure;
  readonly factor: number;
  readonly added: boolean;
}

/** A total, or a gross figure, as what its addends add up to. */
export class AddingAssertion implements Assertion {
  readonly about: AddingRelation;
  readonly fails: boolean;
  readonly order: number;
  private readonly weight: number;
  private terms: CellIndex<Term> | null = null;
  private readonly known = new Map<string, readonly Change[]>();

  /**
   * @param place Bits that it takes to name a figure of the table.
   * @param miscounts What may have gone wrong in adding up, other than a wrong figure.
   */
  constructor(
    readonly standing: Standing,
    private readonly place: number,
    private readonly miscounts: (assertion: AddingAssertion, difference: Decimal) => readonly Change[],
  ) {
    const { relation, holds } = standing;
    this.about = relation;
    this.fails = !holds;
    this.order = relation.kind === 'gross' ? GROSS_ORDER : SUM_ORDER + termsOf(relation).length;
    this.weight = relation.kind === 'sum' && relation.certainty === 'possible' ? POSSIBLE_BITS : UNEXPLAINED_BITS;
  }

  get figures(): readonly Figure[] {
    return figuresOf(this.about);
  }

  get cells(): readonly CellAddress[] {
    return this.figures.map(({ cell }) => cell);
  }

  /** By what the difference grows when the cell's value grows by one; 0 for a cell of no concern. */
  factorOf(cell: CellAddress): number {
    return this.termAt(cell)?.factor ?? 0;
  }

  bits(scenario: Scenario): number {
    const holds = this.differences(scenario).some((each) => each.abs().lessThanOrEqualTo(this.standing.tolerance));
    return holds ? 0 : this.weight;
  }

  changes(scenario: Scenario, concerned: (cell: CellAddress) => boolean): readonly Change[] {
    const difference = this.differences(scenario)[0] ?? this.standing.difference;
    // Scenarios that leave a long sum alone ask for the same changes again and again.
    const key = difference.toFixed();
    const known = this.known.get(key) ?? [
      ...likeliest(this.valueChanges(difference, concerned), concerned, this.figures.length),
      ...this.miscounts(this, difference),
    ];
    if (this.known.size < MOST_KNOWN) this.known.set(key, known);
    return known;
  }

  private valueChanges(difference: Decimal, concerned: (cell: CellAddress) => boolean): Change[] {
    const largest = this.standing.tolerance.isZero() ? largestSlipping(difference) : null;
    return this.figures.flatMap((figure) => {
      const far = largest !== null && figure.value.abs().greaterThan(largest) && !concerned(figure.cell);
      return far ? [] : this.changesOf(figure, difference, concerned);
    });
  }

  private changesOf(figure: Figure, difference: Decimal, concerned: (cell: CellAddress) => boolean): Change[] {
    const factor = this.factorOf(figure.cell);
    if (factor === 0) return [];
    const needed = figure.value.minus(factor === 1 ? difference : difference.div(factor));
    const near = nearestSlip(figure.value, needed, this.standing.tolerance);
    if (near) return [valueChange(figure, near.value, near.slip, this.place)];
    // Any value may have been meant where more than this sum needs it.
    if (!concerned(figure.cell) || needed.equals(figure.value)) return [];
    return [valueChange(figure, needed, otherValue(figure.value, needed), this.place)];
  }

  /**
   * Stated less computed, as added up from the figures meant, and where these are others, from those counted and from those
   * printed where totals followed them.
   */
  private differences(scenario: Scenario): Decimal[] {
    const { difference } = this.standing;
    let meant = difference;
    let counts: Decimal | null = null;
    let unfollowed: Decimal | null = null;
    for (const { cause, effect } of scenario.changes) {
      if (effect.kind === 'value') {
        const factor = this.factorOf(cause.cell);
        const by = factor === 0 ? null : growthOf(effect, cause.stated);
        if (!by) continue;
        const growth = factor === 1 ? by : by.times(factor);
        meant = meant.plus(growth);
        if (effect.followed) unfollowed = unfollowed ? unfollowed.plus(growth) : growth;
      }
      if (effect.kind === 'counts') {
        for (const cell of effect.cells) {
          const term = this.termAt(cell);
          if (!term?.added) continue;
          const growth = scenario.valueOf(term.figure).times(term.factor * (effect.times - 1));
          counts = counts ? counts.plus(growth) : growth;
        }
      }
    }
    return [meant, ...(counts ? [meant.plus(counts)] : []), ...(unfollowed ? [meant.minus(unfollowed)] : [])];
  }

  private termAt(cell: CellAddress): Term | undefined {
    this.terms ??= this.indexed();
    return this.terms.get(cell);
  }

  private indexed(): CellIndex<Term> {
    const terms = new CellIndex<Term>();
    const add = (figure: Figure, factor: number, added: boolean) => {
      const known = terms.get(figure.cell);
      // A cell that one relation names twice is changed in both places.
      terms.set(figure.cell, { figure, factor: factor + (known?.factor ?? 0), added: added || known?.added === true });
    };
    add(this.about.target, 1, false);
    for (const figure of addendsOf(this.about)) add(figure, -1, true);
    for (const figure of subtractedOf(this.about)) add(figure, 1, true);
    return terms;
  }
}

/** By what values grow, reckoned once: each change is asked for in every story that it is in. */
const growths = new WeakMap<ValueEffect, Decimal>();

function growthOf(effect: ValueEffect, stated: Cause['stated']): Decimal | null {
  if (!stated || 'year' in stated) return null;
  const growth = growths.get(effect) ?? effect.value.minus(stated);
  growths.set(effect, growth);
  return growth;
}

/** The changes in cells of other assertions that fail, and the likeliest of the rest. */
function likeliest(
  changes: readonly Change[],
  concerned: (cell: CellAddress) => boolean,
  figures: number,
): readonly Change[] {
  // Among thousands of figures a slip of one is never told alone: a few stand for all.
  const most = figures > LONG_SUM ? FEW_ALONE : MOST_ALONE;
  if (changes.length <= most) return changes;
  const shared = changes.filter(({ cause }) => concerned(cause.cell));
  const alone = changes.filter(({ cause }) => !concerned(cause.cell)).sort((a, b) => a.bits - b.bits);
  return [...shared, ...alone.slice(0, most)];
}
