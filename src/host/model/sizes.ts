import type { SheetModel } from './sheetModel';

/** Office.js gives widths in points; at 100 % a pixel is three quarters of a point. */
export const POINTS_PER_PIXEL = 0.75;

export function columnPoints(sheet: SheetModel, column: number): number {
  return (sheet.columnWidths.get(column) ?? sheet.defaultColumnWidth) * POINTS_PER_PIXEL;
}

export function rowPoints(sheet: SheetModel, row: number): number {
  return sheet.rowHeights.get(row) ?? sheet.defaultRowHeight;
}

/** The points that rows or columns take from one on, up to another that does not count. */
export function spanPoints(from: number, to: number, sizeOf: (index: number) => number): number {
  let total = 0;
  for (let index = from; index < to; index += 1) total += sizeOf(index);
  return total;
}
