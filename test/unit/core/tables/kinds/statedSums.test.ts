import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { relationsOf } from '../../../support/describeDocument';
import { type GridCell, type GridSheet, snapshotOf } from '../../../support/grid';

const by = (formula: string, value: number): GridCell => ({ value, formula });

/** Findings that are not `agrees`, as kind, cell, verdict and the kind of the first cause. */
function oddOf(...sheets: GridSheet[]): string[] {
  const { findings } = checkDocument(findDocument(snapshotOf(...sheets)), NO_TERMS);
  return findings
    .filter(({ verdict }) => verdict !== 'agrees')
    .map(({ id, verdict, causes }) => [id.replace('Sheet1!', ''), verdict, causes[0]?.kind ?? ''].join(' ').trim());
}

const relations = (...sheets: GridSheet[]) => relationsOf(findDocument(snapshotOf(...sheets))).sort();

/** A column of costs without any word for a total. */
const costs = (last: GridCell): GridSheet => ({
  rows: [
    ['品', '額'],
    ['甲', 1200],
    ['乙', 340],
    ['丙', 56],
    ['', last],
  ],
});

test('a formula alone says what is added up', () => {
  expect(relations(costs(by('=SUM(B2:B4)', 1596)))).toEqual(['sum B5=B2:B4']);
  expect(oddOf(costs(by('=SUM(B2:B4)', 1596)))).toEqual([]);
  expect(relations(costs(by('=$B$2+B3+B4', 1596)))).toEqual(['sum B5=B2:B4']);
});

test('a value that was not computed again disagrees', () => {
  expect(oddOf(costs(by('=SUM(B2:B4)', 1569)))[0]).toMatch(/^sum:B5 disagrees/);
});

test('subtotals of a kind are left out of the total by the same function', () => {
  const rows = (total: GridCell): GridSheet => ({
    rows: [
      ['品', '額'],
      ['甲', 1200],
      ['乙', 340],
      ['', by('=SUBTOTAL(9,B2:B3)', 1540)],
      ['丙', 56],
      ['丁', 71],
      ['', by('=SUBTOTAL(9,B5:B6)', 127)],
      ['', total],
    ],
  });
  const sheet = rows(by('=SUBTOTAL(9,B2:B7)', 1667));
  expect(relations(sheet)).toEqual(['sum B4=B2:B3', 'sum B7=B5:B6', 'sum B8=B2:B3+B5:B6']);
  expect(oddOf(sheet)).toEqual([]);
  expect(relations({ ...sheet, hidden: [3] })).toEqual(['sum B7=B5:B6']);
});

test('a range that misses the last row is told of, with the row', () => {
  const sheet: GridSheet = {
    rows: [
      ['品目', '金額'],
      ['甲', 1200],
      ['乙', 340],
      ['丙', 56],
      ['合計', by('=SUM(B2:B3)', 1540)],
    ],
  };
  expect(relations(sheet)).toEqual(['sum B5=B2:B4']);
  expect(oddOf(sheet)).toEqual(['sum:B5 disagrees omitted-row']);
});

test('differences are sums of what they are taken from', () => {
  const sheet: GridSheet = {
    rows: [
      ['名', '予', '決', '残'],
      ['甲', 1200, 340, by('=B2-C2', 860)],
      ['乙', 700, 655, by('=B3-C3', 54)],
    ],
  };
  expect(relations(sheet)).toEqual(['sum→ B2=C2:D2', 'sum→ B3=C3:D3']);
  expect(oddOf(sheet)[0]).toMatch(/^sum:B3 disagrees/);
});

test('what a formula takes away is not added, whatever the words say', () => {
  const sheet: GridSheet = {
    rows: [
      ['品目', '金額'],
      ['甲', 1200],
      ['乙', 340],
      ['値引', 100],
      ['合計', by('=B2+B3-B4', 1440)],
    ],
  };
  expect(oddOf(sheet)).toEqual([]);
});

test.each([
  ['other sheets', '=SUM(他!B2:B4)'],
  ['prices and quantities', '=SUMPRODUCT(B2:B4,C2:C4)'],
  ['a rounded sum', '=ROUND(SUM(B2:B4),0)'],
  ['other columns', '=SUM(A2:C4)'],
  ['a single cell', '=SUM(B2)'],
])('formulas over %s state no sum of the column', (_, formula) => {
  expect(relations(costs(by(formula, 4711)))).toEqual([]);
});

test('numbers stored as texts, which a formula skips, are printed all the same', () => {
  const sheet: GridSheet = {
    rows: [
      ['品', '額'],
      ['甲', 1200],
      ['乙', { value: '340', text: '340' }],
      ['丙', 56],
      ['', by('=SUM(B2:B4)', 1256)],
    ],
  };
  expect(oddOf(sheet)).toEqual(['sum:B5 disagrees text-number-skipped']);
});
