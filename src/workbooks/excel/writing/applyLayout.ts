import { areaName, cellName, columnName, qualifiedCell } from '../../../core/sheets/address';
import { columnPixels, type SheetPlan } from '../../../core/sheets/sheetPlan';
import { textEntry } from './cellEntry';
import { ACTION_BYTES, jsonBytes, OBJECT_BYTES, type RequestBudget } from './requestBudget';

/** Office.js measures columns in points; at 100 % a pixel is three quarters of one. */
const POINTS_PER_PIXEL = 0.75;

/** Sizes, merges, frozen panes, tab and page of an empty sheet. */
export async function applyLayout(sheet: Excel.Worksheet, plan: SheetPlan, budget: RequestBudget): Promise<void> {
  sheet.tabColor = plan.tabColor;
  sheet.showGridlines = false;
  for (const { first, last, size } of runs([...plan.columnWidths.entries()])) {
    const columns = sheet.getRange(`${columnName(first)}:${columnName(last)}`);
    columns.format.columnWidth = columnPixels(size) * POINTS_PER_PIXEL;
  }
  for (const { first, last, size } of runs([...plan.rowHeights])) {
    await budget.take(2 * OBJECT_BYTES + ACTION_BYTES);
    sheet.getRange(`${first + 1}:${last + 1}`).format.rowHeight = size;
  }
  for (const area of plan.merges) {
    await budget.take(OBJECT_BYTES + ACTION_BYTES);
    sheet.getRange(areaName(area)).merge();
  }
  freeze(sheet, plan);
  setPage(sheet, plan);
}

/** Links as Excel holds them. They are set before the looks, because Excel gives the cell a look of its own. */
export async function setLinks(sheet: Excel.Worksheet, plan: SheetPlan, budget: RequestBudget): Promise<void> {
  for (const { row, column, content } of plan.cells) {
    if (content.kind !== 'link') continue;
    const hyperlink = { documentReference: qualifiedCell(content.target), textToDisplay: content.text };
    await budget.take(OBJECT_BYTES + ACTION_BYTES + jsonBytes(JSON.stringify(hyperlink)));
    sheet.getRange(cellName({ row, column })).hyperlink = hyperlink;
  }
}

export function addHighlights(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { area, formula, fill, color } of plan.highlights) {
    const { custom } = sheet.getRange(areaName(area)).conditionalFormats.add('Custom');
    custom.rule.formula = formula;
    custom.format.fill.color = fill;
    if (color !== null) custom.format.font.color = color;
  }
}

export function addChoices(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { cell, choices } of plan.choices) {
    sheet.getRange(cellName(cell)).dataValidation.rule = {
      list: { inCellDropDown: true, source: choices.join(',') },
    };
  }
}

/** The text that stands in the first cell until everything else is written. */
export function writeNotice(sheet: Excel.Worksheet, plan: SheetPlan): void {
  sheet.getRange('A1').values = [[textEntry(plan.incompleteNotice)]];
}

function freeze(sheet: Excel.Worksheet, { frozen: { rows, columns } }: SheetPlan): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function setPage(sheet: Excel.Worksheet, { page: { orientation, titleRows } }: SheetPlan): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = 'A4';
  pageLayout.orientation = orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (titleRows) pageLayout.setPrintTitleRows(`$${titleRows.first + 1}:$${titleRows.last + 1}`);
}

/** Neighbours of the same size, joined. */
function runs(sizes: readonly (readonly [number, number])[]): { first: number; last: number; size: number }[] {
  const found: { first: number; last: number; size: number }[] = [];
  for (const [index, size] of [...sizes].sort(([a], [b]) => a - b)) {
    const run = found[found.length - 1];
    if (run && run.last === index - 1 && run.size === size) run.last = index;
    else found.push({ first: index, last: index, size });
  }
  return found;
}
