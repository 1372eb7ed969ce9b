import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { relationsOf, tableText } from '../../../support/describeDocument';
import { snapshotOf, textSheet } from '../../../support/grid';

const find = (grid: string) => findDocument(snapshotOf(textSheet(grid)));

test('a total that leaves out a line is a finding, not a sum of the other lines', () => {
  const document = find(`
費目 | 金額
給料 | 300,121
手当 | 45,007
旅費 | 12,340
印刷 | 8,001
合計 | 65,348`);
  expect(relationsOf(document)).toEqual(['sum B6=B2:B5']);
  const [finding] = checkDocument(document, NO_TERMS).findings.filter(({ kind }) => kind === 'sum');
  expect(finding?.verdict).toBe('disagrees');
});

test('one finding a cell and axis', () => {
  const document = find(`
店 | 4月 | 5月 | 6月 | 計
東 | 1,204 | 1,310 | 1,118 | 3,632
西 | 2,310 | 2,204 | 2,401 | 6,915
小計 | 3,514 | 3,514 | 3,519 | 10,547
南 | 987 | 1,012 | 940 | 2,939
北 | 455 | 430 | 502 | 1,387
小計 | 1,442 | 1,442 | 1,442 | 4,326
合計 | 4,956 | 4,956 | 4,961 | 14,873`);
  const targets = document.tables.flatMap(({ relations }) =>
    relations.flatMap((relation) =>
      relation.kind === 'sum' ? [`${relation.axis} ${relation.target.cell.row} ${relation.target.cell.column}`] : [],
    ),
  );
  expect(new Set(targets).size).toBe(targets.length);
  expect(targets.length).toBe(12 + 7);
});

test('another finding where subtotals give a total as its details do, beyond doubt', () => {
  const document = find(`
店 | 4月 | 5月 | 6月
東 | 1,204,113 | 1,310,229 | 1,118,402
西 | 2,310,540 | 2,204,871 | 2,401,336
小計 | 3,514,653 | 3,515,100 | 3,519,738
南 | 987,202 | 2,012,674 | 140,311
北 | 455,718 | 430,055 | 502,946
小計 | 1,442,920 | 2,442,729 | 643,257
合計 | 4,957,573 | 5,957,829 | 4,162,995`);
  const totals = relationsOf(document).filter((relation) => relation.startsWith('sum B8='));
  expect(totals).toEqual(['sum B8=B2:B3+B5:B6', 'sum B8=B4+B7']);
});

test('rows whose totals no word names make one table with its headers, names and lines', () => {
  const document = find(`
年 | 両性 | 男 | 女
令和3年 | 334193 | 168123 | 166070
令和4年 | 332017 | 166904 | 165113
令和5年 | 333593 | 167451 | 166142`);
  expect(document.tables.map(tableText)).toEqual(['amounts A1:D4 name@A amount@B amount@C amount@D']);
  expect(document.tables[0]?.columns.map(({ header }) => header)).toEqual(['年', '両性', '男', '女']);
  expect(document.tables[0]?.rows.map(({ name }) => name)).toEqual(['令和3年', '令和4年', '令和5年']);
});

test('a course of events stays one', () => {
  const document = find(`
日付 | 内容
2019/12/4 | 障害発生
2019/12/10 | 一部復旧 120 件
2019/12/26 | 復旧`);
  expect(document.tables.map(({ kind }) => kind)).toEqual(['timeline']);
  expect(relationsOf(document)).toEqual([]);
});

test('cells that print that there is nothing are among what a sum adds up, and a subtotal adds up its own section', () => {
  const document = find(`
費目 | 4月 | 5月
人件費
給料 | 300,121 | 210,007
手当 | - | 12,340
小計 | 300,121 | 222,347
補助 | 10,000 | 20,000
負担 | 5,120 | なし
物件費
旅費 | 8,001 | 7,115
印刷 | 4,220 | —
小計 | 12,221 | 7,115`);
  const nil = document.tables.flatMap(({ relations }) =>
    relations.flatMap((relation) => (relation.kind === 'sum' ? (relation.nil ?? []) : [])),
  );
  expect(nil.map(({ row, column }) => [row, column])).toEqual([
    [3, 1],
    [9, 2],
  ]);
  expect(relationsOf(document)).toContain('sum B11=B9:B10');
});
