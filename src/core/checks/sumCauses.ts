import { sameCell } from '../sheets/address';
import type { Figure, Relation, Table, TableRow } from '../tables/document';
import { type Decimal, sumOf } from '../values/decimal';
import type { Corroboration } from './corroboration';
import type { Cause } from './finding';
import { numberCause, rankCauses } from './rankCauses';
import { classifySlip } from './slips';

type SumRelation = Extract<Relation, { kind: 'sum' }>;

/** Bits by which the rule behind a row's amount prefers the suggested amount to the printed one; zero where there is no rule. */
export type AmountPreference = (row: TableRow, suggested: Decimal) => number;

/**
 * What may be wrong where a sum disagrees: a slip in the total or in one addend (the value that the sum needs is computed, and the step
 * to it classified), or addends left out, counted twice, with the wrong sign, or together with their subtotals.
 */
export function sumCauses(
  relation: SumRelation,
  table: Table,
  corroboration: Corroboration,
  preference: AmountPreference,
): Cause[] {
  const { target, addends } = relation;
  const computed = sumOf(addends.map((addend) => addend.value));
  const difference = target.value.minus(computed);
  const unchanged = corroboration.cost(relation, null, null);
  return rankCauses([
    ...slips(relation, computed, difference, table, corroboration, preference),
    ...miscounts(relation, difference, table).map((cause) => ({ ...cause, cost: cause.cost + unchanged })),
  ]);
}

function slips(
  relation: SumRelation,
  computed: Decimal,
  difference: Decimal,
  table: Table,
  corroboration: Corroboration,
  preference: AmountPreference,
): Cause[] {
  const { target, addends } = relation;
  const place = Math.log2(addends.length + 1);
  const causes: Cause[] = [];
  const consider = (figure: Figure, needed: Decimal, row: TableRow | null) => {
    const slip = classifySlip(figure.value, needed);
    if (!slip) return;
    const cost =
      slip.bits +
      place +
      corroboration.cost(relation, figure.cell, needed) -
      (row === null ? 0 : preference(row, needed));
    causes.push(numberCause(slip.kind, figure.cell, figure.value, needed, cost));
  };
  consider(target, computed, null);
  for (const addend of addends) {
    const row = table.rows.find((each) => each.amount && sameCell(each.amount.cell, addend.cell)) ?? null;
    consider(addend, addend.value.plus(difference), row);
  }
  return causes;
}

function miscounts({ addends }: SumRelation, difference: Decimal, table: Table): Cause[] {
  const place = Math.log2(addends.length);
  const causes: Cause[] = [];
  for (const addend of addends) {
    const { value, cell } = addend;
    if (value.isZero()) continue;
    const add = (kind: 'omitted-row' | 'counted-twice' | 'sign' | 'hidden-row' | 'text-number-skipped', cost: number) =>
      causes.push(numberCause(kind, cell, value, kind === 'sign' ? value.negated() : null, cost));
    if (difference.equals(value.negated())) {
      if (isHidden(addend, table)) add('hidden-row', 1.5);
      else if (addend.textual) add('text-number-skipped', 1.5);
      else add('omitted-row', 4 + place);
    }
    if (difference.equals(value)) add('counted-twice', 5 + place);
    if (difference.equals(value.times(-2))) add('sign', 6 + place);
  }
  for (const [kind, chosen] of [
    ['hidden-row', addends.filter((addend) => isHidden(addend, table))],
    ['text-number-skipped', addends.filter((addend) => addend.textual)],
  ] as const) {
    const first = chosen[0];
    const together = sumOf(chosen.map((addend) => addend.value));
    if (first && chosen.length > 1 && difference.equals(together.negated())) {
      causes.push(numberCause(kind, first.cell, together, null, 1.5));
    }
  }
  return [...causes, ...subtotalMiscounts(addends, difference, table)];
}

function isHidden(figure: Figure, table: Table): boolean {
  return table.rows.some((row) => row.hidden && row.amount !== null && sameCell(row.amount.cell, figure.cell));
}

/** Subtotals counted with their details, or a whole group of details left out or counted twice. */
function subtotalMiscounts(addends: readonly Figure[], difference: Decimal, table: Table): Cause[] {
  const own = new Set(addends);
  const subtotals = table.relations.flatMap((relation) =>
    relation.kind === 'sum' &&
    relation.addends.length < addends.length &&
    relation.addends.length > 1 &&
    relation.addends.every((addend) => own.has(addend))
      ? [relation.target]
      : [],
  );
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
