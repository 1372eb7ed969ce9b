import { sameCell } from '../sheets/address';
import type { Document, Table } from '../tables/document';
import { type Decimal, sumOf } from '../values/decimal';
import type { Finding } from './finding';
import type { DocumentTotals } from './verification';

/** Net, tax, gross and claims from the leaf rows of the tables; see the report's contract. */
export function documentTotals(document: Document, findings: readonly Finding[]): DocumentTotals {
  const taxed = document.tables.filter((table) => table.kind === 'reduction' || table.kind === 'invoice');
  const net = amountsOf(taxed);
  const tax = taxOf(taxed, findings);
  const claims = amountsOf(document.tables.filter((table) => table.kind === 'claims'));
  const gross = net && tax && net.plus(tax);
  const parts = [gross ?? net, claims].filter((part) => part !== null);
  return { net, tax, gross, claims, grand: parts.length === 0 ? null : sumOf(parts) };
}

function amountsOf(tables: readonly Table[]): Decimal | null {
  const amounts = tables.flatMap((table) => table.rows).flatMap((row) => row.amount ?? []);
  return amounts.length === 0 ? null : sumOf(amounts.map((amount) => amount.value));
}

/** Printed taxes where they agree or are explained, else computed ones; the rows' own taxes where no total of them is printed. */
function taxOf(tables: readonly Table[], findings: readonly Finding[]): Decimal | null {
  const taxes = tables.flatMap((table) => {
    const targets = table.relations.flatMap((relation) => (relation.kind === 'tax' ? [relation.target] : []));
    if (targets.length === 0) return table.rows.flatMap((row) => (row.tax ? [row.tax.value] : []));
    return targets.map((target) => {
      const finding = findings.find((each) => each.kind === 'tax' && sameCell(each.cell, target.cell));
      const printed = finding?.verdict === 'agrees' || finding?.verdict === 'explained';
      return printed ? target.value : (finding?.computed ?? target.value);
    });
  });
  return taxes.length === 0 ? null : sumOf(taxes);
}
