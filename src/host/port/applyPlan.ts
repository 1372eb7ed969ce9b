import { type CellArea, qualifiedCell } from '../../core/sheets/address';
import {
  BAR_GAP,
  type CellStyle,
  columnPixels,
  LONGEST_TEXT,
  MARK_NAME,
  type PlannedBarChart,
  type PlannedContent,
  type PlannedResult,
  type SheetPlan,
} from '../../core/sheets/sheetPlan';
import type { CellValue } from '../../core/sheets/snapshot';
import { type DateSystem, serialOfDate } from '../../core/values/calendar';
import type { ChartModel } from '../model/features';
import type { SheetModel } from '../model/sheetModel';
import type { BorderLine, BorderSide, CellLook } from '../model/style';
import type { WorkbookModel } from '../model/workbookModel';
import { columnPoints, rowPoints, spanPoints } from '../model/sizes';

let lastId = 0;

function newId(kind: string): string {
  lastId += 1;
  return `{${kind}-${lastId}}`;
}

/** Marks a sheet as ours and puts the notice into its first cell, where it stays until the sheet is complete. */
export function markSheet(model: WorkbookModel, sheet: SheetModel, plan: SheetPlan): void {
  model.names.define(MARK_NAME, sheet.id, `="${plan.role}"`).visible = false;
  sheet.setContent(0, 0, plan.incompleteNotice, null);
}

/** Empties a sheet of ours, its first cell aside. */
export function clearSheet(sheet: SheetModel): void {
  for (const { row, column } of [...sheet.cells()]) {
    if (row > 0 || column > 0) sheet.setContent(row, column, null, null);
    sheet.setLook(row, column, sheet.defaultLook);
  }
  for (const { row, column } of [...sheet.links()]) sheet.setLink(row, column, null);
  for (const area of [...sheet.merges]) sheet.unmerge(area);
  for (const column of [...sheet.columnWidths.keys()]) sheet.setColumnWidth(column, null);
  for (const row of [...sheet.rowHeights.keys()]) sheet.setRowHeight(row, null);
  for (const row of [...sheet.hiddenRows]) sheet.setRowHidden(row, false);
  sheet.charts.length = 0;
  sheet.conditionalFormats.length = 0;
  sheet.validations.length = 0;
  sheet.freeze(0, 0);
}

/** Fills an empty sheet as planned; the title comes last, in place of the notice. */
export function fillSheet(model: WorkbookModel, sheet: SheetModel, plan: SheetPlan): void {
  layOut(sheet, plan);
  const looks = new Map<CellStyle, CellLook>();
  const title = plan.cells.find(({ row, column }) => row === 0 && column === 0);
  for (const { row, column, content, style } of plan.cells) {
    const look = looks.get(style) ?? lookOf(style, sheet.defaultLook);
    looks.set(style, look);
    sheet.setLook(row, column, look);
    if (content.kind === 'link') {
      sheet.setLink(row, column, {
        address: null,
        documentReference: qualifiedCell(content.target),
        screenTip: null,
      });
    }
    if (row > 0 || column > 0) put(sheet, row, column, content, model.dateSystem);
  }
  for (const { area, formula, fill, color } of plan.highlights) {
    const format = { area, formula, fill, fontColor: color, bold: null, stopIfTrue: false };
    sheet.conditionalFormats.push({ id: newId('FORMAT'), ...format });
  }
  for (const { cell, choices } of plan.choices) {
    const area = { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
    sheet.validations.push({ area, source: choices.join(','), inCellDropDown: true });
  }
  for (const planned of plan.charts) sheet.charts.push(chartOf(sheet, planned));
  for (const { name, cell } of plan.names) {
    model.names.define(name, sheet.id, `=${qualifiedCell({ sheet: sheet.name, ...cell }, true)}`);
  }
  sheet.layoutTouched();
  put(sheet, 0, 0, title?.content ?? { kind: 'text', text: '' }, model.dateSystem);
}

function layOut(sheet: SheetModel, plan: SheetPlan): void {
  sheet.setTabColor(plan.tabColor);
  sheet.showGridlines = false;
  plan.columnWidths.forEach((characters, column) => {
    sheet.setColumnWidth(column, Math.round(columnPixels(characters)));
  });
  for (const [row, points] of plan.rowHeights) sheet.setRowHeight(row, points);
  for (const area of plan.merges) sheet.merge(area);
  sheet.freeze(plan.frozen.rows, plan.frozen.columns);
  Object.assign(sheet.page, {
    paperSize: 'A4',
    orientation: plan.page.orientation === 'landscape' ? 'Landscape' : 'Portrait',
    titleRows: plan.page.titleRows,
    fitWide: 1,
    fitTall: null,
    zoom: null,
  });
}

function put(sheet: SheetModel, row: number, column: number, content: PlannedContent, dateSystem: DateSystem): void {
  switch (content.kind) {
    case 'text':
    case 'link':
      // Excel takes a text of no characters for an empty cell.
      return sheet.setContent(row, column, content.text.slice(0, LONGEST_TEXT) || null, null);
    case 'number':
      return sheet.setContent(row, column, content.value.toNumber(), null);
    case 'date':
      return sheet.setContent(row, column, serialOfDate(content.value, dateSystem), null);
    case 'boolean':
      return sheet.setContent(row, column, content.value, null);
    case 'formula':
      return sheet.setContent(row, column, valueOf(content.result, dateSystem), content.formula);
    case 'blank':
      return;
  }
}

/** What the core computed stands until the formula is calculated here, and for good where nothing calculates. */
function valueOf(result: PlannedResult, dateSystem: DateSystem): CellValue {
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  return 'year' in result ? serialOfDate(result, dateSystem) : result.toNumber();
}

const SIDES = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;
const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

function lookOf(style: CellStyle, plain: CellLook): CellLook {
  const borders: Partial<Record<BorderSide, BorderLine>> = {};
  for (const side of style.border?.sides ?? []) {
    borders[SIDES[side]] = { style: 'Continuous', weight: 'Thin', color: style.border?.color ?? '#000000' };
  }
  return {
    ...plain,
    numberFormat: style.numberFormat ?? plain.numberFormat,
    fill: style.fill ?? plain.fill,
    fontColor: style.color ?? plain.fontColor,
    fontSize: style.size ?? plain.fontSize,
    bold: style.bold ?? plain.bold,
    italic: style.italic ?? plain.italic,
    horizontal: style.horizontal ? HORIZONTAL[style.horizontal] : plain.horizontal,
    vertical: style.vertical ? VERTICAL[style.vertical] : plain.vertical,
    wrap: style.wrap ?? plain.wrap,
    indent: style.indent ?? plain.indent,
    borders: style.border ? borders : plain.borders,
  };
}

/** Stacked bars, the first category on top and the value axis below. */
function chartOf(sheet: SheetModel, planned: PlannedBarChart): ChartModel {
  const source = (area: CellArea) => ({ sheet: sheet.name, ...area });
  const { top, left, bottom, right } = planned.position;
  const column = (index: number) => columnPoints(sheet, index);
  const row = (index: number) => rowPoints(sheet, index);
  return {
    id: newId('CHART'),
    name: `Chart ${sheet.charts.length + 1}`,
    type: 'BarStacked',
    title: planned.title,
    legendVisible: false,
    series: planned.series.map(({ name, values, fill }) => {
      return { name, values: source(values), categories: source(planned.categories), fill, gapWidth: BAR_GAP };
    }),
    valueAxis: { ...planned.axis, reversed: false },
    categoryAxis: {
      minimum: null,
      maximum: null,
      majorUnit: null,
      numberFormat: null,
      reversed: true,
      crossing: 'Maximum',
    },
    left: spanPoints(0, left, column),
    top: spanPoints(0, top, row),
    width: spanPoints(left, right + 1, column),
    height: spanPoints(top, bottom + 1, row),
  };
}
