import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExcelHost } from '../../../../src/host/excelHost';
import { expandArrays } from '../../../../src/host/formulas/expandArrays';
import { readSnapshot } from '../../../../src/workbooks/xlsx/readSnapshot';
import { ironCalcInNode } from '../../../support/ironCalcInNode';
import { comparePlans, plansFor, putPlans } from './writtenPlans';

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
  const plans = await plansFor(readSnapshot(bytes, 'nakano-2020.xlsx'));
  const { model } = await ExcelHost.open(bytes, 'nakano-2020.xlsx', ironCalcInNode());
  putPlans(model, plans);
  const { count, wrong } = comparePlans(model, plans);
  expect(count).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
