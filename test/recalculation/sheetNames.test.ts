import type { PlannedCell, SheetPlan } from '../../src/core/sheets/sheetPlan';
import { Decimal } from '../../src/core/values/decimal';
import { ExcelHost } from '../../src/host/excelHost';
import { ExcelWorkbook } from '../../src/workbooks/excel/excelWorkbook';
import { XlsxWorkbook } from '../../src/workbooks/xlsx/xlsxWorkbook';
import { ironCalcInNode } from '../support/ironCalcInNode';
import { recalculate } from '../support/libreOffice';
import { startOfficeInNode } from '../support/officeInNode';
import { workbookOf } from '../unit/workbooks/xlsx/fixtures';

/* Names of our sheets beside one of the user's that is spelled the same: written into a file, and through Excel and saved. */

const users = (): Promise<Uint8Array> =>
  workbookOf({
    sheetName: '表',
    sheetData: '<row r="1"><c r="A1"><v>7</v></c><c r="B1"><f>税率*2</f><v>14</v></c></row>',
    afterSheets: '<definedNames><definedName name="税率">表!$A$1</definedName></definedNames>',
  });

const formula = (row: number, text: string, result: number): PlannedCell => {
  return { row, column: 0, content: { kind: 'formula', formula: text, result: new Decimal(result) }, style: {} };
};

function plans(): SheetPlan[] {
  const plan = (role: SheetPlan['role'], name: string, cells: PlannedCell[], names: SheetPlan['names']): SheetPlan => ({
    ...{ role, name, cells, names, incompleteNotice: '未完成', merges: [], columnWidths: [], rowHeights: new Map() },
    ...{ frozen: { rows: 0, columns: 0 }, highlights: [], choices: [], charts: [], tabColor: '#2F7F9E' },
    page: { orientation: 'portrait', titleRows: null },
  });
  const rate: PlannedCell = { row: 3, column: 2, content: { kind: 'number', value: new Decimal('0.08') }, style: {} };
  return [
    plan('findings', '検算結果', [formula(1, '=合計!税率*100', 8), formula(2, '=税率*100', 700)], []),
    plan('totals', '合計', [rate, formula(1, '=税率*100', 8)], [{ name: '税率', cell: { row: 3, column: 2 } }]),
  ];
}

async function throughTheFile(): Promise<Uint8Array> {
  const workbook = await XlsxWorkbook.open(await users(), 'book.xlsx');
  await workbook.write(plans());
  // A second time, when the names are there.
  await workbook.write(plans());
  return workbook.bytes;
}

async function throughExcel(): Promise<Uint8Array> {
  const host = await ExcelHost.open(await users(), 'book.xlsx', ironCalcInNode());
  const workbook = new ExcelWorkbook({ excel: startOfficeInNode(host).Excel, supports: () => true });
  await workbook.write(plans());
  await workbook.write(plans());
  return host.save();
}

test.each([
  ['a file', throughTheFile],
  ['Excel', throughExcel],
])(
  'written through %s, each name stands for the cell of its sheet',
  async (_way, written) => {
    const book = recalculate({ written: await written() }).get('written');
    const value = (sheet: string, cell: string) => book?.get(sheet)?.get(cell)?.value;
    expect([value('合計', '1,0'), value('検算結果', '1,0'), value('検算結果', '2,0'), value('表', '0,1')]).toEqual([
      8, 8, 700, 14,
    ]);
  },
  120_000,
);
