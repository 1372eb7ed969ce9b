import { adjacentRuns } from '../../../../../src/core/tables/sums/adjacentRuns';
import { farRuns } from '../../../../../src/core/tables/sums/farRuns';
import { type Candidate, judge } from '../../../../../src/core/tables/sums/judge';
import { labelledSums } from '../../../../../src/core/tables/sums/labelledSums';
import { type Lattice, latticesOf } from '../../../../../src/core/tables/sums/lattice';
import { leafSums } from '../../../../../src/core/tables/sums/leafSums';
import { pairCandidates } from '../../../../../src/core/tables/sums/pairs';
import { twinsOf } from '../../../../../src/core/tables/sums/twins';
import { drawn, gridOf } from './grids';

const rowsOf = (text: string): Lattice => latticesOf(drawn(text)).rows;
const linesOf = ({ lines }: Lattice) => Array.from({ length: lines }, (_, line) => line);
const named = (candidates: readonly Candidate[]) =>
  candidates.map(({ target, addends }) => `${target} = ${addends.join('+')}`).sort();

describe('runs beside their total', () => {
  test('the run that fits is a candidate, with the lines of zeros before it or without', () => {
    const rows = rowsOf('0 | 0\n120 | 340\n75 | 0\n195 | 340');
    expect(named(adjacentRuns(rows, linesOf(rows), 'adjacent'))).toEqual(['3 = 0+1+2', '3 = 1+2']);
  });

  test('so many lines may be skipped', () => {
    const rows = rowsOf('120 | 340\n75 | 56\n3 | 8\n195 | 396');
    expect(named(adjacentRuns(rows, linesOf(rows), 'gap', { skipped: 1 }))).toEqual(['3 = 0+1']);
    expect(adjacentRuns(rows, linesOf(rows), 'adjacent')).toEqual([]);
  });

  test('lines outside the list may be sums of runs of it', () => {
    const rows = rowsOf('120 | 340\n75 | 56\n195 | 396\n5 | 8');
    expect(named(adjacentRuns(rows, [0, 1, 3], 'reduced', { others: [2] }))).toEqual(['2 = 0+1']);
    expect(adjacentRuns(rows, [0, 1, 3], 'reduced')).toEqual([]);
  });

  test('runs too long to walk along are looked up', () => {
    const details = Array.from({ length: 90 }, (_, index) => [1000 + 37 * index, 500 + 91 * index]);
    const total = [0, 1].map((column) => details.reduce((sum, row) => sum + (row[column] ?? 0), 0));
    const rows = latticesOf(gridOf([...details, total])).rows;
    expect(named(adjacentRuns(rows, linesOf(rows), 'adjacent'))).toContain(
      `90 = ${Array.from({ length: 90 }, (_, line) => line).join('+')}`,
    );
  });
});

test('far runs need two positions that fit', () => {
  const drawing = '195 | 396\n7 | 8\n120 | 340\n75 | 56\n9 | 4';
  const both = rowsOf(drawing);
  expect(named(farRuns(both, linesOf(both)))).toEqual(['0 = 2+3']);
  const one = rowsOf(drawing.replace('396', '397'));
  expect(farRuns(one, linesOf(one))).toEqual([]);
});

test('pairs need two positions that fit', () => {
  const drawing = '120 | 340\n7 | 8\n195 | 396\n90 | 44\n75 | 56';
  expect(named(pairCandidates(rowsOf(drawing)))).toEqual(['2 = 0+4']);
  expect(pairCandidates(rowsOf(drawing.replace('396', '397')))).toEqual([]);
});

test('the sum of all lines that are no totals', () => {
  const rows = rowsOf('10 | 21\n32 | 43\n42 | 64\n54 | 65\n96 | 129');
  expect(named(leafSums(rows, [0, 1, 3], [2, 4]))).toEqual(['4 = 0+1+3']);
  expect(named(leafSums(rows, [0, 1, 3, 4], [4]))).toEqual(['4 = 0+1+3']);
  expect(leafSums(rows, [0, 1], [2])).toEqual([]);
});

describe('what the words alone say', () => {
  const none = () => false;

  test('a named total takes in the lines next to it, before or after, up to the next total', () => {
    const rows = rowsOf('a | 1\nb | 2\n小計 | 3\nc | 4\nd | 5\n計 | 9');
    expect(named(labelledSums(rows, linesOf(rows), none))).toEqual(['2 = 0+1', '2 = 3+4', '5 = 3+4']);
  });

  test('a heading among the lines ends them, one next to the total does not', () => {
    const rows = rowsOf('x | 8\ny | 9\n経費 | \na | 1\nb | 2\n内訳 | \n計 | 3');
    expect(named(labelledSums(rows, linesOf(rows), none))).toEqual(['6 = 3+4']);
  });

  test('a total that is known is left alone', () => {
    const rows = rowsOf('a | 1\nb | 2\n計 | 3');
    expect(named(labelledSums(rows, linesOf(rows), none))).toEqual(['2 = 0+1']);
    expect(labelledSums(rows, linesOf(rows), (line) => line === 2)).toEqual([]);
  });

  test('one line is no sum', () => {
    const rows = rowsOf('a | 1\n計 | 1');
    expect(labelledSums(rows, linesOf(rows), none)).toEqual([]);
  });
});

describe('totals that are printed twice', () => {
  test('are the line before with the same four figures or more', () => {
    expect([...twinsOf(rowsOf('1 | 2 | 3 | 4\n1 | 2 | 3 | 4\n5 | 6 | 7 | 8'))]).toEqual([-1, 0, -1]);
  });

  test('but for one figure of many', () => {
    const figures = '12 | 23 | 34 | 45 | 56 | 67 | 78 | 89 | 90';
    const few = '12 | 23 | 34 | 45 | 56';
    expect([...twinsOf(rowsOf(`${figures}\n${figures.replace('45', '46')}`))]).toEqual([-1, 0]);
    expect([...twinsOf(rowsOf(`${few}\n${few.replace('45', '46')}`))]).toEqual([-1, -1]);
  });

  test.each([
    ['another line between', '1 | 2 | 3 | 4\n5 | 6 | 7 | 8\n1 | 2 | 3 | 4'],
    ['too few figures', '1 | 2 | 3\n1 | 2 | 3\n5 | 6 | 7'],
    ['the same figure over and over', '1 | 1 | 2 | 2\n1 | 1 | 2 | 2\n5 | 6 | 7 | 8'],
    ['the figures elsewhere', '1 | 2 | 3 | 4 | \n | 1 | 2 | 3 | 4\n5 | 6 | 7 | 8 | 9'],
  ])('are not: %s', (_, drawing) => {
    expect([...twinsOf(rowsOf(drawing))]).toEqual([-1, -1, -1]);
  });
});

describe('judging a sum over all positions', () => {
  const of = (drawing: string) => judge(rowsOf(drawing), { target: 2, addends: [0, 1], shape: 'adjacent' });

  test.each([
    ['adds up', '1215 | 4412\n2308 | 1187\n3523 | 5599', { hits: [0, 1] }],
    ['adds up but for rounding', '1215 | 4412\n2308 | 1187\n3524 | 5599', { hits: [0, 1] }],
    ['one addend alone is repeated', '1215 | 4412\n2308 | 0\n3523 | 4412', { hits: [0], repeats: [1] }],
    ['zeros', '1215 | 0\n2308 | 0\n3523 | 0', { hits: [0], repeats: [1] }],
    ['no addend, and a total', '1215 | 0\n2308 | 0\n3523 | 77', { hits: [0], fails: [1] }],
    ['no total', '1215 | 4412\n2308 | 1187\n3523 | -', { hits: [0] }],
    ['averages', '1215 | 4412\n2308 | 1187\n3523 | 2799', { hits: [0], foreign: [1] }],
    [
      'a digit changed among sums that hold',
      '12150 | 44120 | 33075 | 71132\n23085 | 11871 | 28462 | 45217\n35235 | 55991 | 61537 | 116449',
      { hits: [0, 1, 2], slips: [3] },
    ],
    [
      'digits changed as often as not',
      '12150 | 44120\n23085 | 11871\n35235 | 56991',
      { hits: [0], slips: [], fails: [1] },
    ],
  ])('%s', (_, drawing, expected) => {
    const nothing = { hits: [], repeats: [], slips: [], fails: [], foreign: [] };
    expect(of(drawing)).toMatchObject({ ...nothing, ...expected });
  });

  test('more positions that hold say more, and those that fail cost', () => {
    const two = of('1215 | 4412\n2308 | 1187\n3523 | 5599');
    const three = of('1215 | 4412 | 3307\n2308 | 1187 | 2846\n3523 | 5599 | 6153');
    const failing = of('1215 | 4412 | 3307\n2308 | 1187 | 2846\n3523 | 5599 | 9999');
    expect(three.score).toBeGreaterThan(two.score);
    expect(failing.score).toBeLessThan(two.score);
    expect(failing.costs).toBe(5);
  });

  test('figures off by more than their rounding is likely to add up to speak against it', () => {
    const off = (steps: number) =>
      judge(rowsOf(`8104\n3217\n2945\n1632\n977\n4418\n${21293 + steps}`), {
        target: 6,
        addends: [0, 1, 2, 3, 4, 5],
        shape: 'adjacent',
      });
    expect([0, 1, 2, 3].map((steps) => off(steps).hits)).toEqual([[0], [0], [0], [0]]);
    expect(off(0).score - off(1).score).toBeLessThan(3);
    expect(off(1).score - off(3).score).toBeGreaterThan(4);
  });

  test('columns in the same proportions say little more than one', () => {
    const one = of('1215 | x\n2308 | x\n3523 | x');
    const proportional = of('1215 | 2430\n2308 | 4616\n3523 | 7046');
    const other = of('1215 | 4430\n2308 | 2616\n3523 | 7046');
    expect(proportional.bits - one.bits).toBeLessThan(0.5 * (other.bits - one.bits));
  });

  test('words speak for a total, shares among the addends against it', () => {
    const drawing = (first: string, last: string) => `${first} | 1215 | 4412\nb | 2308 | 1187\n${last} | 3523 | 5599`;
    const score = (first: string, last: string) => of(drawing(first, last)).score;
    expect(score('a', '合計') - score('a', 'c')).toBe(4);
    expect(score('a', '差額') - score('a', 'c')).toBe(2);
    expect(score('構成比', 'c') - score('a', 'c')).toBe(-3);
  });
});
