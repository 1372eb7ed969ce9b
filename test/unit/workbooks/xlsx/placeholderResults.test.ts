import { readWorkbook } from '../../../../src/workbooks/xlsx/readSnapshot';
import { addSheets } from '../../../../src/workbooks/xlsx/addSheets';
import { fullPlan, workbookOf } from './fixtures';

/* Programs that do not calculate write 0 for every formula; a workbook whose formulas do come to 0 is none of theirs. */

const number = (cell: string, value: number) => `<c r="${cell}"><v>${value}</v></c>`;
const formula = (cell: string, text: string, result: number) => `<c r="${cell}"><f>${text}</f><v>${result}</v></c>`;
const book = (...cells: readonly string[]) =>
  workbookOf({ sheetName: '表', sheetData: `<row r="1">${cells.join('')}</row>` });
const FIGURES = [number('A1', 3), number('B1', 4)];

test.each([
  ['a sum', [...FIGURES, formula('D1', 'SUM(A1:B1)', 0)], 'D1'],
  ['a sum with empty cells and dollars', [...FIGURES, formula('D1', ' sum( $A$1:$C1 )', 0)], 'D1'],
  ['a product, and a sum of it', [...FIGURES, formula('C1', 'A1*B1', 0), formula('D1', 'SUM(C1:C1)', 0)], 'C1'],
  ['additions in brackets', [...FIGURES, formula('D1', '(A1+B1)+A1', 0)], 'D1'],
  [
    'one that leaves the answer open before it',
    [...FIGURES, formula('C1', 'A1-B1', 0), formula('D1', 'A1+B1', 0)],
    'D1',
  ],
])('%s without its result', async (_, cells, cell) => {
  const { snapshot, uncalculated } = readWorkbook(await book(...cells), 'a.xlsx');
  expect(uncalculated).toEqual({ sheet: '表', row: 0, column: 'ABCD'.indexOf(cell[0] ?? '') });
  const values = snapshot.sheets[0]?.rows[0]?.flatMap((found) =>
    found ? [[found.formula === null, found.value]] : [],
  );
  expect(values?.every(([constant, value]) => constant || value === '')).toBe(true);
  expect(values?.slice(0, 2)).toEqual([
    [true, 3],
    [true, 4],
  ]);
});

test.each([
  ['another formula has a result', [...FIGURES, formula('C1', 'A1*2', 6), formula('D1', 'SUM(A1:B1)', 0)]],
  ['figures cancel each other', [number('A1', 3), number('B1', -3), formula('D1', 'SUM(A1:B1)', 0)]],
  ['figures are noughts', [number('A1', 0), number('B1', 0), formula('D1', 'SUM(A1:B1)', 0)]],
  ['nothing is there yet', [formula('D1', 'SUM(A1:C1)', 0)]],
  ['a factor is missing', [...FIGURES, formula('D1', 'A1*C1', 0)]],
  ['a factor is nought', [number('A1', 3), number('B1', 0), formula('D1', 'A1*B1', 0)]],
  ['a difference', [...FIGURES, formula('D1', 'A1-B1', 0)]],
  ['a function', [...FIGURES, formula('D1', 'LOG10(A1)', 0)]],
  ['another sheet', [...FIGURES, formula('D1', 'SUM(Data!A1:B1)', 0)]],
])('0 may be right: %s', async (_, cells) => {
  const { uncalculated, snapshot } = readWorkbook(await book(...cells), 'a.xlsx');
  expect(uncalculated).toBeNull();
  expect(snapshot.sheets[0]?.rows[0]?.[3 - (snapshot.sheets[0]?.origin.column ?? 0)]?.value).toBe(0);
});

test('our own sheets have their results', async () => {
  const { snapshot, uncalculated } = readWorkbook(
    await addSheets(await book(...FIGURES, formula('D1', 'SUM(A1:B1)', 0)), [fullPlan()]),
    'a.xlsx',
  );
  expect(uncalculated).toEqual({ sheet: '表', row: 0, column: 3 });
  expect(snapshot.sheets[1]?.rows[2]?.[1]?.value).toBe(7133009);
});
