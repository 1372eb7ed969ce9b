import { areaName } from '../../../../../src/core/sheets/address';
import { formulaTerms, namesEachOnce } from '../../../../../src/core/tables/clues/formulaTerms';

const AT = { sheet: '減 額', row: 7, column: 3 };
const addends = (formula: string) => {
  const found = formulaTerms(formula, AT);
  if (!found || !namesEachOnce(found, AT) || found.some(({ sign }) => sign < 0)) return null;
  return found.map(({ area }) => areaName(area));
};
const terms = (formula: string) =>
  formulaTerms(formula, AT)?.map(({ area, sign }) => `${sign < 0 ? '-' : '+'}${areaName(area)}`) ?? null;

test.each([
  ['=SUM(D3:D7)', ['D3:D7']],
  ['=sum( $D$3:$D$7 )', ['D3:D7']],
  ['=SUM(D3:D5,D7)', ['D3:D5', 'D7']],
  ['=SUM(D3:D5)+D7', ['D3:D5', 'D7']],
  ['=D3+D4+D5', ['D3', 'D4', 'D5']],
  ['=+D3+(D4+D5)', ['D3', 'D4', 'D5']],
  ['=SUM(D3)', ['D3']],
  ['=SUM((D3:D5),SUM(D6:D7))', ['D3:D5', 'D6:D7']],
  ['=SUBTOTAL(9,D3:D7)', ['D3:D7']],
  ['=SUBTOTAL(109, D3:D5, D7)', ['D3:D5', 'D7']],
  ['=AGGREGATE(9,6,D3:D7)', ['D3:D7']],
  ["='減 額'!D3+'減 額'!D4", ['D3', 'D4']],
  ["=SUM('減 額'!D3:D7)", ['D3:D7']],
  ['=D3--D4', ['D3', 'D4']],
])('%s totals %j', (formula, expected) => {
  expect(addends(formula)).toEqual(expected);
});

test.each([
  ['a cell that is repeated', '=D3'],
  ['a difference', '=D3-D4'],
  ['a constant among the terms', '=SUM(D3:D7)+100'],
  ['a constant', '=100'],
  ['a product', '=D3*1.1'],
  ['a share', '=D3+D4%'],
  ['another function', '=AVERAGE(D3:D7)'],
  ['a rounded sum', '=ROUND(SUM(D3:D7),0)'],
  ['a conditional sum', '=SUMIF(A3:A7,"x",D3:D7)'],
  ['another subtotal', '=SUBTOTAL(1,D3:D7)'],
  ['a subtotal without its code', '=SUBTOTAL(D3:D7)'],
  ['another aggregate', '=AGGREGATE(14,6,D3:D7,1)'],
  ['an aggregate without its option', '=AGGREGATE(9,D3:D7)'],
  ['another sheet', '=SUM(損害!D3:D7)'],
  ['sheets in a row', '=SUM(一月:三月!D3)'],
  ['another workbook', '=SUM([1]減額!D3:D7)'],
  ['a whole column', '=SUM(D:D)'],
  ['a name', '=SUM(明細)'],
  ['a table', '=SUM(表1[金額])'],
  ['a broken reference', '=SUM(#REF!)'],
  ['a spilt array', '=SUM(D3#)'],
  ['an intersection', '=SUM(D3:D7 A5:F5)'],
  ['an area outside a function', '=D3:D7+E3'],
  ['a function whose name looks like a cell', '=LOG10(D3)+D4'],
  ['an array', '=SUM({1,2})'],
  ['a text', '="D3+D4"'],
  ['a missing parenthesis', '=SUM(D3:D7'],
  ['one too many', '=SUM(D3:D7))'],
  ['a missing term', '=D3+'],
  ['nothing', '='],
  ['no formula', 'D3+D4'],
  ['a cell counted twice', '=SUM(D3:D7,D5)'],
  ['itself', '=SUM(D3:D8)'],
])('%s is no total: %s', (_, formula) => {
  expect(addends(formula)).toBeNull();
});

test('differences have terms with signs', () => {
  expect(terms('=D3+D4-D5')).toEqual(['+D3', '+D4', '-D5']);
  expect(terms('=D3-(D4-D5)')).toEqual(['+D3', '-D4', '+D5']);
  expect(terms('=D3-SUM(D4:D6)')).toEqual(['+D3', '-D4:D6']);
  expect(terms('=-D3')).toBeNull();
});

test('subtotals are left out of subtotals, not of sums', () => {
  const skips = (formula: string) => formulaTerms(formula, AT)?.map(({ skipsSubtotals }) => skipsSubtotals);
  expect(skips('=SUBTOTAL(9,D3:D7)+D2')).toEqual([true, false]);
  expect(skips('=AGGREGATE(9,3,D3:D7)')).toEqual([true]);
  expect(skips('=AGGREGATE(9,6,D3:D7)')).toEqual([false]);
  expect(skips('=SUM(D3:D7)')).toEqual([false]);
});

test('a long formula is read in one pass', () => {
  const cells = Array.from({ length: 1000 }, (_, index) => `F${index + 1}`);
  expect(addends(`=${cells.join('+')}`)).toEqual(cells);
  expect(addends(`=${'('.repeat(500)}F1+F2${')'.repeat(500)}`)).toEqual(['F1', 'F2']);
});
