import { MARK_NAME, SHEET_ROLES, type SheetRole } from '../../core/sheets/sheetPlan';
import type { SheetModel } from './sheetModel';
import type { WorkbookModel } from './workbookModel';

/** Which of our sheets this is, by its mark; null for any other. */
export function roleOf(model: WorkbookModel, sheet: SheetModel): SheetRole | null {
  const mark = model.names.find(MARK_NAME, sheet.id);
  return SHEET_ROLES.find((role) => mark?.formula === `="${role}"`) ?? null;
}
