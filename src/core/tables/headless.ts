import { areaHolds, type CellArea } from '../sheets/address';
import { totalLabelOf } from './body';
import { type Header, measures } from './headers';
import type { GridCell, SheetGrid } from './sheetGrid';

/**
 * Blocks of rows without any header that a total line closes: a label and figures, row upon row, then 合計. The header
 * that is returned for each is empty and lies just above its first row.
 *
 * @param taken areas that other tables hold.
 */
export function headless(grid: SheetGrid, taken: readonly CellArea[]): Header[] {
  const headers: Header[] = [];
  let first: number | null = null;
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    const cells = grid.rowCells(row).filter((cell) => !taken.some((area) => areaHolds(area, row, cell.column)));
    if (!isLine(grid, cells)) {
      first = null;
      continue;
    }
    first ??= row;
    const total = totalLabelOf(grid, cells)?.total;
    if (total?.kind !== 'total' || total.weak) continue;
    if (row - first >= 2) headers.push(emptyHeader(grid, first, row));
    first = null;
  }
  return headers;
}

/** A label and figures to its right, and nothing else. */
function isLine(grid: SheetGrid, cells: readonly GridCell[]): boolean {
  const [label, ...rest] = cells;
  if (label?.kind !== 'text' || grid.amountOf(label) !== null || rest.length === 0) return false;
  return rest.every((cell) => cell.kind !== 'date' && measures(cell, grid));
}

function emptyHeader(grid: SheetGrid, first: number, last: number): Header {
  let left = Infinity;
  let right = 0;
  for (let row = first; row <= last; row += 1) {
    for (const cell of grid.rowCells(row)) {
      left = Math.min(left, cell.column);
      right = Math.max(right, cell.column);
    }
  }
  return { top: first, bottom: first - 1, left, right, cells: [], worded: false };
}
