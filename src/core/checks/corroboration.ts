import type { CellAddress } from '../sheets/address';
import { qualifiedCell } from '../sheets/address';
import type { Document, Figure, Relation, Table } from '../tables/document';
import { type Decimal, sumOf } from '../values/decimal';
import { toleranceOf } from './printedPrecision';

/** Bits that a story costs for every relation nearby that it leaves unexplained. */
const UNEXPLAINED_BITS = 20;

type Checked = Extract<Relation, { kind: 'sum' | 'gross' }>;

/** What other sums say for or against a changed value. */
export interface Corroboration {
  /** Cost of the relations that share a figure with `relation` and do not hold once `cell` says `value` (null: nothing is changed). */
  cost(relation: Relation, cell: CellAddress | null, value: Decimal | null): number;
}

/** Prepares the sums and gross figures of a document for {@link Corroboration}. */
export function corroborationOf(document: Document): Corroboration {
  const byCell = new Map<string, { relation: Checked; table: Table }[]>();
  for (const table of document.tables) {
    for (const relation of table.relations) {
      if (relation.kind === 'tax') continue;
      for (const figure of figuresOf(relation)) {
        const key = qualifiedCell(figure.cell);
        const known = byCell.get(key);
        if (known) known.push({ relation, table });
        else byCell.set(key, [{ relation, table }]);
      }
    }
  }
  return {
    cost(relation, cell, value) {
      const near = new Map<Checked, Table>();
      for (const figure of figuresOf(relation)) {
        for (const each of byCell.get(qualifiedCell(figure.cell)) ?? []) near.set(each.relation, each.table);
      }
      const changed = cell && qualifiedCell(cell);
      const valueOf = (figure: Figure) =>
        value !== null && qualifiedCell(figure.cell) === changed ? value : figure.value;
      let unexplained = 0;
      for (const [other, table] of near) {
        if (other !== relation && !holds(other, table, valueOf)) unexplained += 1;
      }
      return unexplained * UNEXPLAINED_BITS;
    },
  };
}

function figuresOf(relation: Relation): readonly Figure[] {
  if (relation.kind === 'sum') return [relation.target, ...relation.addends];
  if (relation.kind === 'gross') return [relation.target, relation.net, relation.tax];
  return [relation.target, ...relation.lines];
}

function holds(relation: Checked, table: Table, valueOf: (figure: Figure) => Decimal): boolean {
  const addends = relation.kind === 'sum' ? relation.addends : [relation.net, relation.tax];
  const difference = valueOf(relation.target).minus(sumOf(addends.map(valueOf)));
  return difference.abs().lessThanOrEqualTo(toleranceOf([relation.target, ...addends], table));
}
