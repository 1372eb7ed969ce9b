import type { Table } from '../tables/document';
import { statedProration } from './statedProration';
import type { ResolvedTerms } from './terms';

/**
 * The table with the fees that its amounts follow from, where it prints several columns of them (without and with tax, a base fee
 * and a total): those under which most amounts fit a rule, the first column of equals.
 */
export function withFittingFees(table: Table, terms: ResolvedTerms): Table {
  const columns = new Set(table.rows.flatMap(({ otherFees = [] }) => otherFees.map(({ cell }) => cell.column)));
  if (columns.size === 0) return table;
  let best = table;
  let most = statedProration(table, terms)?.inference.supportingRows ?? 0;
  for (const column of columns) {
    const other = withFeesOf(table, column);
    const fitting = statedProration(other, terms)?.inference.supportingRows ?? 0;
    if (fitting > most) {
      best = other;
      most = fitting;
    }
  }
  return best;
}

function withFeesOf(table: Table, column: number): Table {
  return {
    ...table,
    rows: table.rows.map((row) => {
      const fee = row.otherFees?.find(({ cell }) => cell.column === column);
      return fee ? { ...row, fee } : row;
    }),
  };
}
