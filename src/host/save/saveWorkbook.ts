import { WorkbookError } from '../../core/sheets/workbook';
import { addSheets } from '../../workbooks/xlsx/addSheets';
import { type CellEdit, editCells } from '../../workbooks/xlsx/editCells';
import { loadWorkbook } from '../load/loadWorkbook';
import type { SheetModel } from '../model/sheetModel';
import { roleOf } from '../model/marks';
import type { WorkbookModel } from '../model/workbookModel';
import { cellEdits } from './cellEdits';
import { planOfSheet } from './planOfSheet';

/**
 * The original bytes with what was changed since in them: cells of the user's sheets, and those of our sheets that were
 * written, each turned back into a plan.
 *
 * @param changed ids of the sheets that changed since the file was read
 * @throws WorkbookError `cannot-write-format` without an original, or as {@link editCells} and {@link addSheets}.
 */
export async function saveWorkbook(
  model: WorkbookModel,
  original: Uint8Array | null,
  changed: ReadonlySet<string>,
): Promise<Uint8Array> {
  if (!original) throw new WorkbookError('cannot-write-format', 'format');
  const users: SheetModel[] = [];
  const plans = model.sheets.flatMap((sheet) => {
    if (!changed.has(sheet.id)) return [];
    const role = roleOf(model, sheet);
    if (role) return [planOfSheet(model, sheet, role)];
    users.push(sheet);
    return [];
  });
  const edits = users.length > 0 ? await editsOf(users, original, model.name) : [];
  const edited = await editCells(original, edits);
  return plans.length > 0 ? addSheets(edited, plans) : edited;
}

/** The file is read again to compare: ids are given in the order of its sheets. */
async function editsOf(sheets: readonly SheetModel[], original: Uint8Array, name: string): Promise<CellEdit[]> {
  const before = await loadWorkbook(original, name, null);
  return sheets.flatMap((sheet) => {
    const read = before.sheets.find(({ id }) => id === sheet.id);
    return read ? cellEdits(read, sheet) : [];
  });
}
