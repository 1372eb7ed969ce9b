import type { CellArea } from '../../core/sheets/address';
import type { SheetModel } from '../../host/model/sheetModel';

/** The rows and columns that are in sight, partly or whole. */
export interface SightRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

const ROWS_ABOVE = 6;
const COLUMNS_BEFORE = 2;

/**
 * The cell to put at the top left so that an area is in sight: no further than needed, and with the first columns, which say
 * what a row is, where they fit beside the area. Null where nothing has to move.
 *
 * @param width of the cells' part of the grid, in pixels
 */
export function scrollFor(
  area: CellArea,
  sight: SightRange,
  sheet: SheetModel,
  width: number,
): { row: number; column: number } | null {
  const rowInSight = area.top >= sight.startRow && area.top < sight.endRow;
  const columnInSight = area.left >= sight.startColumn && area.left < sight.endColumn;
  if (rowInSight && columnInSight) return null;
  const fits = widthUpTo(area.left, sheet) <= width;
  return {
    row: rowInSight ? sight.startRow : Math.max(0, area.top - ROWS_ABOVE),
    column: columnInSight ? sight.startColumn : fits ? 0 : Math.max(0, area.left - COLUMNS_BEFORE),
  };
}

function widthUpTo(last: number, sheet: SheetModel): number {
  let width = 0;
  for (let column = 0; column <= last; column += 1) {
    if (!sheet.hiddenColumns.has(column)) width += sheet.columnWidths.get(column) ?? sheet.defaultColumnWidth;
  }
  return width;
}
