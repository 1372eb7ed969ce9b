import { sumHolds } from '../addsUp';
import type { Figure, SumRelation } from '../document';
import { sumRelation } from '../sumRelation';
import { type Sign, signOfTerm, stepOf } from '../words/stepWords';
import { readTotalLabel } from '../words/totalWords';
import type { FigureOf, NamedLine } from './figureBlocks';

/** So many rows that carry a balance on say that the column is meant to. */
const FEWEST_ROWS = 3;
/** So many where the headings say which columns add and which take off. */
const FEWEST_WORDED = 2;
/** A balance follows from so many columns at most. */
const MOST_COLUMNS = 4;
/** So many rows tell how a balance is carried on. */
const LOOKED_AT = 200;

/** One column adds, one takes off: the signs of the columns before the balance. */
interface Movement {
  readonly adding: readonly number[];
  readonly taking: readonly number[];
}

/**
 * Balances that are carried on from row to row, as in a cash book: balance = balance of the row above + receipts − payments. Which columns
 * add and which take off, the figures tell: most rows have to bear it out.
 */
export function runningBalances(
  rows: readonly NamedLine[],
  columns: readonly NamedLine[],
  figureOf: FigureOf,
): SumRelation[] {
  return columns.flatMap(({ index, label }, at) => {
    const word = stepOf(label);
    if (word?.kind !== 'balance' || at === 0) return [];
    const before = columns.slice(Math.max(0, at - MOST_COLUMNS), at).map((column) => column.index);
    const carried = rows.filter((row) => readTotalLabel(row.label)?.kind !== 'total');
    const signs = new Map(columns.map((column) => [column.index, signOfTerm(column.label)]));
    let best: { readonly movement: Movement; readonly holds: number } | null = null;
    for (const movement of movements(before)) {
      const sample = balancesOf(carried.slice(0, LOOKED_AT), index, movement, figureOf);
      const holds = sample.filter(sumHolds).length;
      const enough = isWorded(movement, signs)
        ? holds >= FEWEST_WORDED && holds * 2 >= sample.length
        : holds >= FEWEST_ROWS && holds * 3 >= sample.length * 2;
      if (!enough || (best && best.holds >= holds)) continue;
      best = { holds, movement };
    }
    return best ? balancesOf(carried, index, best.movement, figureOf) : [];
  });
}

/** Whether the headings say which columns add and which take off (収入, 支出; Paid in, Paid out). */
function isWorded({ adding, taking }: Movement, signs: ReadonlyMap<number, Sign | null>): boolean {
  return adding.every((column) => signs.get(column) === 1) && taking.every((column) => signs.get(column) === -1);
}

/** Every way in which some of the last columns add and others take off, the most columns first. */
function movements(columns: readonly number[]): Movement[] {
  const found: Movement[] = [];
  for (let first = 0; first < columns.length; first += 1) {
    const used = columns.slice(first);
    for (let signs = 0; signs < 2 ** used.length; signs += 1) {
      const adds = (_: number, at: number) => ((signs >> at) & 1) === 0;
      found.push({ adding: used.filter(adds), taking: used.filter((column, at) => !adds(column, at)) });
    }
  }
  return found;
}

function balancesOf(
  rows: readonly NamedLine[],
  column: number,
  { adding, taking }: Movement,
  figureOf: FigureOf,
): SumRelation[] {
  let previous: Figure | null = null;
  return rows.flatMap((row): SumRelation[] => {
    const target = figureOf({ row: row.index, column });
    const before = previous;
    previous = target ?? previous;
    if (!target || !before) return [];
    const figures = (some: readonly number[]) => some.flatMap((one) => figureOf({ row: row.index, column: one }) ?? []);
    const [added, subtracted] = [figures(adding), figures(taking)];
    if (added.length + subtracted.length === 0) return [];
    return [sumRelation(target, { addends: [before, ...added], subtracted }, 'columns', 'certain')];
  });
}
