import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import type { Document } from '../../../../../src/core/tables/document';
import { Decimal } from '../../../../../src/core/values/decimal';
import { renderMessage } from '../../../../../src/messages/renderMessage';
import { gridDocument, type GridInput, type GridSum } from '../../../support/sumGrids';

const verdicts = (doc: Document) => checkDocument(doc, NO_TERMS).findings.map(({ verdict }) => verdict);

const down = (rows: number, column = 0): GridSum => ({
  target: [rows, column],
  addends: Array.from({ length: rows }, (_, row) => [row, column] as const),
});

/** One column whose last figure is the total of those above it. */
const column = (values: readonly (string | number)[], parts: Partial<GridInput> = {}) =>
  gridDocument({ cells: values.map((value) => [value]), sums: [down(values.length - 1)], ...parts });

test.each<[string, Document, string]>([
  ['whole yen, off by one', column([12, 34, 47]), 'disagrees'],
  ['a note of 円, off by one', column([12, 34, 47], { unitNote: '（単位：円）' }), 'disagrees'],
  ['a note of 千円, off by one', column([12, 34, 47], { unitNote: '（単位：千円）' }), 'within-rounding'],
  ['a note of 百万円, off by one', column([12, 34, 47], { unitNote: '単位 百万円' }), 'within-rounding'],
  ['in thousands, off by one', column([12, 34, 47], { unitNote: '(in thousands)' }), 'within-rounding'],
  ['£000, off by one', column([12, 34, 47], { unitNote: "£'000" }), 'within-rounding'],
  ['a note of 千円, off by two: more than three halves', column([12, 34, 48], { unitNote: '単位：千円' }), 'disagrees'],
  [
    'a column in 円 under a note of 千円',
    column([12, 34, 47], { unitNote: '単位：千円', headers: ['金額（円）'] }),
    'disagrees',
  ],
  ['a column in 千円', column([12, 34, 47], { headers: ['金額（千円）'] }), 'within-rounding'],
  ['full-width: a column in ＄000', column([12, 34, 47], { headers: ['＄０００'] }), 'within-rounding'],
  ['one decimal, off by one tenth', column(['1.2', '3.4', '4.7'], { unit: '0.1' }), 'within-rounding'],
  ['one decimal, off by two tenths', column(['1.2', '3.4', '4.8'], { unit: '0.1' }), 'disagrees'],
  ['money with two decimals, off by a hundredth', column(['1.20', '3.40', '4.61'], { unit: '0.01' }), 'disagrees'],
  [
    'percentages without decimals, off by one',
    column(['0.33', '0.33', '0.33', '1'], { unit: '0.01' }),
    'within-rounding',
  ],
  [
    'percentages with one decimal, off by one',
    column(['0.333', '0.333', '0.333', '1'], { unit: '0.001' }),
    'within-rounding',
  ],
  [
    'percentages with one decimal, off by a lot',
    column(['0.333', '0.333', '0.133', '1'], { unit: '0.001' }),
    'disagrees',
  ],
  ['a whole total of tenths, off by half', column(['12.2', '12.3', '25'], { unit: '0.1' }), 'within-rounding'],
  ['a whole total of tenths, off by more', column(['12.2', '12.1', '25'], { unit: '0.1' }), 'disagrees'],
  ['a whole total of money, off by half', column(['12.20', '12.30', '25'], { unit: '0.01' }), 'disagrees'],
  ['tenths shown with five decimals', column(['1.2', '3.4', '4.7'], { unit: '0.00001' }), 'within-rounding'],
  ['hundredths shown with five decimals', column(['1.21', '3.4', '4.6'], { unit: '0.00001' }), 'disagrees'],
  ['tenths among which some are whole, off by one tenth', column(['1.2', 3, 5, '9.1']), 'within-rounding'],
  ['a tenth in a total of whole numbers', column([12, 34, 47, '93.1'], { unit: '0.1' }), 'disagrees'],
  ['a tenth among whole numbers', column([12, '34.1', 47, 93], { unit: '0.1' }), 'disagrees'],
  ['five decimals in a total of whole numbers', column([12, 34, 47, '93.00003'], { unit: '0.00001' }), 'disagrees'],
  [
    'a thousandth among zeros shown with five decimals',
    column([0, 0, '0.001', 0, 0], { unit: '0.00001' }),
    'disagrees',
  ],
  ['a tenth among zeros shown with one', column(['0.0', '0.0', '0.1', '0.0'], { unit: '0.1' }), 'within-rounding'],
  ['five decimals', column(['1.20001', '3.4', '4.6001'], { unit: '0.00001' }), 'disagrees'],
  ['percentages as plain numbers', column([33, 33, 33, 100], { headers: ['構成比（%）'] }), 'within-rounding'],
  ['figures printed to the thousand', column([12000, 34000, 47000], { unit: '1000' }), 'within-rounding'],
  ['round yen, off by a thousand', column([12000, 34000, 47000]), 'disagrees'],
])('%s', (_, doc, verdict) => {
  expect(verdicts(doc)).toEqual([verdict]);
});

const times = (steps: number, step: string) => new Decimal(step).times(steps).toFixed();

/** Row sums of three figures, each off by what is given. */
const rowSums = (
  rows: readonly (readonly [number, number, number])[],
  off: readonly number[],
  step = '1',
  unit = step,
) =>
  gridDocument({
    unit,
    cells: rows.map(([a, b, c], row) => [a, b, c, a + b + c + (off[row] ?? 0)].map((steps) => times(steps, step))),
    sums: rows.map((_, row) => ({
      target: [row, 3] as const,
      addends: [0, 1, 2].map((index) => [row, index] as const),
    })),
  });
const ROWS = [
  [431, 882, 915],
  [274, 663, 187],
  [519, 348, 726],
  [865, 191, 432],
  [733, 254, 618],
] as const;

test('three sums of five off by one show that the figures were rounded', () => {
  expect(verdicts(rowSums(ROWS, [1, 0, -1, 1, 0]))).toEqual([
    'within-rounding',
    'agrees',
    'within-rounding',
    'within-rounding',
    'agrees',
  ]);
});

test('the message says by how much, and of how many sums', () => {
  const [finding] = checkDocument(rowSums(ROWS, [1, 0, -1, 1, 0]), NO_TERMS).findings;
  expect(Number(finding?.tolerance)).toBe(2);
  expect(finding && renderMessage(finding.message, 'ja')).toBe(
    '内訳 3 件の合計は 2,228 です。差 1 は、各数値の端数処理で生じ得る範囲（±2）に収まります。この表では 3 件の合計に同様の差があります。',
  );
});

test('two sums off by one among five do not', () => {
  expect(verdicts(rowSums(ROWS, [1, 0, -1, 0, 0])).filter((verdict) => verdict === 'disagrees')).toHaveLength(2);
});

test('a digit beyond rounding stays an error in a table of rounded figures', () => {
  expect(verdicts(rowSums(ROWS, [1, 300, -1, 1, 0]))[1]).toBe('disagrees');
});

test('figures that are all multiples of a thousand were rounded to it where their sums show it', () => {
  expect(verdicts(rowSums(ROWS, [1, 0, -1, 1, 0], '1000', '1'))[0]).toBe('within-rounding');
  expect(verdicts(rowSums(ROWS, [1, 0, 0, 0, 0], '1000', '1'))[0]).toBe('disagrees');
});

/** Columns of so many rows, each total off by so much. */
const columnTotals = (rows: number, off: readonly number[], step = 1) => {
  const details = Array.from({ length: rows }, (_, row) => off.map((__, at) => 1000 + row * 7 * (at + 1) + at));
  const totals = off.map((each, at) => {
    const sum = details.reduce((total, row) => total + (row[at] ?? 0), 0);
    return Math.round(sum / step) * step + each;
  });
  return gridDocument({ cells: [...details, totals], sums: off.map((_, at) => down(rows, at)) });
};

test('long columns that are further off than rounding ever leaves are wrong, however many there are', () => {
  expect(verdicts(columnTotals(400, [0, 3, -5, 9]))).toEqual([
    'agrees',
    'within-rounding',
    'within-rounding',
    'within-rounding',
  ]);
  expect(verdicts(columnTotals(400, [100, 110, -150, 90]))).toEqual(Array.from({ length: 4 }, () => 'disagrees'));
});

test('totals in round steps do not tell what their addends were rounded to where these are in single ones', () => {
  // 400 figures rounded to a hundred each may be off by 20,050, single ones by 200.
  expect(verdicts(columnTotals(400, [700, 800, -900, 700], 100))).toEqual(Array.from({ length: 4 }, () => 'disagrees'));
});

describe('a sum that is only possible', () => {
  const possible = (values: readonly (string | number)[], parts: Partial<GridInput> = {}) =>
    column(values, { sums: [{ ...down(values.length - 1), certainty: 'possible' }], ...parts });
  const text = {
    cell: { sheet: '集計', row: 1, column: 0 },
    role: 'amount',
    printed: '別途',
    reason: 'not-a-number',
  } as const;

  test.each<[string, Document, readonly string[]]>([
    ['agrees', possible([120, 340, 460]), ['agrees']],
    ['near, without a slip', possible([1120, 2340, 3580]), ['possible']],
    ['far, without a slip', possible([1127, 2346, 9158]), []],
    ['far, one digit of the total', possible([1127, 2346, 8473]), ['possible']],
    ['far, the total in thousands', possible([1127, 2346, 3473000]), ['possible']],
  ])('%s', (_, doc, expected) => {
    expect(verdicts(doc)).toEqual(expected);
  });

  test('with a text among its figures: nothing is said of the sum', () => {
    const doc = gridDocument({
      cells: [[120], [null], [340], [900]],
      sums: [
        {
          target: [3, 0],
          addends: [
            [0, 0],
            [2, 0],
          ],
          certainty: 'possible',
        },
      ],
      unreadable: [text],
    });
    expect(checkDocument(doc, NO_TERMS).findings.map(({ kind }) => kind)).toEqual(['amount']);
  });
});

test('by its size, the figure of one of many columns is likely to be something else than a sum', () => {
  const cells = [
    [120, 41],
    [340, 56],
    [11, 97],
  ];
  const both = gridDocument({ cells, sums: [down(2), down(2, 1)], headers: ['4月', '5月'] });
  expect(verdicts(both)).toEqual(['possible', 'agrees']);
  expect(verdicts(column([120, 340, 11], { headers: ['4月'] }))).toEqual(['disagrees']);
});

/** Row sums of tenths, of which the first is off by a tenth, and so many that are not. */
const tenths = (exact: number) =>
  rowSums(
    Array.from({ length: exact + 1 }, (_, row) => [431 + row * 17, 882 - row * 13, 915 + row * 29] as const),
    [1],
    '0.1',
  );

test('a sum of tenths that is off by one is an error among so many that are not', () => {
  expect(verdicts(tenths(5))[0]).toBe('within-rounding');
  expect(verdicts(tenths(40))[0]).toBe('disagrees');
});

test.each([
  [20, 'disagrees'],
  [2, 'within-rounding'],
])('a decimal that one figure alone has, beside %i exact totals in its column: %s', (rows, verdict) => {
  const cells = Array.from({ length: rows }, (_, row) => {
    const half = row < 2 ? 0.5 : 0;
    return [31 + row * 7, 14 + row * 3 + half, 12, 57 + row * 10 + half].map(String);
  });
  cells.push(['54', '14.5', '2', '70.51']);
  const doc = gridDocument({
    unit: '0.00001',
    cells,
    sums: cells.map((_, row) => ({ target: [row, 3], addends: [0, 1, 2].map((index) => [row, index] as const) })),
  });
  expect(verdicts(doc)[rows]).toBe(verdict);
});
