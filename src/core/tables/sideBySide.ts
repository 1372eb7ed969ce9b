import { foldLabel } from '../reading/fold';
import { type GridCell, printedText, type SheetGrid } from './sheetGrid';
import { readTotalLabel } from './words/totalWords';

/** So many rows below the headings are looked at for totals. */
const LOOKED_DOWN = 200;

/**
 * Parts a row of headings where two tables stand right beside each other, as in a balance sheet: 資産の部 | 金額 | 負債・純資産の部 | 金額. The
 * right half repeats the left one's headings but for the first, and totals stand in the first column of both. A list that goes on to the
 * right has its total in one of them only, and stays one table.
 */
export function halvesOf(grid: SheetGrid, headings: readonly GridCell[]): readonly (readonly GridCell[])[] {
  const half = headings.length / 2;
  if (!Number.isInteger(half) || half < 2) return [headings];
  const [left, right] = [headings.slice(0, half), headings.slice(half)];
  const same = left.every((cell, at) => at === 0 || labelOf(cell) === labelOf(right[at]));
  const [first, second] = [left[0], right[0]];
  const parted = same && first && second && totalsBelow(grid, first) && totalsBelow(grid, second);
  return parted ? [left, right] : [headings];
}

const labelOf = (cell: GridCell | undefined): string => (cell ? foldLabel(printedText(cell)) : '');

function totalsBelow(grid: SheetGrid, { row, column }: GridCell): boolean {
  for (let below = row + 1; below <= Math.min(grid.bottom, row + LOOKED_DOWN); below += 1) {
    const cell = grid.at(below, column);
    if (cell?.kind === 'text' && readTotalLabel(cell.text)?.kind === 'total') return true;
  }
  return false;
}
