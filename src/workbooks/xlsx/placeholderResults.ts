import { type CellAddress, parseArea } from '../../core/sheets/address';
import { type CellSnapshot, cellAt, type SheetSnapshot } from '../../core/sheets/snapshot';

/** Cells, areas, sums, products and brackets: of figures above nought these never give nought. */
const GROWING = /^=(?:SUM\(|[(),+*]|[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?(?!\())+$/;
const AREA = /[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?/g;

/**
 * Programs that do not calculate write 0 as the result of every formula (XlsxWriter, Apache POI when it streams), for Excel to
 * calculate when it opens the file. That is so where every formula of the user's sheets shows 0, though one that adds up or
 * multiplies figures above nought cannot. Gives the first such formula, or null where the results are results.
 */
export function firstPlaceholder(sheets: readonly SheetSnapshot[]): CellAddress | null {
  let found: CellAddress | null = null;
  for (const sheet of sheets) {
    if (sheet.role !== null) continue;
    for (const [row, line] of sheet.rows.entries()) {
      for (const [column, cell] of line.entries()) {
        if (!cell || cell.formula === null) continue;
        if (cell.value !== 0) return null;
        if (found === null && isAboveNought(cell.formula, sheet)) {
          found = { sheet: sheet.name, row: sheet.origin.row + row, column: sheet.origin.column + column };
        }
      }
    }
  }
  return found;
}

/** The sheet with its formulas as those of programs that leave results out. */
export function withoutResults(sheet: SheetSnapshot): SheetSnapshot {
  if (sheet.role !== null) return sheet;
  const blank = (cell: CellSnapshot | null) =>
    cell && cell.formula !== null ? { ...cell, value: '', text: '' } : cell;
  return { ...sheet, rows: sheet.rows.map((line) => line.map(blank)) };
}

/** Whether a formula adds up or multiplies constants of its sheet that must give more than nought. */
function isAboveNought(formula: string, sheet: SheetSnapshot): boolean {
  const plain = formula.replace(/[$\s]/g, '').toUpperCase();
  if (!GROWING.test(plain)) return false;
  const areas = plain.match(AREA) ?? [];
  const figures = areas.map((area) => constantsOf(area, sheet));
  if (!figures.every((values) => values?.every((figure) => figure >= 0))) return false;
  const filled = figures.map((values) => values?.some((figure) => figure > 0) ?? false);
  if (plain.includes('*')) return filled.every(Boolean) && !areas.some((area) => area.includes(':'));
  return filled.some(Boolean);
}

/** The figures in an area; null where it holds anything but numbers, or formulas. */
function constantsOf(name: string, sheet: SheetSnapshot): number[] | null {
  const area = parseArea(name);
  if (!area) return null;
  const { row: top, column: left } = sheet.origin;
  const figures: number[] = [];
  for (let row = Math.max(area.top, top); row <= Math.min(area.bottom, top + sheet.rows.length - 1); row += 1) {
    const width = sheet.rows[row - top]?.length ?? 0;
    for (let column = Math.max(area.left, left); column <= Math.min(area.right, left + width - 1); column += 1) {
      const cell = cellAt(sheet, row, column);
      if (cell === null) continue;
      if (cell.formula !== null || typeof cell.value !== 'number') return null;
      figures.push(cell.value);
    }
  }
  return figures;
}
