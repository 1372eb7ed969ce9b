import { MARK_NAME, SHEET_ROLES, type SheetRole } from '../../core/sheets/sheetPlan';
import { WorkbookError } from '../../core/sheets/workbook';
import { addSheets } from '../../workbooks/xlsx/addSheets';
import type { SheetModel } from '../model/sheetModel';
import type { WorkbookModel } from '../model/workbookModel';
import { planOfSheet } from './planOfSheet';

/**
 * The original bytes with those of our sheets in them that were written since: each is turned back into a plan.
 *
 * @param written ids of the sheets that changed since the file was read
 * @throws WorkbookError `cannot-write-format` without an original, or for one that sheets cannot be added to.
 */
export async function saveWorkbook(
  model: WorkbookModel,
  original: Uint8Array | null,
  written: ReadonlySet<string>,
): Promise<Uint8Array> {
  if (!original) throw new WorkbookError('cannot-write-format', 'format');
  const plans = model.sheets.flatMap((sheet) => {
    const role = written.has(sheet.id) ? roleOf(model, sheet) : null;
    return role ? [planOfSheet(model, sheet, role)] : [];
  });
  return plans.length > 0 ? addSheets(original, plans) : original;
}

/** Which of our sheets this is, by its mark; null for any other. */
export function roleOf(model: WorkbookModel, sheet: SheetModel): SheetRole | null {
  const mark = model.names.find(MARK_NAME, sheet.id);
  return SHEET_ROLES.find((role) => mark?.formula === `="${role}"`) ?? null;
}
