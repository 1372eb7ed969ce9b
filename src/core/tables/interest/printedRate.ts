import type { CellArea } from '../../sheets/address';
import type { Column } from '../column';
import type { InterestRate } from '../document';
import { printedText, type SheetGrid } from '../sheetGrid';
import { rateInHeader, ratesInText } from '../words/interestWords';

/** Notes about the rate stand so many rows above a table or below it. */
const ROWS_ABOVE = 6;
const ROWS_BELOW = 4;

/**
 * The one rate a year that a table prints for all of its rows: in the heading of its interest or rates (延滞金（年14.6％）), else in a
 * note above or below it. Null where none is printed, or more than one.
 */
export function printedRate(grid: SheetGrid, columns: readonly Column[], range: CellArea): InterestRate | null {
  for (const role of ['interest', 'interest-rate'] as const) {
    const column = columns.find((each) => each.role === role);
    const percent = column && rateInHeader(column.header);
    if (column && percent)
      return { percent, cell: grid.address({ row: column.headerRow, column: column.column }), live: null };
    // A heading with two rates means a rule of its own.
    if (column && /[%％].*[%％]/.test(column.header)) return null;
  }
  const found: InterestRate[] = [];
  const look = (row: number) => {
    for (const cell of grid.rowCells(row)) {
      if (cell.kind !== 'text') continue;
      for (const percent of ratesInText(printedText(cell)))
        if (!found.some((rate) => rate.percent.equals(percent))) {
          found.push({ percent, cell: grid.address(cell), live: null });
        }
    }
  };
  for (let row = Math.max(grid.top, range.top - ROWS_ABOVE); row < range.top; row += 1) look(row);
  for (let row = range.bottom + 1; row <= Math.min(grid.bottom, range.bottom + ROWS_BELOW); row += 1) look(row);
  const [only] = found;
  return only && found.length === 1 ? only : null;
}
