import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { relationsOf } from '../../../support/describeDocument';
import { snapshotOf, textSheet } from '../../../support/grid';

const read = (grid: string) => findDocument(snapshotOf(textSheet(grid)));
const oddOf = (grid: string) =>
  checkDocument(read(grid), NO_TERMS)
    .findings.filter(({ verdict }) => verdict !== 'agrees')
    .map(({ id, verdict, causes }) => [
      id.replace(/Sheet1!/, ''),
      verdict,
      causes[0]?.cell.row,
      causes[0]?.cell.column,
    ]);

const CASH_BOOK = `
日付 | 摘要 | 収入 | 支出 | 残高
4月1日 | 前期繰越 | | | 128,450
4月3日 | 切手 | | 8,400 | 120,050
4月8日 | 会費 | 60,000 | | 180,050
4月12日 | コピー用紙 | | 5,478 | 174,572
4月20日 | 会場使用料 | | 22,000 | 152,572`;

test('a balance is carried on from row to row', () => {
  expect(relationsOf(read(CASH_BOOK))).toEqual(
    expect.arrayContaining(['sum→ E3=E2-D3', 'sum→ E4=E3+C4', 'sum→ E5=E4-D5', 'sum→ E6=E5-D6']),
  );
  expect(oddOf(CASH_BOOK)).toEqual([]);
});

test('a wrong balance is named where two rows fail', () => {
  expect(oddOf(CASH_BOOK.replace('180,050', '180,500'))).toEqual([
    ['sum:E4', 'disagrees', 3, 4],
    ['sum:E5', 'disagrees', 3, 4],
  ]);
});

test('what is left follows across the columns, with the signs that their words say', () => {
  const stock = `
品目 | 前月残 | 入庫 | 出庫 | 当月残
トナー | 14 | 20 | 23 | 11
用紙A4 | 212 | 500 | 487 | 225
用紙A3 | 38 | 60 | 51 | 47
封筒 | 1,420 | 2,000 | 1,866 | 1,545`;
  expect(relationsOf(read(stock))).toEqual(expect.arrayContaining(['sum→ E2=B2:C2-D2', 'sum→ E5=B5:C5-D5']));
  expect(oddOf(stock)).toEqual([['sum:E5', 'disagrees', 4, 4]]);
});

test('two columns named 残 that do not follow from others say nothing', () => {
  const unlike = `
品目 | 入庫 | 出庫 | 残
甲 | 20 | 23 | 411
乙 | 500 | 487 | 225
丙 | 60 | 51 | 947`;
  expect(relationsOf(read(unlike))).toEqual([]);
});
