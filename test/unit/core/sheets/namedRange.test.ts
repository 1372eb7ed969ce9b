import { areaName } from '../../../../src/core/sheets/address';
import { isTableName, readNamedRange } from '../../../../src/core/sheets/namedRange';
import { sameFigures } from '../../../../src/core/sheets/sameFigures';
import { snapshotOf, textSheet } from '../../support/grid';

test.each([
  ['検算_減額', true],
  ['検算', true],
  ['Kenzan_Fees', true],
  ['KENZAN', true],
  ['ｋｅｎｚａｎ１', true],
  ['_kenzan', false],
  ['My_Kenzan', false],
  ['減額', false],
])('whether %s names a table: %s', (name, expected) => {
  expect(isTableName(name)).toBe(expected);
});

test.each([
  ['=減額!$A$3:$D$30', '減額', 'A3:D30'],
  ['減額!$A$3:$D$30', '減額', 'A3:D30'],
  ["='O''Brien & Co'!$B$2", "O'Brien & Co", 'B2'],
  ["='2020 6月'!A1:C3", '2020 6月', 'A1:C3'],
  ['$表.1!A1:$B$2', '表.1', 'A1:B2'],
  ['=表!$B:$D', '表', 'B1:D1048576'],
  ['=表!$2:$9', '表', 'A2:XFD9'],
])('%s is a rectangle', (formula, sheet, area) => {
  const range = readNamedRange('検算', formula);
  expect(range && [range.name, range.sheet, areaName(range.area)]).toEqual(['検算', sheet, area]);
});

test.each([
  '="findings"',
  '=0.1',
  '=#REF!',
  '=表!#REF!',
  '=表!$A$1:$B$2,表!$D$1:$E$2',
  '=OFFSET(表!$A$1,0,0,3,4)',
  '=Sheet1:Sheet3!$A$1:$B$2',
  "='Sheet 1:Sheet 3'!$A$1",
  '=[1]表!$A$1:$B$2',
  "='[1]表 2'!$A$1",
  '=表!$A$1:$B$0',
  '=表!$D:$B',
  '=$A$1',
])('%s is none', (formula) => {
  expect(readNamedRange('検算', formula)).toBeNull();
});

test('naming a table makes other figures, naming anything else does not', () => {
  const grid = 'A | 1\nB | 2';
  const plain = snapshotOf(textSheet(grid));
  const other = snapshotOf(textSheet(grid, { names: { 単価表: 'A1:B2' } }));
  const table = snapshotOf(textSheet(grid, { names: { 検算: 'A1:B2' } }));
  const renamed = snapshotOf(textSheet(grid, { names: { Kenzan_1: 'A1:B2' } }));
  expect([sameFigures(plain, other), sameFigures(plain, table), sameFigures(table, renamed)]).toEqual([
    true,
    false,
    true,
  ]);
});
