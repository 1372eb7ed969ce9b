import type { Column } from './column';
import type { TableRow } from './document';
import { printedText, type SheetGrid } from './sheetGrid';
import { numbersRows } from './words/headerWords';

/** A cell apart from what the others hold. */
const BETWEEN = '\u0000';

/**
 * The rows that print in every column what an earlier one does, but for a running number: 0-based sheet row → that of the first.
 * Rows of which one has a note or a figure more are two things.
 */
export function repeatedRows(
  grid: SheetGrid,
  columns: readonly Column[],
  rows: readonly TableRow[],
): ReadonlyMap<number, number> {
  const told = columns.filter(({ header }) => !numbersRows(header));
  const first = new Map<string, number>();
  const repeated = new Map<number, number>();
  for (const { row } of rows) {
    const print = told
      .map(({ column }) => {
        const cell = grid.anchor(row, column);
        return cell ? printedText(cell).normalize('NFKC').replace(/\s+/gu, '') : '';
      })
      .join(BETWEEN);
    const earlier = first.get(print);
    if (earlier === undefined) first.set(print, row);
    else repeated.set(row, earlier);
  }
  return repeated;
}
