import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { testBothWays } from './bothWays';
import { drawn, inShort } from './grids';

testBothWays([
  [
    'a total that is itself a detail of the next one, made of subtotals and single lines',
    `
 | p | q | r | s
a | 2,150 | 2,308 | 2,410 | 2,113
b1 | 1,215 | 1,308 | 3,410 | 713
b2 | 4,412 | 1,187 | 2,256 | 624
小計 | 5,627 | 2,495 | 5,666 | 1,337
c | 612 | 441 | 723 | 854
発電 | 8,389 | 5,244 | 8,799 | 4,304
輸入 | 1,188 | 995 | 1,992 | 485
合計 | 9,577 | 6,239 | 10,791 | 4,789`,
    ['5 = 3+4 in B C D E', '7 = 2+5+6 in B C D E', '9 = 7+8 in B C D E'],
  ],
  [
    'stacked blocks: the total last in one, first in the next',
    `
 | 4月 | 5月 | 計
a | 1,215 | 2,308 | 3,523
b | 4,412 | 1,187 | 5,599
c | 3,307 | 2,846 | 6,153
 | 総数 | 男 | 女
d | 3,523 | 1,951 | 1,572
e | 6,018 | 2,777 | 3,241
f | 5,426 | 1,893 | 3,533`,
    ['B = C+D in 6 7 8', 'D = B+C in 2 3 4'],
  ],
]);

test('a total named as such takes in its own block besides another sum, and no line without such a name takes in all details', () => {
  const drawing = `
 | 4月 | 5月 | 6月
会費 | 8,499 | 9,200 | 6,921
雑収入 | 0 | 0 | 0
収入合計 | 8,499 | 9,200 | 6,921
 | | |
支出 | | |
給与 | 1,220 | 2,776 | 1,854
備品 | 669 | 810 | 545
郵送 | 305 | 233 | 197
支出合計 | 2,194 | 3,819 | 2,596
 | | |
残高 | 6,305 | 5,381 | 4,325`;
  expect(inShort(findPrintedSums(drawn(drawing)))).toEqual([
    '4 = 10+12 in B C D',
    '4 = 2+3 in B C D',
    '10 = 7+8+9 in B C D',
  ]);
});
