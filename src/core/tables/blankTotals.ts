import { type Body, lineLabelOf } from './body';
import { type Column, ownColumn } from './column';
import type { BlankTotal, TableRow } from './document';
import type { SheetGrid } from './sheetGrid';
import type { TotalLabel } from './words/totalWords';

/** So many rows below the last figure may hold the labels of totals that are still to be filled in. */
const MOST_ROWS_BELOW = 8;

interface Labelled {
  readonly row: number;
  readonly label: string;
  readonly total: TotalLabel;
}

/**
 * The total lines of a table (小計, 合計, 消費税, 総合計) whose cell in the amounts' column is empty, from top to bottom, each with the
 * rows that it takes in: a subtotal those since the line before, the others those since the last total.
 */
export function findBlankTotals(
  grid: SheetGrid,
  bodies: readonly Body[],
  columns: readonly Column[],
  rows: readonly TableRow[],
): BlankTotal[] {
  const own = ownColumn(columns)?.column;
  if (own === undefined) return [];
  const found: BlankTotal[] = [];
  let sinceLine = -1;
  let sinceTotal = -1;
  let afterTax = false;
  for (const { row, label, total } of bodies.flatMap((body, index) => labelledRows(grid, body, bodies[index + 1]))) {
    const kind = kindOf(total, afterTax);
    const from = kind === 'subtotal' ? sinceLine : sinceTotal;
    if (!grid.anchor(row, own)) {
      const taken = rows.flatMap((each, index) => (each.row > from && each.row < row ? [index] : []));
      if (taken.length > 0) {
        found.push({ kind, label, cell: grid.address({ row, column: own }), rate: total.rate, rows: taken });
      }
    }
    afterTax = kind === 'tax';
    sinceLine = row;
    if (kind === 'gross' || (kind === 'total' && hasDetailBelow(rows, row))) sinceTotal = row;
  }
  return found;
}

function kindOf(total: TotalLabel, afterTax: boolean): BlankTotal['kind'] {
  if (total.kind === 'tax') return 'tax';
  if (total.gross || (afterTax && !total.net)) return 'gross';
  return total.rank === 1 ? 'subtotal' : 'total';
}

function hasDetailBelow(rows: readonly TableRow[], row: number): boolean {
  return rows.some((each) => each.row > row);
}

/** The rows of a body, and right below it, whose label is that of a total or a tax. */
function labelledRows(grid: SheetGrid, body: Body, next: Body | undefined): Labelled[] {
  const found: Labelled[] = [];
  const take = (row: number): boolean => {
    const labelled = lineLabelOf(grid, row, body.header);
    const isLine = labelled !== null && (labelled.total.kind === 'total' || labelled.total.kind === 'tax');
    if (isLine && !labelled.total.weak) found.push({ row, ...labelled });
    return isLine;
  };
  for (let row = body.header.bottom + 1; row <= body.bottom; row += 1) take(row);
  const end = Math.min(body.bottom + MOST_ROWS_BELOW, grid.bottom, (next?.header.top ?? Infinity) - 1);
  for (let row = body.bottom + 1; row <= end; row += 1) {
    if (grid.cellsWithin(row, body.header).length > 0 && !take(row)) break;
  }
  return found;
}
