import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetPlan } from '../../../../src/core/sheets/sheetPlan';
import { cellAt } from '../../../../src/core/sheets/snapshot';
import { Decimal } from '../../../../src/core/values/decimal';
import { ExcelHost } from '../../../../src/host/excelHost';
import { WorkbookModel } from '../../../../src/host/model/workbookModel';
import { addSheets } from '../../../../src/workbooks/xlsx/addSheets';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { ironCalcInNode } from '../../../support/ironCalcInNode';

const SAMPLE = readFileSync(join(__dirname, '../../../../assets/sample/nakano-2020.xlsx'));

const PLAN: SheetPlan = {
  role: 'totals',
  name: '合計',
  incompleteNotice: '書き込み中',
  cells: [
    { row: 0, column: 0, content: { kind: 'text', text: '=合計' }, style: { bold: true, size: 14 } },
    { row: 1, column: 0, content: { kind: 'number', value: new Decimal('0.1') }, style: { numberFormat: '0%' } },
    {
      row: 1,
      column: 1,
      content: { kind: 'formula', formula: '=SUM(減額!D4:D6)', result: new Decimal(2480940) },
      style: { numberFormat: '#,##0', border: { color: '#7F7F7F', sides: ['top', 'bottom'] }, fill: '#F2F2F2' },
    },
    {
      row: 2,
      column: 0,
      content: { kind: 'link', text: '減額!D4', target: { sheet: '減額', row: 3, column: 3 } },
      style: { horizontal: 'right', wrap: true },
    },
    { row: 2, column: 1, content: { kind: 'boolean', value: true }, style: {} },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  columnWidths: [20, 12],
  rowHeights: new Map([[0, 30]]),
  frozen: { rows: 1, columns: 0 },
  highlights: [{ area: { top: 1, left: 1, bottom: 1, right: 1 }, formula: '=B2>1', fill: '#FFC7CE', color: '#9C0006' }],
  choices: [{ cell: { row: 1, column: 0 }, choices: ['切捨て', '切上げ'] }],
  charts: [
    {
      title: '停止',
      categories: { top: 1, left: 0, bottom: 2, right: 0 },
      series: [
        { name: '開始', values: { top: 1, left: 1, bottom: 2, right: 1 }, fill: null },
        { name: '日数', values: { top: 1, left: 1, bottom: 2, right: 1 }, fill: '#C00000' },
      ],
      axis: { minimum: 43800, maximum: 43900, majorUnit: 20, numberFormat: 'yyyy/m/d' },
      position: { top: 4, left: 0, bottom: 12, right: 1 },
    },
  ],
  names: [{ name: 'kenzan_rate', cell: { row: 1, column: 0 } }],
  tabColor: '#2F75B5',
  page: { orientation: 'landscape', titleRows: { first: 0, last: 0 } },
};

async function opened(): Promise<ExcelHost> {
  return ExcelHost.open(await addSheets(SAMPLE, [PLAN]), 'book.xlsx', ironCalcInNode());
}

describe('saving', () => {
  it('holds what the user typed, with what it changes elsewhere; setting it back is no change', async () => {
    const host = await ExcelHost.open(SAMPLE, 'nakano-2020.xlsx', ironCalcInNode());
    const sheet = host.model.sheet('減額');
    if (!sheet) throw new Error('The sheet is not there.');
    const before = sheet.cell(3, 3)?.value;
    host.model.userEdit(sheet.id, 3, 3, '12345');
    host.model.userEdit(sheet.id, 40, 0, '2020/6/9');
    host.model.userEdit(sheet.id, 41, 0, '=D4*2');
    const read = readSnapshot(await host.save(), 'a.xlsx').sheets.find(({ name }) => name === '減額');
    if (!read) throw new Error('The sheet is not there.');
    expect(cellAt(read, 3, 3)).toMatchObject({ value: 12345, formula: null });
    expect(cellAt(read, 40, 0)).toMatchObject({ value: 43991, numberFormat: 'yyyy/m/d' });
    expect(cellAt(read, 41, 0)).toMatchObject({ value: 24690, formula: '=D4*2' });
    for (const { row, column, cell } of sheet.cells()) {
      if (cell.formula !== null) expect(cellAt(read, row, column)?.value).toBe(cell.value);
    }
    host.model.change('user', () => {
      sheet.setContent(3, 3, before ?? null, null);
      sheet.setContent(40, 0, null, null);
      sheet.setLook(40, 0, sheet.defaultLook);
      sheet.setContent(41, 0, null, null);
    });
    expect(Buffer.from(await host.save()).equals(SAMPLE)).toBe(true);
  });

  it('refuses changes to a kind of file that cannot be written', async () => {
    const host = await ExcelHost.open(new TextEncoder().encode('a,1\n'), 'a.csv');
    host.model.userEdit(host.model.sheets[0]?.id ?? '', 0, 1, '2');
    await expect(host.save()).rejects.toMatchObject({ code: 'cannot-write-format', detail: 'format' });
  });

  it('shows a sheet of ours as it was planned, its chart too', async () => {
    const { model } = await opened();
    const sheet = model.sheet('合計');
    expect(model.names.find('_kenzan', sheet?.id ?? '')).toMatchObject({ formula: '="totals"', visible: false });
    expect(sheet?.cell(1, 1)).toMatchObject({ value: 2480940, formula: '=SUM(減額!D4:D6)' });
    expect(sheet?.columnWidths.get(0)).toBe(20 * 7 + 5);
    expect(sheet?.charts).toMatchObject([
      {
        type: 'BarStacked',
        title: '停止',
        valueAxis: { minimum: 43800, maximum: 43900, majorUnit: 20, numberFormat: 'yyyy/m/d' },
        series: [
          { name: '開始', fill: null, categories: { sheet: '合計', top: 1, left: 0, bottom: 2, right: 0 } },
          { name: '日数', fill: '#C00000', values: { sheet: '合計', top: 1, left: 1, bottom: 2, right: 1 } },
        ],
      },
    ]);
  });

  it('writes a changed sheet of ours with what the engine now gives, and loses nothing else of it', async () => {
    const host = await opened();
    const sheet = host.model.sheet('合計');
    const source = host.model.sheet('減額');
    if (!sheet || !source) throw new Error('The sheets are not there.');
    host.model.userEdit(sheet.id, 1, 0, '20%');
    const saved = await host.save();
    const snapshot = readSnapshot(saved, 'book.xlsx').sheets.find(({ name }) => name === '合計');
    if (!snapshot) throw new Error('The sheet is not there.');
    expect(snapshot.role).toBe('totals');
    expect(cellAt(snapshot, 0, 0)).toMatchObject({ value: '=合計', formula: null });
    expect(cellAt(snapshot, 1, 0)?.value).toBe(0.2);
    expect(cellAt(snapshot, 1, 1)).toMatchObject({
      value: 2480940,
      formula: '=SUM(減額!D4:D6)',
      numberFormat: '#,##0',
    });
    const again = (await ExcelHost.open(saved, 'book.xlsx', null)).model.sheet('合計');
    const shape = (of: typeof sheet | null) => ({
      merges: of?.merges,
      widths: [...(of?.columnWidths ?? [])],
      heights: [...(of?.rowHeights ?? [])],
      frozen: of?.frozen,
      tab: of?.tabColor,
      page: of?.page,
      choices: of?.validations,
      links: [...(of?.links() ?? [])],
      highlights: of?.conditionalFormats,
      charts: of?.charts.map((chart) => ({ ...chart, id: '', name: '' })),
      look: of?.lookAt(1, 1),
    });
    expect(shape(again)).toEqual(shape(sheet));
  });

  it('cannot write a workbook that no file stands behind', async () => {
    const model = new WorkbookModel('new.xlsx');
    model.change('load', () => model.addSheet('表'));
    await expect(new ExcelHost(model).save()).rejects.toMatchObject({ code: 'cannot-write-format' });
  });
});
