import type { Figure, SumRelation, Table, TableRow } from '../tables/document';
import { type Decimal, sumOf } from '../values/decimal';
import { CellIndex } from './cellIndex';
import type { Corroboration } from './corroboration';
import type { Cause } from './finding';
import { numberCause, rankCauses } from './rankCauses';
import { nearestSlip, otherValue } from './slips';
import type { Standing } from './standing';

/** Bits by which the rule behind a row's amount prefers the suggested amount to the printed one; zero where there is no rule. */
export type AmountPreference = (row: TableRow, suggested: Decimal) => number;

/** A standing of a sum. */
export type SumStanding = Standing<SumRelation>;

/** The rows of a table by the cells of their amounts. */
export function rowsByAmount(table: Table): CellIndex<TableRow> {
  const rows = new CellIndex<TableRow>();
  for (const row of table.rows) if (row.amount) rows.set(row.amount.cell, row);
  return rows;
}

/**
 * What may be wrong where a sum disagrees: a slip in the total or in one addend (the value that the sum needs is computed, and the step
 * to it classified), or addends left out, counted twice, with the wrong sign, or together with their subtotals. A change that makes
 * other failing sums hold as well comes before one that does not, and that before one that breaks others.
 *
 * @param rows The rows of the sum's table.
 */
export function sumCauses(
  standing: SumStanding,
  rows: CellIndex<TableRow>,
  corroboration: Corroboration,
  preference: AmountPreference,
): Cause[] {
  const unchanged = corroboration.unexplained(standing);
  return rankCauses([
    ...slips(standing, rows, corroboration, preference),
    ...miscounts(standing, rows, corroboration).map((cause) => ({ ...cause, cost: cause.cost + unchanged })),
  ]);
}

/** Whether some cause is a slip in a single cell: then the difference itself speaks for the sum. */
export function namesSlip(causes: readonly Cause[]): boolean {
  return causes.some(({ suggested }) => suggested !== null);
}

function slips(
  standing: SumStanding,
  rows: CellIndex<TableRow>,
  corroboration: Corroboration,
  preference: AmountPreference,
): Cause[] {
  const { relation, difference, tolerance } = standing;
  const { addends, subtracted = [] } = relation;
  const place = Math.log2(addends.length + subtracted.length + 1);
  const consider = (figure: Figure, growth: Decimal, row: TableRow | null): Cause[] => {
    const needed = figure.value.plus(growth);
    const near = nearestSlip(figure.value, needed, tolerance);
    if (!near && !corroboration.isInOtherFailing(standing, figure.cell)) return [];
    const value = near?.value ?? needed;
    const effect = corroboration.effectOf(standing, figure.cell, value.minus(figure.value));
    // Any value may have been meant where more than this sum needs it.
    const slip = near?.slip ?? (effect.repaired > 0 ? otherValue(figure.value, value) : null);
    if (!slip) return [];
    const cost = slip.bits + place + effect.cost - (row === null ? 0 : preference(row, value));
    return [numberCause(slip.kind, figure.cell, figure.value, value, cost)];
  };
  return [
    ...consider(relation.target, difference.negated(), null),
    ...addends.flatMap((addend) => consider(addend, difference, rows.get(addend.cell) ?? null)),
    ...subtracted.flatMap((figure) => consider(figure, difference.negated(), rows.get(figure.cell) ?? null)),
  ];
}

function miscounts(standing: SumStanding, rows: CellIndex<TableRow>, corroboration: Corroboration): Cause[] {
  const { difference } = standing;
  const { addends, subtracted = [] } = standing.relation;
  const place = Math.log2(addends.length + subtracted.length);
  const isHidden = ({ cell }: Figure) => rows.get(cell)?.hidden === true;
  const negated = difference.negated();
  const half = difference.div(-2);
  const causes: Cause[] = [];
  for (const addend of [...addends, ...subtracted]) {
    const { value, cell } = addend;
    if (value.isZero()) continue;
    const part = subtracted.includes(addend) ? value.negated() : value;
    const add = (kind: 'omitted-row' | 'counted-twice' | 'sign' | 'hidden-row' | 'text-number-skipped', cost: number) =>
      causes.push(numberCause(kind, cell, value, kind === 'sign' ? value.negated() : null, cost));
    if (part.equals(negated)) {
      if (isHidden(addend)) add('hidden-row', 1.5);
      else if (addend.textual) add('text-number-skipped', 1.5);
      else add('omitted-row', 4 + place);
    }
    if (part.equals(difference)) add('counted-twice', 5 + place);
    if (part.equals(half)) add('sign', 6 + place);
  }
  for (const [kind, chosen] of [
    ['hidden-row', addends.filter(isHidden)],
    ['text-number-skipped', addends.filter((addend) => addend.textual)],
  ] as const) {
    const first = chosen[0];
    const together = sumOf(chosen.map((addend) => addend.value));
    if (first && chosen.length > 1 && together.equals(negated)) {
      causes.push(numberCause(kind, first.cell, together, null, 1.5));
    }
  }
  return [...causes, ...subtotalMiscounts(standing, corroboration)];
}

/** Subtotals counted with their details, or a whole group of details left out or counted twice. */
function subtotalMiscounts(standing: SumStanding, corroboration: Corroboration): Cause[] {
  const { difference } = standing;
  const subtotals = [...subtotalsAmong(standing, corroboration), ...subtotalsAdded(standing, corroboration)];
  const causes: Cause[] = [];
  const all = sumOf(subtotals.map((subtotal) => subtotal.value));
  const first = subtotals[0];
  if (first && !all.isZero() && difference.equals(all)) {
    causes.push(numberCause('subtotal-counted-with-details', first.cell, first.value, null, 4));
  }
  const place = Math.log2(Math.max(1, subtotals.length));
  for (const { cell, value } of subtotals) {
    if (value.isZero()) continue;
    if (difference.equals(value.negated())) causes.push(numberCause('omitted-row', cell, value, null, 4 + place));
    if (difference.equals(value)) {
      causes.push(numberCause('subtotal-counted-with-details', cell, value, null, 4 + place));
    }
  }
  return causes;
}

/** Subtotals whose details are all, but not alone, among the addends. */
function subtotalsAmong({ relation: { addends } }: SumStanding, corroboration: Corroboration): Figure[] {
  const found = new Map<SumRelation, number>();
  for (const { cell } of addends) {
    for (const { standing, factor } of corroboration.membershipsOf(cell)) {
      if (standing.relation.kind !== 'sum' || factor >= 0) continue;
      found.set(standing.relation, (found.get(standing.relation) ?? 0) + 1);
    }
  }
  return [...found].flatMap(([{ target, addends: details }, count]) =>
    count === details.length && count > 1 && count < addends.length ? [target] : [],
  );
}

/** Subtotals that are addends themselves. */
function subtotalsAdded({ relation: { addends } }: SumStanding, corroboration: Corroboration): Figure[] {
  return addends.filter(({ cell }) =>
    corroboration
      .membershipsOf(cell)
      .some(({ standing: { relation }, factor }) => factor > 0 && relation.kind === 'sum' && relation.axis === 'rows'),
  );
}
