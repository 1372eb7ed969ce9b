import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { latticesOf } from '../../../../../src/core/tables/sums/lattice';
import { solvedSums } from '../../../../../src/core/tables/sums/solvedSums';
import { drawn, gridOf, inShort } from './grids';

/** Marks of so many pupils: 出席, 試験, 欠課, 作文, 参考, 実技 and, last, what counts of them: 試験 + 作文 + 実技. */
function marks(pupils: number, heading: string): (string | number)[][] {
  const rows = Array.from({ length: pupils }, (_, pupil) => {
    const of = (most: number, step: number) => (pupil * pupil * step + pupil * 7 + step) % most;
    const row = [of(31, 11), 300 + of(201, 37), of(9, 5), 120 + of(83, 29), of(60, 23), 90 + of(71, 13)];
    return [...row, (row[1] ?? 0) + (row[3] ?? 0) + (row[5] ?? 0)];
  });
  return [['出席', '試験', '欠課', '作文', '参考', '実技', heading], ...rows];
}

test('marks of which some do not count', () => {
  const sums = inShort(findPrintedSums(gridOf(marks(12, '評点'))));
  expect(sums).toEqual(['G = B+D+F in 2 3 4 5 6 7 8 9 10 11 12 13']);
});

test.each([0, 1, 2, 3])('a changed digit in a named total, pupil %i', (pupil) => {
  const rows = marks(16, '合計');
  const row = rows[pupil + 1] ?? [];
  row[6] = Number(row[6]) + 200;
  const sums = inShort(findPrintedSums(gridOf(rows)));
  expect(sums).toContain(`G ≠ B+D+F in ${pupil + 2}`);
});

test('so few positions prove nothing', () => {
  const { columns } = latticesOf(gridOf(marks(5, '評点').slice(1)));
  expect(solvedSums(columns, [0, 1, 2, 3, 4, 5, 6], [6])).toEqual([]);
});

test('a line that counts twice is no part of a sum', () => {
  const drawing = `
120 | 75 | 31 | 64 | 18 | 93 | 47
340 | 56 | 29 | 83 | 71 | 15 | 62
580 | 206 | 91 | 211 | 107 | 201 | 156`;
  expect(solvedSums(latticesOf(drawn(drawing)).rows, [0, 1, 2], [2])).toEqual([]);
});

test('lines that repeat others are not needed', () => {
  const drawing = `
120 | 75 | 31 | 64 | 18 | 93 | 47
340 | 56 | 29 | 83 | 71 | 15 | 62
340 | 56 | 29 | 83 | 71 | 15 | 62
460 | 131 | 60 | 147 | 89 | 108 | 109`;
  expect(solvedSums(latticesOf(drawn(drawing)).rows, [0, 1, 2, 3], [3])).toEqual([
    { target: 3, addends: [0, 2], shape: 'solved' },
  ]);
});

test.each([
  ['a mark', 3],
  ['a mark that decides what counts', 1],
  ['the total', 6],
])('one changed digit in %s, where half of the pupils prove nothing', (_, column) => {
  const rows = marks(12, '合計');
  const row = rows[4] ?? [];
  row[column] = Number(row[column]) + 200;
  const { columns } = latticesOf(gridOf(rows.slice(1)));
  const named = { ...columns, words: columns.words.map((words) => ({ ...words, total: 'strong' as const })) };
  expect(solvedSums(named, [0, 1, 2, 3, 4, 5], [6])).toEqual([{ target: 6, addends: [1, 3, 5], shape: 'solved' }]);
});

test('two changed digits are more than is allowed for', () => {
  const rows = marks(12, '合計');
  for (const pupil of [3, 6]) {
    const row = rows[pupil] ?? [];
    row[6] = Number(row[6]) + 200;
  }
  const { columns } = latticesOf(gridOf(rows.slice(1)));
  const named = { ...columns, words: columns.words.map((words) => ({ ...words, total: 'strong' as const })) };
  expect(solvedSums(named, [0, 1, 2, 3, 4, 5], [6])).toEqual([]);
});
