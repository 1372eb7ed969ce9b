import { joinCells } from '../sheets/address';
import type { GrossRelation, Table } from '../tables/document';
import { comparison, draft, type DraftFinding } from './draft';
import type { CausesOf, Verdict } from './finding';
import { message } from './message';
import type { Standing } from './standing';
import type { Standings } from './standings';
import { sumExpression } from './sumExpression';

/** Every printed gross figure against net plus tax. */
export function checkGross(table: Table, standings: Standings, causesOf: CausesOf): DraftFinding[] {
  return table.relations.flatMap((relation) =>
    relation.kind === 'gross' ? [checkRelation(standings.of(relation), causesOf)] : [],
  );
}

function checkRelation(standing: Standing<GrossRelation>, causesOf: CausesOf): DraftFinding {
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
    causes: verdict === 'disagrees' ? causesOf(relation) : [],
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
