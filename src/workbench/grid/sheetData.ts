import { BooleanNumber, CellValueType, type ICellData, type IWorksheetData } from '@univerjs/core';
import { isCellError } from '../../core/sheets/snapshot';
import type { ConditionalFormatModel } from '../../host/model/features';
import type { ModelCell, SheetModel } from '../../host/model/sheetModel';
import type { StyleTable } from './looks';

const PIXELS_PER_POINT = 96 / 72;
/** Pixels. */
export const ROW_HEADER_WIDTH = 46;
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 8;
const LEAST_ROWS = 120;
const LEAST_COLUMNS = 26;

/**
 * A cell as the grid holds it: the value alone. The formula stays with the host, or the grid would calculate on its own.
 */
export function gridCell(cell: ModelCell | null, styleId: string): ICellData {
  return { ...gridValue(cell), s: styleId, f: null, si: null, p: null };
}

function gridValue(cell: ModelCell | null): Pick<ICellData, 'v' | 't'> {
  const value = cell?.value ?? null;
  if (value === null) return { v: null, t: null };
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return typeof value === 'number' ? { v: value, t: CellValueType.NUMBER } : { v: value, t: CellValueType.STRING };
}

/** A sheet of the host as the grid takes it. */
export function gridSheet(sheet: SheetModel, styles: StyleTable): IWorksheetData {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, cell } of sheet.cells()) {
    (cellData[row] ??= {})[column] = gridCell(cell, styles.idOf(cell.look));
  }
  const { rows, columns } = extentOf(sheet);
  const { frozen } = sheet;
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor ?? '',
    hidden: truth(sheet.visibility !== 'Visible'),
    freeze: {
      xSplit: frozen.columns,
      ySplit: frozen.rows,
      startRow: frozen.rows > 0 ? frozen.rows : -1,
      startColumn: frozen.columns > 0 ? frozen.columns : -1,
    },
    rowCount: rows,
    columnCount: columns,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: sheet.defaultColumnWidth,
    defaultRowHeight: Math.round(sheet.defaultRowHeight * PIXELS_PER_POINT),
    mergeData: sheet.merges.map((area) => ({
      startRow: area.top,
      endRow: area.bottom,
      startColumn: area.left,
      endColumn: area.right,
    })),
    cellData,
    rowData: rowsOf(sheet),
    columnData: columnsOf(sheet),
    defaultStyle: styles.idOf(sheet.defaultLook),
    rowHeader: { width: ROW_HEADER_WIDTH },
    columnHeader: { height: 22 },
    showGridlines: truth(sheet.showGridlines),
    rightToLeft: BooleanNumber.FALSE,
  };
}

function extentOf(sheet: SheetModel): { rows: number; columns: number } {
  const used = sheet.usedArea(false);
  return {
    rows: Math.max(LEAST_ROWS, (used?.bottom ?? 0) + SPARE_ROWS),
    columns: Math.max(LEAST_COLUMNS, (used?.right ?? 0) + SPARE_COLUMNS),
  };
}

function rowsOf(sheet: SheetModel): IWorksheetData['rowData'] {
  const rows: Record<number, { h?: number; hd?: BooleanNumber; ia?: BooleanNumber }> = {};
  for (const [row, points] of sheet.rowHeights) {
    rows[row] = { h: Math.round(points * PIXELS_PER_POINT), ia: BooleanNumber.FALSE };
  }
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function columnsOf(sheet: SheetModel): IWorksheetData['columnData'] {
  const columns: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const [column, pixels] of sheet.columnWidths) columns[column] = { w: pixels };
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

/** A conditional format as the grid's plug-in keeps it. The plug-in evaluates it over the values that the host gave. */
export function gridConditionalFormat(format: ConditionalFormatModel) {
  const { area } = format;
  return {
    cfId: format.id,
    ranges: [{ startRow: area.top, endRow: area.bottom, startColumn: area.left, endColumn: area.right }],
    stopIfTrue: format.stopIfTrue,
    rule: {
      type: 'highlightCell',
      subType: 'formula',
      value: format.formula.startsWith('=') ? format.formula : `=${format.formula}`,
      style: {
        ...(format.fill ? { bg: { rgb: format.fill } } : {}),
        ...(format.fontColor ? { cl: { rgb: format.fontColor } } : {}),
        ...(format.bold === null ? {} : { bl: truth(format.bold) }),
      },
    },
  };
}

function truth(yes: boolean): BooleanNumber {
  return yes ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
