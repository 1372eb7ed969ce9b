import type { SheetPlan } from '../../../core/sheets/sheetPlan';
import { type ExcelLibrary, inExcel } from '../library';
import { loadMark, roleOfMark } from '../marks';
import type { Target } from './openTarget';

/**
 * Takes back a write that failed: deletes the sheets that it added, their names with them. A sheet counts as added
 * by it when it was not there before, has a planned name, and bears the plan's mark or is still empty. Where the connection
 * is gone nothing can be taken back: the notice in the first cell stays.
 */
export async function removeAdded(library: ExcelLibrary, before: Target, plans: readonly SheetPlan[]): Promise<void> {
  try {
    await inExcel(library, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name');
      await context.sync();
      const added = worksheets.items
        .filter(({ id }) => !before.sheetIds.has(id))
        .flatMap((sheet) => {
          const plan = plans.find(({ name }) => name === sheet.name);
          return plan ? [{ sheet, plan, mark: loadMark(sheet), used: loadUsed(sheet) }] : [];
        });
      await context.sync();
      for (const { sheet, plan, mark, used } of added) {
        if (roleOfMark(mark) === plan.role || (mark.isNullObject && used.isNullObject)) sheet.delete();
      }
      await context.sync();
    });
  } catch {
    // The failure that led here is the one to tell of.
    return;
  }
}

function loadUsed(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address');
  return used;
}
