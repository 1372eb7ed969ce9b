import * as fc from 'fast-check';
import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import type { Finding } from '../../../../../src/core/checks/finding';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import type { Document } from '../../../../../src/core/tables/document';
import { renderMessage } from '../../../../../src/messages/renderMessage';
import { gridDocument, type GridSum, withTotals } from '../../../support/sumGrids';

const disagreeing = (doc: Document) =>
  checkDocument(doc, NO_TERMS).findings.filter(({ verdict }) => verdict === 'disagrees');

/** Cell, value and kind of the first cause. */
function first(finding: Finding): readonly [string, number, string] {
  const [cause] = finding.causes;
  if (!cause) return ['none', NaN, 'none'];
  expect(renderMessage(cause.label, 'ja')).not.toMatch(/[{}]/);
  return [`${cause.cell.row},${cause.cell.column}`, Number(cause.suggested), cause.kind];
}

/** A grid with row and column totals, one of its cells, and a slip in it: another digit, or two neighbours swapped. */
const faultyGrid = fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 7 })).chain(([height, width]) =>
  fc.record({
    body: fc.array(fc.array(fc.integer({ min: 100, max: 9_999_999 }), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
    row: fc.nat(height),
    column: fc.nat(width),
    digit: fc.nat(),
    by: fc.integer({ min: 1, max: 9 }),
  }),
);

/** The number with one digit changed; the first never to 0. */
function withOtherDigit(value: number, at: number, by: number): number {
  const digits = [...String(value)];
  const place = at % digits.length;
  const digit = (Number(digits[place]) + by) % 10;
  digits[place] = String(place === 0 && digit === 0 ? (Number(digits[place]) % 9) + 1 : digit);
  return Number(digits.join(''));
}

test('a changed digit is the first cause of every sum that it breaks, with the value that was there', () => {
  fc.assert(
    fc.property(faultyGrid, ({ body, row, column, digit, by }) => {
      const { cells, sums } = withTotals(body);
      const line = cells[row];
      const right = line?.[column] ?? 0;
      const wrong = withOtherDigit(right, digit, by);
      fc.pre(wrong !== right);
      if (line) line[column] = wrong;
      const found = disagreeing(gridDocument({ cells, sums }));
      expect(found).toHaveLength(2);
      for (const finding of found) expect(first(finding).slice(0, 2)).toEqual([`${row},${column}`, right]);
    }),
    { numRuns: 300, seed: 4 },
  );
});

test('another value altogether is the first cause where two sums need it', () => {
  fc.assert(
    fc.property(faultyGrid, fc.integer({ min: 1, max: 9_999_999 }), ({ body, row, column }, wrong) => {
      const { cells, sums } = withTotals(body);
      const line = cells[row];
      const right = line?.[column] ?? 0;
      fc.pre(wrong !== right);
      if (line) line[column] = wrong;
      for (const finding of disagreeing(gridDocument({ cells, sums }))) {
        expect(first(finding).slice(0, 2)).toEqual([`${row},${column}`, right]);
      }
    }),
    { numRuns: 200, seed: 5 },
  );
});

const DOWN = (target: number, addends: readonly number[]): GridSum => ({
  target: [target, 0],
  addends: addends.map((row) => [row, 0] as const),
});
const column = (values: readonly number[]) => values.map((value) => [value]);

test.each<[string, readonly number[], readonly GridSum[], string, number]>([
  [
    'a subtotal that its details and the total above it refute',
    [1310, 2270, 3850, 4110, 5620, 9730, 13310],
    [DOWN(2, [0, 1]), DOWN(5, [3, 4]), DOWN(6, [2, 5])],
    '2,0',
    3580,
  ],
  [
    'a detail that a subtotal and a total of all details need otherwise',
    [1310, 2770, 3580, 4110, 5620, 9730, 13310],
    [DOWN(2, [0, 1]), DOWN(5, [3, 4]), DOWN(6, [0, 1, 3, 4])],
    '1,0',
    2270,
  ],
  [
    'the total of subtotals alone',
    [1310, 2270, 3580, 4110, 5620, 9730, 18310],
    [DOWN(2, [0, 1]), DOWN(5, [3, 4]), DOWN(6, [2, 5])],
    '6,0',
    13310,
  ],
])('%s', (_, values, sums, cell, value) => {
  const found = disagreeing(gridDocument({ cells: column(values), sums }));
  expect(found.length).toBeGreaterThan(0);
  for (const finding of found) expect(first(finding).slice(0, 2)).toEqual([cell, value]);
});

test('a sum that is only possible bears a change out as well', () => {
  const sums = [DOWN(2, [0, 1]), { ...DOWN(3, [0, 2]), certainty: 'possible' as const }];
  // 1,310 + 2,270 = 3,580, and 1,310 + 3,580 = 4,890: the subtotal is wrong for both.
  const [finding] = disagreeing(gridDocument({ cells: column([1310, 2270, 3850, 4890]), sums }));
  expect(finding && first(finding)).toEqual(['2,0', 3580, 'transposed-digits']);
});

test('a wrong total of details names no detail before it that would break a sum that holds', () => {
  const { cells, sums } = withTotals([
    [13579, 24680],
    [86420, 97531],
  ]);
  const last = cells[2];
  if (last) last[0] = 99_899;
  const found = disagreeing(gridDocument({ cells, sums }));
  expect(found.map((finding) => first(finding)[0])).toEqual(['2,0', '2,0']);
});

test('in a table of rounded figures the changed digit is named, not what the other sums leave of it', () => {
  fc.assert(
    fc.property(faultyGrid, fc.constantFrom(-1, 1), (grid, rounding) => {
      const { cells, sums } = withTotals(grid.body);
      const line = cells[grid.row];
      const right = line?.[grid.column] ?? 0;
      const wrong = withOtherDigit(right, 0, grid.by);
      const inside = grid.row < grid.body.length && grid.column < (grid.body[0]?.length ?? 0);
      fc.pre(inside && wrong !== right);
      if (line) {
        line[grid.column] = wrong;
        // The total of its row is off by one as well, which rounding explains.
        line[line.length - 1] = (line[line.length - 1] ?? 0) + rounding;
      }
      const found = disagreeing(gridDocument({ cells, sums, unitNote: '単位：千円' }));
      expect(found.length).toBeGreaterThan(0);
      for (const finding of found) {
        const [cell, value] = first(finding);
        expect(cell).toBe(`${grid.row},${grid.column}`);
        // Another slip may lead as near as rounding lets one tell.
        expect(Math.abs(value - right)).toBeLessThanOrEqual(2 * Number(finding.tolerance));
      }
    }),
    { numRuns: 200, seed: 6 },
  );
});

test('two wrong cells that share no line are each the first cause of their own sums', () => {
  const { cells, sums } = withTotals([
    [13579, 24680, 31415],
    [86420, 97531, 27182],
    [11235, 81321, 34558],
  ]);
  const [top, middle] = cells;
  if (top) top[0] = 18579;
  if (middle) middle[2] = 72182;
  const found = disagreeing(gridDocument({ cells, sums }));
  expect(found.map((finding) => first(finding)[0])).toEqual(['0,0', '1,2', '0,0', '1,2']);
});
