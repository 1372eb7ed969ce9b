import { totalLabelOf } from '../body';
import type { Figure } from '../document';
import { printedText, type SheetGrid } from '../sheetGrid';
import { readTotalLabel } from '../words/totalWords';
import type { NumberCell } from './formulaLines';

/** A cell's figure, named by its row. */
export function ownFigure(grid: SheetGrid, cell: NumberCell): Figure | null {
  const amount = grid.amountOf(cell);
  if (!amount) return null;
  const { value, unit, approximate } = amount;
  const name = grid
    .rowCells(cell.row)
    .find((one) => one.column < cell.column && one.kind === 'text' && grid.amountOf(one) === null);
  const label = name ? printedText(name) : '';
  return { value, unit, approximate, cell: grid.address(cell), textual: false, label };
}

/** Whether the words of a cell's row (axis `rows`, where its line runs down a column) or above it name a total, a tax or a part of others. */
export function isNamedTotal(grid: SheetGrid, axis: 'rows' | 'columns', { row, column }: NumberCell): boolean {
  if (axis === 'rows') return totalLabelOf(grid, grid.rowCells(row)) !== null;
  for (let above = row - 1; above >= grid.top; above -= 1) {
    const cell = grid.at(above, column);
    if (cell?.kind === 'text' && readTotalLabel(cell.text) !== null) return true;
  }
  return false;
}
