import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { drawn, inShort } from './grids';

/** Two columns, and nothing that names the last row a total. */
const table = (wrong: string) => `
収入 | 1,482,315 | 2,318,874
補助 | 318,226 | 941,037
寄附 | 97,460 | 62,519
雑 | 1,898,001 | ${wrong}`;

test('a sum that one figure keeps from being taken is told for that figure only, as possible', () => {
  const sums = findPrintedSums(drawn(table('3,322,530')));
  expect(inShort(sums)).toEqual(['4 ≠ 1+2+3 in C']);
  expect(sums).toMatchObject([{ certainty: 'possible', heldElsewhere: 1 }]);
});

test('without the error it is told of both columns', () => {
  expect(inShort(findPrintedSums(drawn(table('3,322,430'))))).toEqual(['4 = 1+2+3 in B C']);
});

test('two figures that do not add up leave nothing', () => {
  const two = drawn(`
収入 | 1,482,315 | 2,318,874 | 471,338
補助 | 318,226 | 941,037 | 58,204
寄附 | 97,460 | 62,519 | 7,115
雑 | 1,898,001 | 3,391,530 | 812,990`);
  expect(findPrintedSums(two)).toEqual([]);
});
