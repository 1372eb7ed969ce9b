import { type CellAddress, joinCells, sameCell } from '../sheets/address';
import type { Relation, Table } from '../tables/document';
import type { Corroboration } from './corroboration';
import { comparison, draft, type DraftFinding } from './draft';
import type { Cause, Verdict } from './finding';
import { message } from './message';
import { toleranceOf } from './printedPrecision';
import { numberCause, rankCauses } from './rankCauses';
import { classifySlip } from './slips';
import { sumExpression } from './sumExpression';

type GrossRelation = Extract<Relation, { kind: 'gross' }>;

/** Bits that it costs to doubt a tax figure that a rule gives from its lines. */
const SETTLED_TAX_BITS = 20;

/**
 * Every printed gross figure against net plus tax.
 *
 * @param taxes What was found of the table's tax figures.
 */
export function checkGross(table: Table, corroboration: Corroboration, taxes: readonly DraftFinding[]): DraftFinding[] {
  const settled = (cell: CellAddress) =>
    taxes.some((tax) => (tax.verdict === 'agrees' || tax.verdict === 'explained') && sameCell(tax.cell, cell));
  return table.relations.flatMap((relation) =>
    relation.kind === 'gross' ? [checkRelation(relation, table, corroboration, settled(relation.tax.cell))] : [],
  );
}

function checkRelation(
  relation: GrossRelation,
  table: Table,
  corroboration: Corroboration,
  taxIsSettled: boolean,
): DraftFinding {
  const { target, net, tax } = relation;
  const computed = net.value.plus(tax.value);
  const tolerance = toleranceOf([target, net, tax], table);
  const difference = target.value.minus(computed);
  const verdict: Verdict & ('agrees' | 'within-rounding' | 'disagrees') = difference.isZero()
    ? 'agrees'
    : difference.abs().lessThanOrEqualTo(tolerance)
      ? 'within-rounding'
      : 'disagrees';
  return draft({
    kind: 'gross',
    ...comparison(target, computed),
    tolerance,
    verdict,
    operands: joinCells([net.cell, tax.cell]),
    expression: sumExpression([net, tax]),
    causes: verdict === 'disagrees' ? grossCauses(relation, corroboration, taxIsSettled) : [],
    message: message(`gross.${verdict}`, {
      net: net.value,
      tax: tax.value,
      stated: target.value,
      computed,
      difference: difference.abs(),
      tolerance,
    }),
  });
}

/** A slip in one of the three figures, weighed by the other sums that the figure is in. */
function grossCauses(relation: GrossRelation, corroboration: Corroboration, taxIsSettled: boolean): Cause[] {
  const { target, net, tax } = relation;
  const candidates = [
    { figure: target, needed: net.value.plus(tax.value) },
    { figure: tax, needed: target.value.minus(net.value) },
    { figure: net, needed: target.value.minus(tax.value) },
  ];
  return rankCauses(
    candidates.flatMap(({ figure, needed }) => {
      const slip = classifySlip(figure.value, needed);
      if (!slip) return [];
      const doubt = figure === tax && taxIsSettled ? SETTLED_TAX_BITS : 0;
      const cost = slip.bits + Math.log2(3) + doubt + corroboration.cost(relation, figure.cell, needed);
      return [numberCause(slip.kind, figure.cell, figure.value, needed, cost)];
    }),
  );
}
