import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { testBothWays } from './bothWays';
import { drawn } from './grids';

testBothWays([
  [
    'a total that is printed twice',
    `
 | p | q | r | s
a | 1,215 | 2,308 | 3,410 | 713
b | 4,412 | 1,187 | 2,256 | 624
c | 3,307 | 2,846 | 1,921 | 532
計 | 8,934 | 6,341 | 7,587 | 1,869
再掲 | 8,934 | 6,341 | 7,587 | 1,869`,
    ['5 = 2+3+4 in B C D E', '6 = 2+3+4 in B C D E'],
  ],
  [
    'zeros where the words name a total',
    `
費目 | 4月 | 5月
a | 0 | 0
b | 0 | 0
合計 | 0 | 0`,
    ['4 = 2+3 in B C'],
  ],
  [
    'placeholders and empty cells, of which only the placeholders are addends',
    `
 | p | q | r | s
a | 1,215 | - | 3,410 | 713
b | 4,412 | 1,187 | | 624
c | 3,307 | 2,846 | 1,921 | n/a
計 | 8,934 | 4,033 | 5,331 | 1,337`,
    ['5 = 2+3+4 in B C E', '5 = 2+4 in D'],
  ],
  [
    'years as headings, which are no addends',
    `
 | 2018 | 2019 | 2020
a | 1,215 | 2,308 | 3,410
b | 4,412 | 1,187 | 2,256
c | 3,307 | 2,846 | 1,921
計 | 8,934 | 6,341 | 7,587`,
    ['5 = 2+3+4 in B C D'],
  ],
  [
    'years as the names of lines',
    `
年 | 男 | 女 | 計
2017 | 3,410 | 713 | 4,123
2018 | 2,256 | 624 | 2,880
2019 | 1,921 | 532 | 2,453
2020 | 1,038 | 419 | 1,457`,
    ['D = B+C in 2 3 4 5'],
  ],
  [
    'codes beside the names of lines',
    `
コード | 品目 | 4月 | 5月 | 6月 | 計
1001 | a | 1,215 | 2,308 | 3,410 | 6,933
1002 | b | 4,412 | 1,187 | 2,256 | 7,855
1003 | c | 3,307 | 2,846 | 1,921 | 8,074
 | 計 | 8,934 | 6,341 | 7,587 | 22,862`,
    ['5 = 2+3+4 in C D E F', 'F = C+D+E in 2 3 4 5'],
  ],
  [
    'one column with a named total',
    `
費目 | 金額
人件費 | 3,752
通信費 | 508
交通費 | 1,245
合計 | 5,505`,
    ['5 = 2+3+4 in B'],
  ],
  [
    'one column without a named total',
    `
費目 | 金額
人件費 | 3,752
通信費 | 508
交通費 | 1,245
x | 5,505`,
    [],
  ],
  [
    'an average',
    `
 | 国語 | 数学 | 英語 | 理科
a | 71 | 64 | 82 | 55
b | 58 | 93 | 47 | 66
c | 84 | 71 | 69 | 90
平均 | 71 | 76 | 66 | 70`,
    [],
  ],
  [
    'a running total, which is no total of the lines above',
    `
 | 4月 | 5月 | 6月 | 7月
a | 1,215 | 2,308 | 3,410 | 713
b | 4,412 | 1,187 | 2,256 | 624
累計 | 5,627 | 9,122 | 14,788 | 16,125`,
    [],
  ],
  [
    'a sum that counts a subtotal with its details',
    `
 | p | q | r | s
a | 1,215 | 2,308 | 3,410 | 713
b | 4,412 | 1,187 | 2,256 | 624
小計 | 5,627 | 3,495 | 5,666 | 1,337
計 | 11,254 | 6,990 | 11,332 | 2,674`,
    ['4 = 2+3 in B C D E'],
  ],
  [
    'places that are zero in every figure',
    `
 | p | q | r | s
a | 1215.00000 | 2308.00000 | 3410.00000 | 713.00000
b | 4412.00000 | 1187.00000 | 2256.00000 | 624.00000
c | 3307.00000 | 2846.00000 | 1921.00000 | 532.00000
t | 8934.00000 | 6341.00000 | 7587.00000 | 1869.00000`,
    ['5 = 2+3+4 in B C D E'],
  ],
  [
    'figures rounded one by one',
    `
 | p | q | r | s
a | 1.2 | 2.3 | 3.4 | 0.7
b | 4.4 | 1.2 | 2.3 | 0.6
c | 3.3 | 2.8 | 1.9 | 0.5
計 | 9.0 | 6.3 | 7.6 | 1.9`,
    ['5 = 2+3+4 in B C D E'],
  ],
  [
    'figures rounded to thousands',
    `
 | p | q | r | s | u
a | 12,000 | 23,000 | 34,000 | 17,000 | 41,000
b | 44,000 | 11,000 | 22,000 | 26,000 | 58,000
c | 33,000 | 28,000 | 19,000 | 15,000 | 37,000
計 | 90,000 | 63,000 | 75,000 | 57,000 | 136,000`,
    ['5 = 2+3+4 in B C D E F'],
  ],
  [
    'a digit changed in a total',
    `
 | p | q | r | s | u | v
a | 1,215 | 2,308 | 3,410 | 713 | 8,120 | 2,651
b | 4,412 | 1,187 | 2,256 | 624 | 1,906 | 3,874
c | 3,307 | 2,846 | 1,921 | 532 | 4,447 | 1,093
w | 8,934 | 6,341 | 7,787 | 1,869 | 14,473 | 7,618`,
    ['5 = 2+3+4 in B C E F G', '5 ≠ 2+3+4 in D'],
  ],
  [
    'a digit changed in an addend',
    `
 | p | q | r | s | u | v
a | 1,215 | 2,308 | 3,410 | 713 | 8,120 | 2,651
b | 4,412 | 1,187 | 2,956 | 624 | 1,906 | 3,874
c | 3,307 | 2,846 | 1,921 | 532 | 4,447 | 1,093
w | 8,934 | 6,341 | 7,587 | 1,869 | 14,473 | 7,618`,
    ['5 = 2+3+4 in B C E F G', '5 ≠ 2+3+4 in D'],
  ],
]);

test.each([
  ['no cell', ''],
  ['one figure', '5'],
  ['two rows of one figure', '5\n5'],
  ['texts only', 'a | b\n合計 | c'],
  ['placeholders only', '- | -\n- | -\n合計 | -'],
])('%s: no sum', (_, drawing) => {
  expect(findPrintedSums(drawn(drawing))).toEqual([]);
});
