import { type CellNumber, evaluateArithmetic } from '../../../../../src/core/tables/formulas/arithmetic';
import { readArithmetic } from '../../../../../src/core/tables/formulas/readArithmetic';
import { Decimal } from '../../../../../src/core/values/decimal';

/** A1 to A9 hold 1 to 9, on every sheet; B1 a text, B2 an error. */
const numberAt: CellNumber = ({ row, column }) => {
  if (column === 0 && row < 9) return new Decimal(row + 1);
  return column === 1 && row === 1 ? null : 'nothing';
};

test.each([
  ['=A1+A2*A3', '7'],
  ['=(A1+A2)*A3', '9'],
  ['=-A3+A9-A1-A1', '4'],
  ['=A9/A3/A3', '1'],
  ['=A2*10%', '0.2'],
  ['=SUM(A1:A9)', '45'],
  ['=SUM(A1:B1,A3,A4*2)', '12'],
  ['=ROUND(A5/A2,0)+ROUNDDOWN(A5/A2,0)+ROUNDUP(A5/A4,0)', '7'],
  ['=ROUNDDOWN(A9*12345,-3)', '111000'],
  ['=TRUNC(A9/A2)', '4'],
  ["='別 の''シート'!A3+Sheet2!$A$2", '5'],
])('%s is %s', (formula, value) => {
  const read = readArithmetic(formula, 'Sheet1');
  expect(read && evaluateArithmetic(read, numberAt)?.toFixed()).toBe(value);
});

test.each([
  '=A1:A9',
  '=IF(A1,1,2)',
  '=A1&"x"',
  '=SUM(A:A)',
  '=A1^2',
  '=A1 A2',
  '=(A1',
  '=SUM(',
  '=ROUND(A1,A2)',
  'A1',
  '=',
  '=A1#',
])('%s is not arithmetic', (formula) => {
  expect(readArithmetic(formula, 'Sheet1')).toBeNull();
});

test.each(['=B1+A1', '=SUM(B1)', '=SUM(A1,B2)', '=A1/C1', '=A1/0'])('%s has no value', (formula) => {
  const read = readArithmetic(formula, 'Sheet1');
  expect(read).not.toBeNull();
  expect(read && evaluateArithmetic(read, numberAt)).toBeNull();
});

test('a formula nested without end is not read', () => {
  expect(readArithmetic(`=${'('.repeat(5000)}A1${')'.repeat(5000)}`, 'Sheet1')).toBeNull();
  expect(readArithmetic(`=${'-'.repeat(5000)}A1`, 'Sheet1')).toBeNull();
});
