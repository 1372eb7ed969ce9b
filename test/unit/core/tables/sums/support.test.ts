import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { snapshotOf, textSheet } from '../../../support/grid';

const findings = (grid: string) =>
  checkDocument(findDocument(snapshotOf(textSheet(grid))), NO_TERMS)
    .findings.filter(({ kind, verdict }) => kind === 'sum' && verdict !== 'agrees')
    .map(({ id, verdict }) => `${id} ${verdict}`);

/** Sums of so many months; the last but one prints nothing but noughts, and so many in its total. */
const months = (total: number) => `
部署 | 4月 | 5月 | 6月 | 合計
${Array.from({ length: 9 }, (_, row) => {
  const figures = [1, 2, 3].map((month) => 2000 + ((row * 7919 + month * 3571) % 6000));
  return [`第${row + 1}課`, ...figures, figures.reduce((sum, figure) => sum + figure, 0)].join(' | ');
}).join('\n')}
庶務 | 0 | 0 | 0 | ${total}
第10課 | 2110 | 3094 | 5217 | 10421`;

test('a total of noughts that is none disagrees where the other rows add up', () => {
  expect(findings(months(5))).toEqual(['sum:Sheet1!E11 disagrees']);
  expect(findings(months(0))).toEqual([]);
});

/** Shares of two kinds and both together, in percent; of one region the share of the second is as given. */
const shares = (second: string) => `
地域 | 計（%） | うち第1種（%） | 第2種（%）
${Array.from({ length: 12 }, (_, row) => {
  const first = 101 + ((row * 7919) % 480);
  const other = 37 + ((row * 3571) % 290);
  const print = (tenths: number) => (tenths / 10).toFixed(1);
  return [`第${row + 1}区`, print(first + other), print(first), row === 4 ? second : print(other)].join(' | ');
}).join('\n')}`;

test('a share that does not add up is offered as possible where nearly all others do', () => {
  const right = ((37 + ((4 * 3571) % 290)) / 10).toFixed(1);
  expect(findings(shares(right))).toEqual([]);
  expect(findings(shares('8.7'))).toEqual(['sum:Sheet1!B6 possible']);
});

/** Two years and the change between them, and a total that is named. */
const years = (total: number) => `
樹種 | 2015年 | 2020年 | 増減率（%）
すぎ | 312995 | 412200 | 31.7
ひのき | 110407 | 110474 | 0.1
からまつ | 46671 | 56378 | 20.8
針葉樹計 | ${total} | 579052 | 23.2`;

test('a named total is checked where the change beside it, in percent, is no sum', () => {
  expect(findings(years(470073))).toEqual([]);
  expect(findings(years(480073))).toHaveLength(1);
});
