import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { planSheets } from '../../../../src/core/report/planSheets';
import type { PlannedResult } from '../../../../src/core/sheets/sheetPlan';
import { serialOfDate } from '../../../../src/core/values/calendar';
import { verify } from '../../../../src/core/verify';
import { ExcelHost } from '../../../../src/host/excelHost';
import { expandArrays } from '../../../../src/host/formulas/expandArrays';
import { XlsxWorkbook } from '../../../../src/workbooks/xlsx/xlsxWorkbook';
import { ironCalcInNode } from '../../../support/ironCalcInNode';

it.each([
  ['=SUMPRODUCT(ROUNDUP(A1:A2*$C$6/100,0))', '=SUM(ROUNDUP($A$1*$C$6/100,0),ROUNDUP($A$2*$C$6/100,0))'],
  ['=1+SUMPRODUCT(INT(B1:C1))*2', '=1+SUM(INT($B$1),INT($C$1))*2'],
  ['=SUMPRODUCT(INT(A1:A2*減額!B3:B4))', '=SUM(INT($A$1*減額!$B$3),INT($A$2*減額!$B$4))'],
  ["=SUMPRODUCT(ABS('a (b)'!A1:A2))", "=SUM(ABS('a (b)'!$A$1),ABS('a (b)'!$A$2))"],
  ['=SUMPRODUCT(INT(A1:A1))&SUMPRODUCT(INT(B1:B1))', '=SUM(INT($A$1))&SUM(INT($B$1))'],
])('writes out %s', (formula, expected) => {
  expect(expandArrays(formula)).toBe(expected);
});

it.each([
  '=SUM(A1:A3)',
  '=SUMPRODUCT(A1:A3,B1:B3)',
  '=SUMPRODUCT(ROUND(MAX(A1:A3),0))',
  '=SUMPRODUCT(INT(A1:A3*B1:B2))',
  '=SUMPRODUCT(INT(A1))',
  '=SUMPRODUCT(INT(A1:A3)',
  '="SUMPRODUCT"',
])('leaves %s as it is', (formula) => {
  expect(expandArrays(formula)).toBe(formula);
});

it('lets the host calculate every formula of the three sheets to what the core computed', async () => {
  const bytes = readFileSync(join(__dirname, '../../../../assets/sample/nakano-2020.xlsx'));
  const { snapshot, verification } = await verify(await XlsxWorkbook.open(bytes, 'nakano-2020.xlsx'), NO_TERMS);
  const time = { date: { year: 2026, month: 4, day: 1 }, hour: 9, minute: 0 };
  const plans = planSheets(verification, snapshot, { language: 'ja', time, version: '0' });
  const { model } = await ExcelHost.open(bytes, 'nakano-2020.xlsx', ironCalcInNode());
  const plain = (result: PlannedResult) =>
    typeof result === 'object' ? ('year' in result ? serialOfDate(result, 1900) : result.toNumber()) : result;

  model.change('add-in', () => {
    for (const plan of plans) {
      const sheet = model.addSheet(plan.name);
      for (const name of plan.names) {
        const column = String.fromCharCode(65 + name.cell.column);
        model.names.define(name.name, sheet.id, `='${plan.name}'!$${column}$${name.cell.row + 1}`);
      }
    }
    for (const plan of plans) {
      for (const { row, column, content } of plan.cells) {
        const sheet = model.sheet(plan.name);
        if (content.kind === 'formula') sheet?.setContent(row, column, null, content.formula);
        else if (content.kind === 'text' || content.kind === 'link') sheet?.setContent(row, column, content.text, null);
        else if (content.kind !== 'blank') sheet?.setContent(row, column, plain(content.value), null);
      }
    }
  });
  const formulas = plans.flatMap((plan) =>
    plan.cells.flatMap(({ row, column, content }) =>
      content.kind === 'formula' ? [{ sheet: plan.name, row, column, content }] : [],
    ),
  );
  expect(formulas.length).toBeGreaterThan(100);
  const wrong = formulas.flatMap(({ sheet, row, column, content }) => {
    const value = model.sheet(sheet)?.cell(row, column)?.value;
    return value === plain(content.result) ? [] : [{ sheet, row, column, formula: content.formula, value }];
  });
  expect(wrong).toEqual([]);
});
