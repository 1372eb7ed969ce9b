import type { CellEdit } from '../../workbooks/xlsx/editCells';
import { type CellValue, isCellError } from '../../core/sheets/snapshot';
import type { ModelCell, SheetModel } from '../model/sheetModel';

/**
 * What tells a sheet of the user's from how it was read: cells of other content, and formulas of other results. A cell that
 * was set back to what it held is not among them.
 */
export function cellEdits(before: SheetModel, now: SheetModel): CellEdit[] {
  const edits: CellEdit[] = [];
  const add = (row: number, column: number) => {
    const edit = editOf(before, row, column, before.cell(row, column), now.cell(row, column));
    if (edit) edits.push(edit);
  };
  for (const { row, column } of before.cells()) add(row, column);
  for (const { row, column } of now.cells()) if (!before.cell(row, column)) add(row, column);
  return edits.sort((a, b) => a.row - b.row || a.column - b.column);
}

function editOf(
  sheet: SheetModel,
  row: number,
  column: number,
  before: ModelCell | null,
  now: ModelCell | null,
): CellEdit | null {
  const place = { sheet: sheet.name, row, column };
  const value = now?.value ?? null;
  const formula = now?.formula ?? null;
  const format = now?.look.numberFormat ?? sheet.defaultLook.numberFormat;
  const newFormat = format !== (before?.look.numberFormat ?? sheet.defaultLook.numberFormat);
  const sameContent = sameValue(before?.value ?? null, value);
  if (formula === (before?.formula ?? null) && !newFormat) {
    if (sameContent) return null;
    if (formula !== null) return { ...place, kind: 'result', value };
  }
  return { ...place, kind: 'content', value, formula, numberFormat: newFormat ? format : null };
}

function sameValue(a: CellValue | null, b: CellValue | null): boolean {
  if (a !== null && b !== null && isCellError(a) && isCellError(b)) return a.error === b.error;
  return a === b;
}
