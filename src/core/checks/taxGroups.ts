import { ALL_STANDARD_RATES, type TaxGrouping } from '../rules/consumptionTax';
import { qualifiedCell } from '../sheets/address';
import type { Figure, Table, TaxRelation } from '../tables/document';
import { type Decimal, sumOf } from '../values/decimal';
import type { ProrationInference } from './verification';

/** The ways in which a table's taxed lines can be put together for rounding, each as the amounts of its groups. */
export type TaxGroups = readonly { readonly grouping: TaxGrouping; readonly amounts: readonly Decimal[] }[];

/** What a tax is on. */
export type TaxTerms = Pick<TaxRelation, 'lines' | 'subtracted'>;

/** Whole and per line always; per category and per service month where the table tells them. */
export function taxGroups(relation: TaxTerms, table: Table, proration: ProrationInference | null): TaxGroups {
  const { lines, subtracted = [] } = relation;
  const plain = subtracted.length === 0;
  const byCategory = plain ? categoryAmounts(lines, table) : null;
  const byMonth = plain ? monthAmounts(lines, table, proration) : null;
  const amounts = [...lines.map(({ value }) => value), ...subtracted.map(({ value }) => value.negated())];
  return [
    { grouping: 'whole', amounts: [sumOf(amounts)] },
    { grouping: 'per-line', amounts },
    ...(byCategory ? [{ grouping: 'per-category' as const, amounts: byCategory }] : []),
    ...(byMonth ? [{ grouping: 'per-month' as const, amounts: byMonth }] : []),
  ];
}

/** The positions of the table's rows that the lines are the amounts of; null where a line is no row's amount. */
function rowsOfLines(lines: readonly Figure[], table: Table): number[] | null {
  const byCell = new Map<string, number>();
  table.rows.forEach(({ amount }, index) => {
    if (amount) byCell.set(qualifiedCell(amount.cell), index);
  });
  const rows: number[] = [];
  for (const line of lines) {
    const index = byCell.get(qualifiedCell(line.cell));
    if (index === undefined) return null;
    rows.push(index);
  }
  return rows;
}

function categoryAmounts(lines: readonly Figure[], table: Table): Decimal[] | null {
  if (table.categories.length < 2) return null;
  const rows = rowsOfLines(lines, table);
  if (!rows || rows.some((index) => table.rows[index]?.category === null)) return null;
  const totals = new Map<number, Decimal>();
  rows.forEach((index, position) => {
    const category = table.rows[index]?.category ?? 0;
    const value = lines[position]?.value;
    const total = totals.get(category);
    if (value) totals.set(category, total ? total.plus(value) : value);
  });
  return totals.size < 2 ? null : [...totals.values()];
}

/** Month totals over all lines: only where every line's share of every month is known, by its rule or because it has one month. */
function monthAmounts(lines: readonly Figure[], table: Table, proration: ProrationInference | null): Decimal[] | null {
  const rows = proration && rowsOfLines(lines, table);
  if (!proration || !rows) return null;
  const prorated = new Map(proration.rows.map((row) => [row.row, row]));
  const totals = new Map<number, Decimal>();
  for (const index of rows) {
    const row = prorated.get(index);
    if (!row || row.months.length === 0) return null;
    const known = row.fee !== null && proration.strength !== 'not-enough-evidence';
    if (row.months.length > 1 && !known) return null;
    for (const share of row.months) {
      const key = share.year * 12 + share.month;
      totals.set(key, (totals.get(key) ?? sumOf([])).plus(share.amount));
    }
  }
  return totals.size < 2 ? null : [...totals.values()];
}

/** Former standard rates, and the present one: rates that a tax may have been computed with by mistake. */
export function otherRates(allowed: readonly Decimal[]): Decimal[] {
  return ALL_STANDARD_RATES.filter((rate) => !allowed.some((each) => each.equals(rate)));
}
