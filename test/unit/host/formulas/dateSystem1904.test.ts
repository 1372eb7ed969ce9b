import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellSnapshot, Snapshot } from '../../../../src/core/sheets/snapshot';
import { formulaIn1900 } from '../../../../src/host/formulas/dateSystem1904';
import { isDateFormat } from '../../../../src/host/model/displayText';
import { WorkbookModel } from '../../../../src/host/model/workbookModel';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { ironCalcInNode } from '../../../support/ironCalcInNode';
import { comparePlans, plansFor, putPlans } from './writtenPlans';

test.each([
  ['=DATE(2020,1,MAX(1,2))', '=(DATE(2020,1,MAX(1,2))-1462)'],
  ['=DATE(YEAR(A1),12,31)-B1', '=(DATE(YEAR((A1)+1462),12,31)-1462)-B1'],
  ['=EOMONTH(A1+1,0)', '=(EOMONTH((A1+1)+1462,0)-1462)'],
  ['=DATEDIF(A1,B1,"d")&"DATE(1)"', '=DATEDIF((A1)+1462,(B1)+1462,"d")&"DATE(1)"'],
  ['=TODAY()', '=(TODAY()-1462)'],
  ['=TEXT(A1,"yyyy/m/d")&TEXT(A1,"#,##0")', '=TEXT((A1)+1462,"yyyy/m/d")&TEXT(A1,"#,##0")'],
  [`='DAY(1)'!A1+(B1-C1)*MATCH(1,{1,2},0)`, `='DAY(1)'!A1+(B1-C1)*MATCH(1,{1,2},0)`],
  ['=WORKDAY(A1,3)', '=(WORKDAY((A1)+1462,3)-1462)'],
])('%s becomes %s', (formula, expected) => {
  expect(formulaIn1900(formula)).toBe(expected);
});

test('working days with holidays cannot be told to the engine: the cached result stands', () => {
  expect(formulaIn1900('=1+NETWORKDAYS(A1,B1,C1:C3)')).toBeNull();
  const model = new WorkbookModel('a.xlsx', 1904, ironCalcInNode());
  const sheet = model.change('load', () => model.addSheet('表'));
  model.change('load', () => {
    sheet.setContent(0, 0, 5, '=NETWORKDAYS(A2,B2,C1:C3)');
    sheet.setContent(0, 1, 6, '=A1+A2');
  });
  model.userEdit(sheet.id, 1, 0, '2');
  expect([sheet.cell(0, 0)?.value, sheet.cell(0, 1)?.value]).toEqual([5, 7]);
});

test('dates made, read and subtracted are those of the 1904 system', () => {
  const model = new WorkbookModel('a.xlsx', 1904, ironCalcInNode());
  const sheet = model.change('load', () => model.addSheet('表'));
  model.userEdit(sheet.id, 0, 0, '2019/12/4');
  const formulas = ['=DATE(2019,12,24)-A1', '=YEAR(A1)', '=DATE(2019,12,4)=A1', '=EOMONTH(A1,0)-A1', '=WEEKDAY(A1)'];
  formulas.forEach((formula, row) => model.userEdit(sheet.id, row, 1, formula));
  expect(sheet.cell(0, 0)?.value).toBe(42341);
  expect(formulas.map((_, row) => sheet.cell(row, 1)?.value)).toEqual([20, 2019, true, 27, 4]);
});

test('the three sheets of a 1904 workbook are calculated to what the core computed', async () => {
  const sample = readSnapshot(readFileSync(join(__dirname, '../../../../assets/sample/nakano-2020.xlsx')), 'a.xlsx');
  const moved = (cell: CellSnapshot | null): CellSnapshot | null =>
    cell && typeof cell.value === 'number' && isDateFormat(cell.numberFormat)
      ? { ...cell, value: cell.value - 1462 }
      : cell;
  const sheets = sample.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(moved)) }));
  const snapshot: Snapshot = { ...sample, dateSystem: 1904, sheets };
  const model = new WorkbookModel('a.xlsx', 1904, ironCalcInNode());
  model.change('load', () => {
    for (const { name, origin, rows } of sheets) {
      const sheet = model.addSheet(name);
      rows.forEach((line, row) =>
        line.forEach((cell, column) => {
          if (cell) sheet.setContent(origin.row + row, origin.column + column, cell.value, cell.formula);
        }),
      );
    }
  });
  const plans = await plansFor(snapshot);
  putPlans(model, plans);
  const { count, wrong } = comparePlans(model, plans);
  expect(count).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
