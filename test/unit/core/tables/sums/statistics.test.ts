import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { gridOf, inShort } from './grids';

const ROWS = [
  ['A', 4312, 1877, 6189],
  ['B', 2985, 3304, 6289],
  ['C', 5120, 2241, 7361],
  ['D', 3766, 4098, 7864],
  ['E', 1543, 2687, 4230],
];
const wrong = (row: readonly (string | number)[]) =>
  findPrintedSums(gridOf([...ROWS, row]))
    .filter(({ holds, certainty }) => !holds && certainty === 'certain')
    .map((sum) => inShort([sum])[0]);

test('means of columns, in many more decimals than those have, need not add up', () => {
  expect(wrong(['', '3545.20417', '2841.39583', '6426.60417'])).toEqual([]);
});

test('a figure as whole as the others is to add up', () => {
  expect(wrong(['F', 3545, 2841, 6426])).toEqual(['D ≠ B+C in 6']);
});

test('a total that is the same as each of its parts is no sum of them: 100 of 100', () => {
  expect(wrong(['F', 1000, 1000, 1000])).toEqual([]);
  expect(wrong(['F', 1000, 30, 1000])).toEqual(['D ≠ B+C in 6']);
});
