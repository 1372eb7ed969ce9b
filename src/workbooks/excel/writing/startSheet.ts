import { cellName, qualifiedCell } from '../../../core/sheets/address';
import type { SheetPlan } from '../../../core/sheets/sheetPlan';
import { addMark } from '../marks';
import { writeNotice } from './applyLayout';
import type { PresentSheet } from './openTarget';

/** Adds a sheet of ours, marked and with the notice in its first cell before anything else. */
export function addSheet(context: Excel.RequestContext, plan: SheetPlan): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(plan.name);
  addMark(sheet, plan.role);
  writeNotice(sheet, plan);
  return sheet;
}

/** Empties our present sheet. The notice is written first and stays whatever happens then. */
export function clearSheet({ sheet, charts }: PresentSheet, plan: SheetPlan): void {
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

/** Gives the sheet the names of its cells: names of its own, which never stand in the way of the user's. */
export function defineNames(sheet: Excel.Worksheet, plan: SheetPlan, present: PresentSheet['names'] | undefined): void {
  for (const { name, cell } of plan.names) {
    const formula = `=${qualifiedCell({ sheet: plan.name, ...cell }, true)}`;
    const item = present?.get(name);
    if (!item) sheet.names.add(name, sheet.getRange(cellName(cell)));
    else if (item.formula !== formula) item.formula = formula;
  }
}
