import { MARK_NAME, SHEET_ROLES, type SheetRole } from '../../core/sheets/sheetPlan';

/** A sheet's mark, known after the next sync; a null object on a sheet of the user's. */
export function loadMark(sheet: Excel.Worksheet): Excel.NamedItem {
  const mark = sheet.names.getItemOrNullObject(MARK_NAME);
  mark.load('formula');
  return mark;
}

/** The role that a loaded mark carries; null where there is none. */
export function roleOfMark(mark: Excel.NamedItem): SheetRole | null {
  if (mark.isNullObject) return null;
  return SHEET_ROLES.find((role) => mark.formula === formulaOf(role)) ?? null;
}

/** Marks a sheet as ours: a hidden name of the sheet's own, which survives renaming. */
export function addMark(sheet: Excel.Worksheet, role: SheetRole): void {
  sheet.names.add(MARK_NAME, formulaOf(role)).visible = false;
}

function formulaOf(role: SheetRole): string {
  return `="${role}"`;
}
