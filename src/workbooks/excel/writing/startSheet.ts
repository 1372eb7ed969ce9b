import { cellName, qualifiedCell } from '../../../core/sheets/address';
import type { SheetPlan } from '../../../core/sheets/sheetPlan';
import { WorkbookError } from '../../../core/sheets/workbook';
import { addMark } from '../marks';
import { writeNotice } from './applyLayout';
import type { Place, Target } from './openTarget';

/** Adds a sheet of ours, marked and with the notice in its first cell before anything else. */
export function addSheet(context: Excel.RequestContext, plan: SheetPlan): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(plan.name);
  addMark(sheet, plan.role);
  writeNotice(sheet, plan);
  return sheet;
}

/** Empties our present sheet. The notice is written first and stays whatever happens then. */
export function clearSheet({ sheet, charts }: NonNullable<Place['present']>, plan: SheetPlan): void {
  writeNotice(sheet, plan);
  for (const chart of charts.items) chart.delete();
  const all = sheet.getRange();
  // Parts of merged areas cannot be cleared.
  all.unmerge();
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  sheet.freezePanes.unfreeze();
  sheet.getRange('A2:XFD1048576').clear();
  sheet.getRange('B1:XFD1').clear();
  sheet.getRange('A1').clear('Formats');
  sheet.getRange('A1').clear('Hyperlinks');
  // What the user filtered away of the old content must not hide the new.
  all.rowHidden = false;
  all.format.useStandardWidth = true;
  all.format.useStandardHeight = true;
}

/**
 * Defines the workbook names of a plan; those of an earlier write are set right.
 *
 * @throws WorkbookError `host-failed` with `ItemAlreadyExists` when the user has given the name to something else.
 */
export function defineNames(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  present: Target['names'],
): void {
  for (const { name, cell } of plan.names) {
    const formula = `=${qualifiedCell({ sheet: plan.name, ...cell }, true)}`;
    const item = present.get(name);
    if (!item) context.workbook.names.add(name, sheet.getRange(cellName(cell)));
    else if (item.formula !== formula) {
      const isBroken = String(item.formula).includes('#REF!');
      const isOurs = String(item.formula).startsWith(formula.slice(0, formula.lastIndexOf('!') + 1));
      if (!isBroken && !isOurs) throw new WorkbookError('host-failed', 'ItemAlreadyExists');
      item.formula = formula;
    }
  }
}
