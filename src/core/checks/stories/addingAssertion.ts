import type { CellAddress } from '../../sheets/address';
import type { Figure } from '../../tables/document';
import { figuresOf } from '../../tables/figuresOf';
import type { Decimal } from '../../values/decimal';
import { CellIndex } from '../cellIndex';
import { nearestSlip, otherValue } from '../slips';
import { type AddingRelation, addendsOf, type Standing, subtractedOf, termsOf } from '../standing';
import { type Assertion, POSSIBLE_BITS, UNEXPLAINED_BITS } from './assertion';
import type { Change } from './change';
import { valueChange } from './figureChanges';
import type { Scenario } from './scenario';

/** Gross figures and short sums come before long ones: they leave less to choose. */
const GROSS_ORDER = 2;
const SUM_ORDER = 4;

/** A total, or a gross figure, as what its addends add up to. */
export class AddingAssertion implements Assertion {
  readonly about: AddingRelation;
  readonly fails: boolean;
  readonly order: number;
  private readonly weight: number;
  private factors: CellIndex<number> | null = null;

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
    this.factors ??= this.indexed();
    return this.factors.get(cell) ?? 0;
  }

  bits(scenario: Scenario): number {
    if (scenario.explains(this.about)) return 0;
    const holds = this.differences(scenario).some((each) => each.abs().lessThanOrEqualTo(this.standing.tolerance));
    return holds ? 0 : this.weight;
  }

  changes(scenario: Scenario, concerned: (cell: CellAddress) => boolean): readonly Change[] {
    const difference = this.differences(scenario)[0] ?? this.standing.difference;
    return [
      ...this.figures.flatMap((figure) => this.changesOf(figure, difference, concerned)),
      ...this.miscounts(this, difference),
    ];
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

  /** Stated less computed, as added up from the figures meant, from those counted, and from those printed where totals followed them. */
  private differences(scenario: Scenario): Decimal[] {
    const { difference } = this.standing;
    let meant = difference;
    let counted = difference;
    let followed = difference;
    for (const { cause, effect } of scenario.changes) {
      if (effect.kind === 'value' && cause.stated && !('year' in cause.stated)) {
        const factor = this.factorOf(cause.cell);
        if (factor === 0) continue;
        const growth = effect.value.minus(cause.stated).times(factor);
        meant = meant.plus(growth);
        counted = counted.plus(growth);
        if (!effect.followed) followed = followed.plus(growth);
      }
      if (effect.kind === 'counts') {
        for (const figure of termsOf(this.about)) {
          if (!effect.concerns(figure.cell)) continue;
          counted = counted.plus(scenario.valueOf(figure).times(this.factorOf(figure.cell) * (effect.times - 1)));
        }
      }
    }
    return [meant, counted, followed];
  }

  private indexed(): CellIndex<number> {
    const factors = new CellIndex<number>();
    const add = (cell: CellAddress, factor: number) => factors.set(cell, (factors.get(cell) ?? 0) + factor);
    add(this.about.target.cell, 1);
    // A cell that one relation names twice is changed in both places.
    for (const { cell } of addendsOf(this.about)) add(cell, -1);
    for (const { cell } of subtractedOf(this.about)) add(cell, 1);
    return factors;
  }
}
