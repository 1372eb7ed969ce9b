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
