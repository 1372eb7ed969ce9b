import type { CellSnapshot, SheetSnapshot } from './snapshot';

type Row = readonly (CellSnapshot | null)[];

/**
 * The smallest rectangle that holds all cells of a grid whose top left cell lies at `origin` (0-based): what a workbook counts
 * as its used range may have empty rows and columns at its edges. A grid without cells has no rows and lies at (0,0).
 */
export function trimGrid(
  origin: SheetSnapshot['origin'],
  rows: readonly Row[],
): Pick<SheetSnapshot, 'origin' | 'rows'> {
  let [top, bottom, left, right] = [-1, -1, Infinity, -1];
  for (const [index, row] of rows.entries()) {
    const first = row.findIndex((cell) => cell !== null);
    if (first < 0) continue;
    if (top < 0) top = index;
    bottom = index;
    left = Math.min(left, first);
    right = Math.max(right, lastCell(row));
  }
  if (top < 0) return { origin: { row: 0, column: 0 }, rows: [] };
  return {
    origin: { row: origin.row + top, column: origin.column + left },
    rows: rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1)),
  };
}

function lastCell(row: Row): number {
  for (let column = row.length - 1; column >= 0; column -= 1) if (row[column] !== null) return column;
  return -1;
}
