import type { Figure, SumRelation } from '../../../../../src/core/tables/document';
import { noSumsOf } from '../../../../../src/core/tables/evidence/noSums';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { cells, snapshotOf } from '../../../support/grid';

/** Whether a sum of the price and the quantity of the first row that would be its amount is barred. */
function barsSumOfFactors(lines: readonly string[]): boolean {
  const [table] = findDocument(snapshotOf({ rows: lines.map(cells) })).tables;
  const [row] = table?.rows ?? [];
  if (!table || !row?.amount || !row.unitPrice) throw new Error('no table of prices');
  const factors = [row.unitPrice, row.quantity, ...(row.pricing?.factors ?? []).map(({ figure }) => figure)];
  const addends = factors.filter((figure): figure is Figure => figure !== null);
  const relation: SumRelation = { kind: 'sum', target: row.amount, addends, axis: 'columns', certainty: 'certain' };
  return noSumsOf(table)(relation);
}

test.each([
  ['quantity × price', ['品名 | 数量 | 単価 | 金額', '用紙 | 3 | 250 | 750', '封筒 | 2 | 80 | 160']],
  [
    'persons × hours × a wage',
    ['内容 | 単価 | 人数 | 時間 | 金額', '窓口 | 2,800 | 12 | 8 | 268,800', '電話 | 1,250 | 6 | 40 | 300,000'],
  ],
  [
    'a share of the list price in percent',
    ['品名 | 定価 | 掛率（%） | 数量 | 金額', 'A | 10,000 | 70 | 3 | 21,000', 'B | 5,500 | 80 | 2 | 8,800'],
  ],
])('factors of %s are not added up', (_, lines) => {
  expect(barsSumOfFactors(lines)).toBe(true);
});

test('columns named like factors that do not multiply may be added up', () => {
  expect(
    barsSumOfFactors(['品名 | 単価 | 数量 | 金額', 'A | 300 | 450 | 750', 'B | 100 | 60 | 160', 'C | 20 | 7 | 27']),
  ).toBe(false);
});
