import { EMPTY, NUMBER, PLACEHOLDER, TEXT } from '../../../../../src/core/tables/sums/cellKinds';
import { findPrintedSums } from '../../../../../src/core/tables/sums/findPrintedSums';
import { scaledGrid } from '../../../../../src/core/tables/sums/scaledGrid';
import { drawn, gridOf, inShort } from './grids';

const scaled = (text: string) => {
  const { kind, value, step, figureCount } = scaledGrid(drawn(text));
  return { kind: [...kind], value: [...value], step: [...step], figureCount };
};

test('every cell is of one kind, row by row', () => {
  expect(scaled('合計 | 12 | -\n | 3,400 | n/a')).toEqual({
    kind: [TEXT, NUMBER, PLACEHOLDER, EMPTY, NUMBER, PLACEHOLDER],
    value: [0, 12, 0, 0, 3400, 0],
    step: [0, 1, 0, 0, 1, 0],
    figureCount: 2,
  });
});

test('figures are whole numbers of the finest place that is used', () => {
  expect(scaled('1.25 | 7\n0.5 | -3.75').value).toEqual([125, 700, 50, -375]);
});

test('the step of a figure is the place to which it is printed', () => {
  expect(scaled('1.25 | 2.75\n3.11 | 40').step).toEqual([1, 1, 1, 100]);
});

test('places that are zero in every figure are not printed', () => {
  expect(scaled('1200.00000 | 35.00000\n17.00000 | 4.00000')).toMatchObject({
    value: [1200, 35, 17, 4],
    step: [1, 1, 1, 1],
  });
});

test('places that are zero in every figure of a row or a column are not printed there', () => {
  expect(scaled('12.00 | 35.00\n17.00 | 4.25').step).toEqual([100, 100, 100, 1]);
});

test('figures of the same magnitude are counted together', () => {
  const { frequency } = scaledGrid(drawn('5 | -5\n7 | 5'));
  expect([...frequency]).toEqual([
    [5, 3],
    [7, 1],
  ]);
});

describe('units that figures are rounded to', () => {
  const unitOf = (unit: number, odd: readonly number[] = []) => {
    const rows = Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 4 }, (_, column) => (11 + 7 * row + 13 * column) * unit),
    );
    const { step } = scaledGrid(gridOf([...rows, odd]));
    return step[0];
  };

  test.each([1000, 100, 10, 5, 3])('multiples of %d are rounded to it', (unit) => {
    expect(unitOf(unit)).toBe(unit);
  });

  test.each([1, 2, 7])('multiples of %d are no rounded figures', (unit) => {
    expect(unitOf(unit)).toBe(1);
  });

  test('figures below ten units do not count', () => {
    expect(unitOf(100, [3, 999])).toBe(100);
  });

  test('other figures speak against it', () => {
    expect(unitOf(100, [1003, 2007])).toBe(1);
  });

  test('a figure that is no multiple keeps its own step', () => {
    const figures = Array.from({ length: 40 }, (_, index) => [(20 + index) * 100]);
    const { step } = scaledGrid(gridOf([...figures, [2345]]));
    expect([step[0], step[40]]).toEqual([100, 1]);
  });

  test('one column may be rounded by itself', () => {
    const figures = Array.from({ length: 16 }, (_, index) => [(20 + index) * 100, 2347 + 7 * index]);
    expect([...scaledGrid(gridOf(figures)).step].slice(0, 4)).toEqual([100, 1, 100, 1]);
  });

  test('few figures prove no unit', () => {
    const figures = Array.from({ length: 15 }, (_, index) => [(20 + index) * 100]);
    expect(scaledGrid(gridOf(figures)).step[0]).toBe(1);
  });
});

describe('years', () => {
  test.each([
    ['two in a row', '2019 | 2020\n15 | 27', [TEXT, TEXT, NUMBER, NUMBER]],
    ['three in a column', '2019 | 5\n2020 | 6\n2021 | 7', [TEXT, NUMBER, TEXT, NUMBER, TEXT, NUMBER]],
    ['one in a row', '2019 | x\n15 | 27', [NUMBER, TEXT, NUMBER, NUMBER]],
    ['two in a column', '2019 | 5\n2020 | 6', [NUMBER, NUMBER, NUMBER, NUMBER]],
    ['a row with another figure', '2019 | 2101\n15 | 27', [NUMBER, NUMBER, NUMBER, NUMBER]],
    ['figures with places', '2019.5 | 2020.5\n15 | 27', [NUMBER, NUMBER, NUMBER, NUMBER]],
    ['years with zeros after the point', '2019.0 | 2020.0\n15 | 27.5', [TEXT, TEXT, NUMBER, NUMBER]],
  ])('%s', (_, text, expected) => {
    expect(scaled(text).kind).toEqual(expected);
  });
});

describe('magnitudes and places that are too much for whole numbers', () => {
  test('the last places are left out', () => {
    const { value, step } = scaledGrid(drawn('123456789012.123456 | 1.5\n0.000001 | 2.25'));
    expect([...value].every(Number.isSafeInteger)).toBe(true);
    expect([...step].every((one) => one >= 1)).toBe(true);
    expect(value[0]).toBeGreaterThan(123_456_789_012);
  });

  test('sums are found all the same', () => {
    const grid = drawn(`
 | p | q | r
a | 123456789012.123456 | 223456789012.654321 | 423456789012.111111
b | 323456789012.223344 | 113456789012.445566 | 773456789012.222222
c | 523456789012.998877 | 653456789012.776655 | 993456789012.333333
t | 970370367037.345677 | 990370367037.876542 | 2190370367036.666666`);
    expect(inShort(findPrintedSums(grid))).toEqual(['5 = 2+3+4 in B C D']);
  });

  test.each(['9007199254740993', '1e300', '123456789012345678901234567890', '0.00000000000000000000001'])(
    'a figure of %s stops nothing',
    (figure) => {
      const { value, kind } = scaledGrid(
        gridOf([
          [figure, '2.5'],
          ['1', '0.125'],
        ]),
      );
      expect(kind[1]).toBe(NUMBER);
      expect([...value].every(Number.isFinite)).toBe(true);
    },
  );
});
