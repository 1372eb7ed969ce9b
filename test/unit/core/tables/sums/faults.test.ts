import * as fc from 'fast-check';
import type { PrintedSum } from '../../../../../src/core/tables/sums/figureGrid';
import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { gridOf, inShort, transposed, turned } from './grids';

const SEED = { seed: 20_260_711 };

type Rows = readonly (readonly number[])[];

const rowsOf = (height: number, width: number): fc.Arbitrary<Rows> =>
  fc.array(fc.array(fc.integer({ min: 10_000, max: 9_999_999 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  });

/** Rows of figures with the total of each column under them, and headings that name nothing. */
function withTotal(rows: Rows): (string | number)[][] {
  const totals = (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return [...rows, totals].map((row, index) => [`r${index}`, ...row]);
}

const failing = (sums: readonly PrintedSum[]) => inShort(sums.filter(({ holds }) => !holds));

const table = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 5, max: 8 }))
  .chain(([height, width]) =>
    fc.record({ rows: rowsOf(height, width), row: fc.nat(height), column: fc.nat(width - 1), place: fc.nat(3) }),
  );

test('one figure that is off by a digit is reported where four others of its line hold, and no other', () => {
  fc.assert(
    fc.property(table, ({ rows, row, column, place }) => {
      const cells = withTotal(rows);
      const wrong = cells[row];
      if (!wrong) throw new Error('there is no such row');
      const before = Number(wrong[column + 1]);
      const step = 10 ** (place + 1);
      wrong[column + 1] = Math.floor(before / step) % 10 === 9 ? before - step : before + step;

      const sums = findPrintedSums(gridOf(cells));

      const addends = rows.map((_, index) => index + 1).join('+');
      const name = (index: number) => 'BCDEFGHI'[index] ?? '';
      expect(failing(sums)).toEqual([`${rows.length + 1} ≠ ${addends} in ${name(column)}`]);
      expect(sums.filter(({ holds }) => holds)).toHaveLength((rows[0]?.length ?? 0) - 1);
    }),
    { ...SEED, numRuns: 60 },
  );
});

test('random figures give no sum that does not hold', () => {
  const random = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .chain(([height, width]) => rowsOf(height, width));
  fc.assert(
    fc.property(random, (rows) => {
      expect(failing(findPrintedSums(gridOf(rows)))).toEqual([]);
    }),
    { ...SEED, numRuns: 150 },
  );
});

test('random figures of two digits neither', () => {
  const small = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 5, maxLength: 5 }), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(small, (rows) => {
      expect(failing(findPrintedSums(gridOf(rows)))).toEqual([]);
    }),
    { ...SEED, numRuns: 100 },
  );
});

test('exchanging rows and columns exchanges those of the sums', () => {
  fc.assert(
    fc.property(table, ({ rows }) => {
      const cells = withTotal(rows);
      const sums = findPrintedSums(gridOf(cells));
      expect(sums).toHaveLength(rows[0]?.length ?? 0);
      expect(inShort(turned(findPrintedSums(gridOf(transposed(cells, '')))))).toEqual(inShort(sums));
    }),
    { ...SEED, numRuns: 40 },
  );
});

test('the order of the columns is of no account to a total of rows', () => {
  fc.assert(
    fc.property(table, ({ rows }) => {
      const cells = withTotal(rows);
      const backwards = cells.map(([heading, ...figures]) => [heading ?? '', ...figures.reverse()]);
      expect(inShort(findPrintedSums(gridOf(backwards)))).toEqual(inShort(findPrintedSums(gridOf(cells))));
    }),
    { ...SEED, numRuns: 40 },
  );
});
