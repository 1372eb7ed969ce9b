import { type CellAddress, sameCell } from '../sheets/address';
import type { Document, Relation } from '../tables/document';
import { figuresOf } from '../tables/figuresOf';
import type { Decimal } from '../values/decimal';
import { CellIndex } from './cellIndex';
import { type AddingRelation, addendsOf, type Standing, subtractedOf } from './standing';
import { standingsOf } from './standings';

/** Bits that a story costs for every relation nearby that it leaves unexplained; less where the relation is only possible. */
const UNEXPLAINED_BITS = { certain: 20, possible: 12 };

/** A relation that a cell is in. */
export interface Membership {
  readonly standing: Standing;
  /** By what the relation's difference grows when the cell's value grows by one: 1 for a target, −1 for an addend, 1 for what is taken off. */
  readonly factor: number;
}

/** What a changed cell does to the relations that it is in. */
export interface Effect {
  /** Bits of the relations around that do not hold after the change. */
  readonly cost: number;
  /** Relations besides the one at hand that hold only after the change. */
  readonly repaired: number;
}

/**
 * What the sums and gross figures of a document say for or against a changed value. What a change does is found in as many steps
 * as there are relations through the cell.
 */
export class Corroboration {
  private readonly standings = new Map<Relation, Standing>();
  private readonly byCell = new CellIndex<Membership[]>();
  private readonly failingNearby = new Map<Standing, number>();

  constructor(document: Document) {
    for (const table of document.tables) {
      for (const standing of standingsOf(table)) this.standings.set(standing.relation, standing);
    }
    this.indexCells();
  }

  /** How a relation of the document stands as printed. */
  standingOf<R extends AddingRelation>(relation: R): Standing<R> {
    const standing = this.standings.get(relation);
    if (!standing) throw new RangeError('The relation is not one of the document.');
    return standing as Standing<R>;
  }

  /** The relations that a cell of a failing relation is in. */
  membershipsOf(cell: CellAddress): readonly Membership[] {
    return this.byCell.get(cell) ?? [];
  }

  /** Cost of the relations that share a figure with `standing` and do not hold. */
  unexplained(standing: Standing): number {
    const known = this.failingNearby.get(standing);
    if (known !== undefined) return known;
    const near = new Set<Standing>();
    for (const { cell } of figuresOf(standing.relation)) {
      for (const { standing: other } of this.membershipsOf(cell)) if (!other.holds) near.add(other);
    }
    near.delete(standing);
    let cost = 0;
    for (const other of near) cost += weightOf(other);
    this.failingNearby.set(standing, cost);
    return cost;
  }

  /** Whether a cell is in another sum that fails: then any change of it may be borne out. */
  isInOtherFailing(standing: Standing, cell: CellAddress): boolean {
    return this.membershipsOf(cell).some(({ standing: other }) => other !== standing && !other.holds);
  }

  /** What becomes of the relations around `standing`, apart from itself, when the value of a cell of it grows by `growth`. */
  effectOf(standing: Standing, cell: CellAddress, growth: Decimal): Effect {
    let cost = this.unexplained(standing);
    let repaired = 0;
    for (const { standing: other, factor } of this.membershipsOf(cell)) {
      if (other === standing) continue;
      const holds = changed(other.difference, growth, factor).abs().lessThanOrEqualTo(other.tolerance);
      if (holds && !other.holds) {
        cost -= weightOf(other);
        repaired += 1;
      }
      if (!holds && other.holds) cost += weightOf(other);
    }
    return { cost, repaired };
  }

  /** Of the sums that a cell is in: how many hold as printed and would not, and how many fail and would hold, if it grew. */
  effectOfChange(cell: CellAddress, growth: Decimal): { holding: number; repaired: number } {
    let holding = 0;
    let repaired = 0;
    for (const standing of this.standings.values()) {
      if (!figuresOf(standing.relation).some((figure) => sameCell(figure.cell, cell))) continue;
      const growing = [standing.relation.target, ...subtractedOf(standing.relation)];
      const factor = growing.some((figure) => sameCell(figure.cell, cell)) ? 1 : -1;
      const after = changed(standing.difference, growth, factor).abs().lessThanOrEqualTo(standing.tolerance);
      if (standing.holds && !after) holding += 1;
      if (!standing.holds && after) repaired += 1;
    }
    return { holding, repaired };
  }

  /** Only what shares a cell with a failing relation is ever asked for: the others are not indexed. */
  private indexCells(): void {
    for (const { relation, holds } of this.standings.values()) {
      if (holds) continue;
      for (const { cell } of figuresOf(relation)) if (!this.byCell.get(cell)) this.byCell.set(cell, []);
    }
    for (const standing of this.standings.values()) {
      this.index(standing, standing.relation.target.cell, 1);
      for (const { cell } of addendsOf(standing.relation)) this.index(standing, cell, -1);
      for (const { cell } of subtractedOf(standing.relation)) this.index(standing, cell, 1);
    }
  }

  private index(standing: Standing, cell: CellAddress, factor: number): void {
    const memberships = this.byCell.get(cell);
    if (!memberships) return;
    const last = memberships[memberships.length - 1];
    // A cell that one relation names twice is changed in both places.
    if (last?.standing === standing) memberships.pop();
    memberships.push({ standing, factor: last?.standing === standing ? last.factor + factor : factor });
  }
}

function changed(difference: Decimal, growth: Decimal, factor: number): Decimal {
  if (factor === 1) return difference.plus(growth);
  return factor === -1 ? difference.minus(growth) : difference.plus(growth.times(factor));
}

function weightOf({ relation }: Standing): number {
  return UNEXPLAINED_BITS[relation.kind === 'sum' ? relation.certainty : 'certain'];
}
