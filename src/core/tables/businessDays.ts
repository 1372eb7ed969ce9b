import { foldLabel } from '../reading/fold';
import type { Column } from './column';
import { printedText, type SheetGrid } from './sheetGrid';

const BUSINESS_DAYS =
  /営業日|開庁日|稼[働動]日|平日|(土日|土曜|休日|祝日|閉庁日|休業日).{0,12}(除|含ま|含め|算入し)|\b(business|working) days?\b|\bweekdays?\b|exclud\w* (weekends|holidays)/;
/** Rows above a table's header and below its end where its notes stand. */
const NOTES_ABOVE = 4;
const NOTES_BELOW = 4;

/**
 * Whether a table says that its days are business days: in the header of the days, or in a note near it. Weekends are not excluded
 * from a day count unless it is said (domain rule).
 */
export function countsBusinessDays(
  grid: SheetGrid,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  columns: readonly Column[],
): boolean {
  const days = columns.filter(({ role }) => role === 'days');
  if (days.length === 0) return false;
  if (days.some(({ header }) => BUSINESS_DAYS.test(foldLabel(header)))) return true;
  return noted(grid, top - NOTES_ABOVE, top - 1) || noted(grid, bottom + 1, bottom + NOTES_BELOW);
}

/** Whether a text of some rows speaks of days and of business days. */
function noted(grid: SheetGrid, first: number, last: number): boolean {
  for (let row = first < grid.top ? grid.top : first; row <= last; row += 1) {
    for (const cell of grid.rowCells(row)) {
      if (cell.kind !== 'text') continue;
      const text = foldLabel(printedText(cell));
      if (/日数|days/.test(text) && BUSINESS_DAYS.test(text)) return true;
    }
  }
  return false;
}
