import { type CellAddress, joinCells, sameCell } from '../sheets/address';
import type { GrossRelation, Table } from '../tables/document';
import type { Corroboration } from './corroboration';
import { comparison, draft, type DraftFinding } from './draft';
import type { Cause, Verdict } from './finding';
import { message } from './message';
import { numberCause, rankCauses } from './rankCauses';
import { nearestSlip, otherValue } from './slips';
import type { Standing } from './standing';
import { sumExpression } from './sumExpression';

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
    relation.kind === 'gross'
      ? [checkRelation(corroboration.standingOf(relation), corroboration, settled(relation.tax.cell))]
      : [],
  );
}

function checkRelation(
  standing: Standing<GrossRelation>,
  corroboration: Corroboration,
  taxIsSettled: boolean,
): DraftFinding {
  const { relation, computed, difference, tolerance } = standing;
  const { target, net, tax } = relation;
  const verdict: Verdict & ('agrees' | 'within-rounding' | 'disagrees') = difference.isZero()
    ? 'agrees'
    : standing.holds
      ? 'within-rounding'
      : 'disagrees';
  return draft({
    kind: 'gross',
    ...comparison(target, computed),
    tolerance,
    verdict,
    operands: joinCells([net.cell, tax.cell]),
    expression: sumExpression([net, tax]),
    causes: verdict === 'disagrees' ? grossCauses(standing, corroboration, taxIsSettled) : [],
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
function grossCauses(standing: Standing<GrossRelation>, corroboration: Corroboration, taxIsSettled: boolean): Cause[] {
  const { difference, tolerance } = standing;
  const { target, net, tax } = standing.relation;
  const candidates = [
    { figure: target, growth: difference.negated() },
    { figure: tax, growth: difference },
    { figure: net, growth: difference },
  ];
  return rankCauses(
    candidates.flatMap(({ figure, growth }) => {
      const near = nearestSlip(figure.value, figure.value.plus(growth), tolerance);
      const needed = near?.value ?? figure.value.plus(growth);
      const effect = corroboration.effectOf(standing, figure.cell, needed.minus(figure.value));
      const slip = near?.slip ?? (effect.repaired > 0 ? otherValue(figure.value, needed) : null);
      if (!slip) return [];
      const doubt = figure === tax && taxIsSettled ? SETTLED_TAX_BITS : 0;
      const cost = slip.bits + Math.log2(3) + doubt + effect.cost;
      return [numberCause(slip.kind, figure.cell, figure.value, needed, cost)];
    }),
  );
}
