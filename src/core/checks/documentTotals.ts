import { qualifiedCell, sameCell } from '../sheets/address';
import type { Document, Figure, Table, TaxRelation } from '../tables/document';
import { type Decimal, sumOf } from '../values/decimal';
import type { Finding } from './finding';
import type { DocumentTotals } from './verification';

/** Net, tax, gross and claims from the leaf rows of the tables; see the report's contract. */
export function documentTotals(document: Document, findings: readonly Finding[]): DocumentTotals {
  const taxed = document.tables.filter((table) => table.kind === 'reduction' || table.kind === 'invoice');
  const amounts = amountsOf(taxed);
  const taxes = taxed.map((table) => taxesOf(table, findings));
  const included = sumOf(taxes.flatMap(({ inclusive, values }) => (inclusive ? values : [])));
  const net = amounts && amounts.minus(included);
  const every = taxes.flatMap(({ values }) => values);
  const tax = every.length === 0 ? null : sumOf(every);
  const claims = amountsOf(document.tables.filter((table) => table.kind === 'claims'));
  const gross = net && tax && net.plus(tax);
  const parts = [gross ?? net, claims].filter((part) => part !== null);
  return { net, tax, gross, claims, grand: parts.length === 0 ? null : sumOf(parts) };
}

/** What the rows come to, less what they take off. */
function amountsOf(tables: readonly Table[]): Decimal | null {
  const amounts = tables
    .flatMap((table) => table.rows)
    .flatMap(({ amount, takenOff }) => (amount ? [takenOff ? amount.value.negated() : amount.value] : []));
  return amounts.length === 0 ? null : sumOf(amounts);
}

interface Taxes {
  readonly values: readonly Decimal[];
  /** The amounts of the table hold them. */
  readonly inclusive: boolean;
}

/** Printed taxes where they agree or are explained, else computed ones; the rows' own taxes where no total of them is printed. */
function taxesOf(table: Table, findings: readonly Finding[]): Taxes {
  const relations = countedTaxes(table);
  if (relations.length === 0)
    return { values: table.rows.flatMap((row) => (row.tax ? [row.tax.value] : [])), inclusive: false };
  const values = relations.map((relation) => heldTax(relation, findings).value);
  return { values, inclusive: isInclusiveTable(table) };
}

/** Whether the amounts of a table hold its taxes (内税). */
export function isInclusiveTable(table: Table): boolean {
  const relations = countedTaxes(table);
  return relations.length > 0 && relations.every(({ inclusive }) => inclusive === true);
}

/** The tax that holds: the printed one where it agrees or is explained, else the computed one; with what the check says of it. */
export function heldTax(
  { target }: TaxRelation,
  findings: readonly Finding[],
): { readonly value: Decimal; readonly printed: boolean; readonly finding: Finding | null } {
  const finding = findings.find((each) => each.kind === 'tax' && sameCell(each.cell, target.cell)) ?? null;
  const printed = finding?.verdict === 'agrees' || finding?.verdict === 'explained';
  return { value: printed ? target.value : (finding?.computed ?? target.value), printed, finding };
}

/** The taxes of a table, each once: neither those of its rows, nor the taxes by rate where their total is printed. */
export function countedTaxes(table: Table): readonly TaxRelation[] {
  const ofRows = new Set(table.rows.flatMap(({ tax }) => (tax ? [keyOf(tax)] : [])));
  const taxes = table.relations.flatMap((relation) =>
    relation.kind === 'tax' && !ofRows.has(keyOf(relation.target)) ? [relation] : [],
  );
  const targets = new Set(taxes.map(({ target }) => keyOf(target)));
  const parts = new Set(
    table.relations.flatMap((relation) =>
      relation.kind === 'sum' && targets.has(keyOf(relation.target)) ? relation.addends.map(keyOf) : [],
    ),
  );
  return taxes.filter(({ target }) => !parts.has(keyOf(target)));
}

const keyOf = ({ cell }: Figure): string => qualifiedCell(cell);
