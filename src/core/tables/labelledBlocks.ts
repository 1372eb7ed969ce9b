import { placeholderOf } from '../reading/placeholders';
import type { CellArea } from '../sheets/address';
import type { AreasByRow } from './areasByRow';
import { isFigure, totalLabelOf } from './body';
import { couldHead, type Header, headingCells, measures } from './headers';
import type { GridCell, SheetGrid } from './sheetGrid';
import { ZERO } from '../values/decimal';
import { isFullYear } from './words/headerWords';
import { beginsWithTotal, type TotalLabel } from './words/totalWords';

const MOST_BLANK_ROWS = 2;
const MOST_TEXT_ROWS = 2;
const FEWEST_DETAILS = 2;
const FEWEST_TOTALS = 2;
/** One in so many of the totals, at least, is the sum of what stands right above it. */
const MOST_TOTALS_A_SUM = 3;
const MOST_DETAILS = 60;
/** A label stands at most so many empty cells away from its figure. */
const FARTHEST_FIGURE = 12;

/** A total word and the columns that it speaks for. */
interface Labelled {
  readonly row: number;
  readonly total: TotalLabel;
  readonly left: number;
  readonly right: number;
  /** The figures of the line, from left to right. */
  readonly figures: readonly GridCell[];
}

/**
 * Looks for blocks of figures that a labelled total closes or opens, wherever they stand: without any header, beside other
 * things, with the label left of the figure, right of it or above it. `claim` is given the block's header, which is empty
 * and lies just above the first row where there is none; the area that it returns is looked into no more.
 *
 * @param taken areas that tables hold; those that are claimed are added.
 */
export function labelledBlocks(
  grid: SheetGrid,
  taken: AreasByRow<CellArea>,
  claim: (header: Header) => CellArea | null,
): void {
  const several = columnsOfTotals(grid);
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    for (const cell of grid.rowCells(row)) {
      if (cell.kind !== 'text' || taken.at(row, cell.column)) continue;
      const total = totalLabelOf(grid, [cell])?.total;
      if (total?.kind !== 'total' || (total.weak && !(namesTotal(cell) && several(cell.column)))) continue;
      const labelled = figuresOf(grid, cell, total);
      const header = labelled && blockAround(grid, labelled, taken);
      const area = header && claim(header);
      if (area) taken.add(area, area);
    }
  }
}

/** Total current assets may be a name; of several such below each other none is, where one at least is the sum of what stands above it. */
function columnsOfTotals(grid: SheetGrid): (column: number) => boolean {
  const counts = new Map<number, { totals: number; sums: number }>();
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    for (const cell of grid.rowCells(row)) {
      if (!namesTotal(cell)) continue;
      const count = counts.get(cell.column) ?? { totals: 0, sums: 0 };
      count.totals += 1;
      if (isSumOfAbove(grid, cell)) count.sums += 1;
      counts.set(cell.column, count);
    }
  }
  return (column) => {
    const { totals, sums } = counts.get(column) ?? { totals: 0, sums: 0 };
    return totals >= FEWEST_TOTALS && sums > 0 && sums * MOST_TOTALS_A_SUM >= totals;
  };
}

/** Whether two figures or more right above the one that a label names add up to it. */
function isSumOfAbove(grid: SheetGrid, label: GridCell): boolean {
  const own = grid.rowCells(label.row).find((cell) => cell.column > label.column && isFigure(grid, cell));
  const target = own && grid.amountOf(own)?.value;
  if (!own || !target || target.isZero()) return false;
  let sum = ZERO;
  let figures = 0;
  for (let row = label.row - 1; row >= Math.max(grid.top, label.row - MOST_DETAILS); row -= 1) {
    const cell = grid.at(row, own.column);
    const value = isFigure(grid, cell) ? grid.amountOf(cell)?.value : undefined;
    if (!value || value.isZero()) continue;
    sum = sum.plus(value);
    figures += 1;
    if (figures >= FEWEST_DETAILS && sum.eq(target)) return true;
  }
  return false;
}

/** Figures without a name, but one left of where the names of the others stand, belong to no line of theirs. */
function isOfOuterLevel(grid: SheetGrid, row: number, below: number, { left }: { left: number }): boolean {
  const isName = (cell: GridCell | null) => cell?.kind === 'text' && grid.amountOf(cell) === null;
  return (
    left > grid.left && grid.at(row, left) === null && isName(grid.at(row, left - 1)) && isName(grid.at(below, left))
  );
}

/** A row of years heads what stands below it. */
function areYears(grid: SheetGrid, cells: readonly (GridCell | null)[]): boolean {
  const figures = cells.flatMap((cell) => (isFigure(grid, cell) ? (grid.amountOf(cell)?.value.toNumber() ?? []) : []));
  return figures.length > 0 && figures.every(isFullYear);
}

const namesTotal = (cell: GridCell): boolean => cell.kind === 'text' && beginsWithTotal(cell.text);

/** The figures that a label names: those to its right up to the next text, else the one to its left, else the one below. */
function figuresOf(grid: SheetGrid, label: GridCell, total: TotalLabel): Labelled | null {
  const cells = grid.rowCells(label.row);
  const at = cells.indexOf(label);
  const right: GridCell[] = [];
  for (const cell of cells.slice(at + 1)) {
    const last = right[right.length - 1] ?? label;
    if (!isFigure(grid, cell) || cell.column - last.column > FARTHEST_FIGURE) break;
    right.push(cell);
  }
  const last = right[right.length - 1];
  if (last) return { row: label.row, total, left: label.column, right: last.column, figures: right };
  const before = cells[at - 1] ?? null;
  if (isFigure(grid, before) && label.column - before.column === 1 && cells[at - 2]?.kind !== 'text') {
    return { row: label.row, total, left: before.column, right: label.column, figures: [before] };
  }
  const below = grid.at(label.row + 1, label.column);
  if (!isFigure(grid, below) || cells.length > 1) return null;
  const beside = grid.at(label.row - 1, label.column - 1);
  const left = beside?.kind === 'text' ? label.column - 1 : label.column;
  return { row: label.row, total, left, right: label.column, figures: [below] };
}

/** The block above a labelled total, or where there is none, the one below. */
function blockAround(grid: SheetGrid, labelled: Labelled, held: AreasByRow<CellArea>): Header | null {
  const { row, left, right } = labelled;
  const span = { left: labelColumn(grid, labelled), right };
  const first = firstAbove(grid, labelled, span, held);
  if (first !== null) return withHeading(grid, first, span);
  const below = grid.at(row + 1, left);
  const opens = below !== null && detailsBelow(grid, labelled, held) >= FEWEST_DETAILS;
  return opens ? withHeading(grid, row, span) : null;
}

/** Names may stand further left than the word 合計 does. */
function labelColumn(grid: SheetGrid, { row, left, right }: Labelled): number {
  if (left === right) return left;
  const name = grid.at(row - 1, left - 1);
  const between = grid.at(row - 1, left);
  return name?.kind === 'text' && between === null && grid.amountOf(name) === null ? left - 1 : left;
}

/** The first row of the block that ends above a labelled line; null where there are too few details. */
function firstAbove(
  grid: SheetGrid,
  { row, total, figures }: Labelled,
  span: { left: number; right: number },
  held: AreasByRow<CellArea>,
): number | null {
  let first: number | null = null;
  let details = 0;
  let blank = 0;
  let texts = 0;
  for (let above = row - 1; above >= grid.top; above -= 1) {
    const cells = grid.cellsWithin(above, span);
    if (cells.some((cell) => held.at(above, cell.column))) break;
    if (cells.length === 0) {
      blank += 1;
      if (blank > MOST_BLANK_ROWS) break;
      continue;
    }
    const own = figures.map(({ column }) => grid.at(above, column));
    if (
      (grid.at(above, span.left)?.kind !== 'text' && areYears(grid, own)) ||
      (first !== null && details >= FEWEST_DETAILS && isOfOuterLevel(grid, above, first, span))
    )
      break;
    if (own.some((cell) => isFigure(grid, cell))) {
      const label = totalLabelOf(grid, cells)?.total;
      if (label?.kind === 'total' && label.rank >= total.rank && details > 0) break;
      if (label === undefined) details += 1;
      first = above;
      blank = 0;
      texts = 0;
      continue;
    }
    const empty = own.every((cell) => cell === null || (cell.kind === 'text' && placeholderOf(cell.text) !== null));
    texts += 1;
    if (!empty || texts > MOST_TEXT_ROWS) break;
  }
  return details >= FEWEST_DETAILS ? first : null;
}

function detailsBelow(grid: SheetGrid, { row, figures }: Labelled, held: AreasByRow<CellArea>): number {
  const column = figures[0]?.column ?? 0;
  let details = 0;
  let gaps = 0;
  for (let below = row + 1; below <= grid.bottom && gaps <= 1; below += 1) {
    const cell = grid.at(below, column);
    if (held.at(below, column)) break;
    if (isFigure(grid, cell)) details += 1;
    else gaps += 1;
  }
  return details;
}

/** The headings right above a block, where there are any, tell what its columns hold. */
function withHeading(grid: SheetGrid, first: number, span: { left: number; right: number }): Header {
  const cells = grid.cellsWithin(first - 1, span);
  const heads =
    cells.some(({ column }) => column > span.left || span.left === span.right) &&
    cells.every((cell) => cell.kind === 'text' && couldHead(cell, grid) && !measures(cell, grid));
  if (!heads) return { top: first, bottom: first - 1, ...span, cells: [], worded: false };
  const row = first - 1;
  return { top: row, bottom: row, ...span, cells: headingCells(grid, row, row, span), worded: false };
}
