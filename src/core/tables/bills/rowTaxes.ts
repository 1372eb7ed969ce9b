import type { Column } from '../column';
import type { TableRow, TaxRelation } from '../document';
import type { Line } from '../lines';

/** The tax that a row prints beside its amount and its rate, of a line of a bill or of a rate in a breakdown (EN 16931 BT-117). */
export function rowTaxes(rows: readonly TableRow[]): TaxRelation[] {
  return rows.flatMap(({ amount, tax, taxRate }) =>
    amount && tax && taxRate
      ? [{ kind: 'tax', target: tax, lines: [amount], rates: [taxRate], net: null, statedRate: taxRate }]
      : [],
  );
}

/** In a breakdown by rates, what is taxed (10%対象 | 10,000 | 1,000) is a row like any other. */
export function basesAsRows(lines: readonly Line[], columns: readonly Column[]): readonly Line[] {
  const taxed = columns.some(({ role }) => role === 'tax');
  if (!taxed || lines.some(({ kind }) => kind === 'detail')) return lines;
  return lines.map((line) =>
    line.kind === 'base' ? { ...line, kind: 'detail', total: null, rate: line.total?.rate ?? null } : line,
  );
}
