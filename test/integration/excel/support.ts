import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetPlan, SheetRole } from '../../../src/core/sheets/sheetPlan';
import { ExcelHost } from '../../../src/host/excelHost';
import type { SheetModel } from '../../../src/host/model/sheetModel';
import { WorkbookModel } from '../../../src/host/model/workbookModel';
import { ExcelWorkbook } from '../../../src/workbooks/excel/excelWorkbook';
import { ironCalcInNode } from '../../support/ironCalcInNode';
import { startOfficeInNode } from '../../support/officeInNode';

export { quiet, requestsOf } from '../../support/requests';

/** Loading the client and the formula engine takes seconds on a busy machine. */
jest.setTimeout(120_000);

export const SAMPLE_NAME = 'nakano-2020.xlsx';
export const sampleBytes = (): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../../assets/sample', SAMPLE_NAME)));

/** A workbook in Excel's place, and the port on it through the real office.js. */
export interface Opened {
  readonly host: ExcelHost;
  readonly model: WorkbookModel;
  readonly workbook: ExcelWorkbook;
}

export function connect(host: ExcelHost, supports: (excelApi: string) => boolean = () => true): Opened {
  const { Excel } = startOfficeInNode(host);
  return { host, model: host.model, workbook: new ExcelWorkbook({ excel: Excel, supports }) };
}

export async function openSample(): Promise<Opened> {
  return connect(await ExcelHost.open(sampleBytes(), SAMPLE_NAME, ironCalcInNode()));
}

/** A workbook made in memory: each sheet's rows as typed into it. */
export function openTyped(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  dateSystem: 1900 | 1904 = 1900,
): Opened {
  const model = new WorkbookModel('typed.xlsx', dateSystem, ironCalcInNode());
  model.change('load', () => Object.keys(sheets).forEach((name) => model.addSheet(name)));
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = sheetOf(model, name);
    rows.forEach((line, row) => line.forEach((typed, column) => model.userEdit(sheet.id, row, column, typed)));
  }
  return connect(new ExcelHost(model));
}

/** A workbook of one sheet, 表, with texts in column A; nothing in it is calculated. */
export function openLong(texts: readonly string[]): Opened {
  const model = new WorkbookModel('long.xlsx');
  model.change('load', () => {
    const sheet = model.addSheet('表');
    texts.forEach((text, row) => sheet.setContent(row, 0, text, null));
  });
  return connect(new ExcelHost(model));
}

export function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheet(name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

/** A plan with nothing but a title and the given cells. */
export function planOf(role: SheetRole, name: string, cells: SheetPlan['cells'] = []): SheetPlan {
  return {
    role,
    name,
    cells: [{ row: 0, column: 0, content: { kind: 'text', text: `${role} title` }, style: { bold: true } }, ...cells],
    incompleteNotice: NOTICE,
    merges: [],
    columnWidths: [],
    rowHeights: new Map(),
    frozen: { rows: 0, columns: 0 },
    highlights: [],
    choices: [],
    charts: [],
    names: [],
    tabColor: '#2F7F9E',
    page: { orientation: 'portrait', titleRows: null },
  };
}

export const NOTICE = 'incomplete: write again';

/** Everything that a sheet holds, to compare a workbook before and after. */
export function contentOf(sheet: SheetModel) {
  const cells = [...sheet.cells()].map(({ row, column, cell }) => [row, column, cell.value, cell.formula, cell.look]);
  return {
    name: sheet.name,
    cells: cells.sort(([a, b], [c, d]) => Number(a) - Number(c) || Number(b) - Number(d)),
    links: [...sheet.links()].length,
    merges: sheet.merges,
    charts: sheet.charts,
    conditionalFormats: sheet.conditionalFormats,
    validations: sheet.validations,
    widths: [...sheet.columnWidths],
    frozen: sheet.frozen,
  };
}
