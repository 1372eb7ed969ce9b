import { FIRST, type TotalsLayout } from '../layout';
import { relative } from '../section';
import type { RowCells } from './ruleFormulas';

/** Where a row's figures stand: in the section of empty cells, and in the split of its days where it has one. */
export function rowCells(layout: TotalsLayout, index: number, split: number | null): RowCells {
  const own = (layout.blanks?.first ?? 0) + index;
  const below = (layout.split?.first ?? 0) + (split ?? 0);
  const [fee, start, end, days] = [0, 1, 2, 3].map((column) => relative(own, FIRST + column));
  const [first, last, touched, ownMonths, times, part1, of1, part2, of2, full] = Array.from(
    { length: 10 },
    (_, column) => relative(below, FIRST + column),
  );
  return {
    fee: fee ?? '',
    start: start ?? '',
    end: end ?? '',
    days: days ?? '',
    first: first ?? '',
    last: last ?? '',
    touched: touched ?? '',
    ownMonths: ownMonths ?? '',
    times: times ?? '',
    part1: part1 ?? '',
    of1: of1 ?? '',
    part2: part2 ?? '',
    of2: of2 ?? '',
    full: full ?? '',
  };
}
