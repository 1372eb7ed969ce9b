import { isFigure } from '../body';
import type { Figure } from '../document';
import { readFigure } from '../readCell';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';

const FARTHEST = 6;

/** The amount in a cell, under the label that names it; null where it holds none. */
export function figureAt(grid: SheetGrid, cell: GridCell | null, label: GridCell): Figure | null {
  if (!cell || !isFigure(grid, cell)) return null;
  const read = readFigure(grid, cell, 'amount', printedText(label));
  return read === null || typeof read === 'string' ? null : read;
}

/** The amount right of a label, with nothing but empty cells between; else null. */
export function figureBeside(grid: SheetGrid, label: GridCell): Figure | null {
  const cells = grid.rowCells(label.row);
  const next = cells[cells.indexOf(label) + 1] ?? null;
  const reach = grid.mergeAt(label.row, label.column)?.right ?? label.column;
  return next && next.column - reach <= FARTHEST ? figureAt(grid, next, label) : null;
}
