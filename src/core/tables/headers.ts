import { fold } from '../reading/fold';
import { placeholderOf } from '../reading/placeholders';
import type { ColumnRole } from './document';
import { halvesOf } from './sideBySide';
import { type GridCell, printedText, type SheetGrid } from './sheetGrid';
import { MEASURING_ROLES, roleOfHeader } from './words/headerWords';
import { headInterest } from './words/interestWords';

/** A column's heading: of a header of two rows, both texts. */
export interface HeaderCell {
  readonly column: number;
  readonly text: string;
  readonly row: number;
  readonly role: ColumnRole | null;
}

/** A row (or two) of headings over a body of figures. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly cells: readonly HeaderCell[];
  /** Its words alone say that it is a header; otherwise only what stands below does. */
  readonly worded: boolean;
}

const LONGEST_HEADING = 40;
const LOOK_BELOW = 5;
const NAMING_ROLES = new Set<ColumnRole>(['name', 'description']);
const MONTH_OR_YEAR = /^(\d{1,2}月(分|度)?|\d{4}(年|年度)?|(令和|平成|r|h)(元|\d{1,2})(年|年度)?)$/i;

/** Whether a cell could be a heading: a short text that is neither figure nor day, or a year. */
export function couldHead(cell: GridCell, grid: SheetGrid): boolean {
  if (cell.kind === 'number') {
    // A year is printed without a separator.
    const grouped = cell.cell.numberFormat.includes(',');
    return Number.isInteger(cell.value) && cell.value >= 1900 && cell.value <= 2100 && !grouped;
  }
  if (cell.kind === 'date') return !/d/i.test(cell.cell.numberFormat.replace(/\[[^\]]*\]|"[^"]*"/g, ''));
  if (cell.kind !== 'text') return false;
  const text = fold(cell.text).trim();
  if (text.length > LONGEST_HEADING || /[。]/.test(text)) return false;
  if (MONTH_OR_YEAR.test(text)) return true;
  // 延滞金(年14.6%): a rate is no date.
  const unrated = text.replace(/\d+\.\d+ ?%/g, '');
  if (/\d[/.-]\d|\d日$/.test(unrated) || placeholderOf(text) !== null) return false;
  return grid.amountOf(cell) === null;
}

/** Whether a cell below a heading bears out that figures or dates stand there. */
export function measures(cell: GridCell, grid: SheetGrid): boolean {
  if (cell.kind === 'number' || cell.kind === 'date' || cell.kind === 'error') return true;
  if (cell.kind !== 'text' || cell.text.length > LONGEST_HEADING) return false;
  return grid.amountOf(cell) !== null || /^\D{0,3}\d{1,4} ?[年月./-] ?\d{1,2}/.test(fold(cell.text));
}

/** Finds the headers of a sheet from top to bottom, the bottom row of each only once. */
export function findHeaders(grid: SheetGrid): Header[] {
  const found: Header[] = [];
  for (let row = grid.top; row < grid.bottom; row += 1) {
    for (const run of runsOf(grid, row)) {
      const header = headerOf(grid, row, run);
      if (header) found.push(header);
    }
  }
  return found;
}

/** Groups of neighbouring headings in a row; an empty column between two groups parts them when nothing stands below it either. */
function runsOf(grid: SheetGrid, row: number): (readonly GridCell[])[] {
  const own = grid.rowCells(row);
  if (own.length === 0 || !own.some((cell) => cell.kind === 'text')) return [];
  const runs: GridCell[][] = [];
  let run: GridCell[] = [];
  let last = -1;
  for (let column = grid.left; column <= grid.right; column += 1) {
    const merge = grid.mergeAt(row, column);
    const cell = merge ? grid.at(merge.top, merge.left) : grid.at(row, column);
    if (!cell) continue;
    if (run.length > 0 && column - last > 1 && emptyBelow(grid, row, last + 1, column - 1)) {
      runs.push(run);
      run = [];
    }
    if (run[run.length - 1] !== cell) run.push(cell);
    last = column;
  }
  runs.push(run);
  const parted = withLoneNames(runs).flatMap((cells) => halvesOf(grid, cells));
  return parted.filter(
    (cells) => cells.length >= 2 && cells.every((cell) => couldHead(cell, grid)) && !isOneOfMany(grid, cells),
  );
}

/** A lone heading of names (摘要) belongs to the group after it: long names reach over the empty columns between. */
function withLoneNames(runs: readonly (readonly GridCell[])[]): GridCell[][] {
  const joined: GridCell[][] = [];
  for (const run of runs) {
    const before = joined[joined.length - 1];
    const [lone, ...others] = before ?? [];
    const role = lone?.kind === 'text' && others.length === 0 ? roleOfHeader(lone.text) : null;
    if (before && role !== null && NAMING_ROLES.has(role)) before.push(...run);
    else joined.push([...run]);
  }
  return joined;
}

/** A lone figure that could be a year, right below another figure, is one of a column of figures (紙 | 2,050 below ペン | 850). */
function isOneOfMany(grid: SheetGrid, cells: readonly GridCell[]): boolean {
  const [year, ...others] = cells.filter(({ kind }) => kind === 'number');
  if (!year || others.length > 0) return false;
  const above = grid.at(year.row - 1, year.column);
  return above?.kind === 'number' && !couldHead(above, grid) && above.cell.numberFormat === year.cell.numberFormat;
}

function emptyBelow(grid: SheetGrid, row: number, from: number, to: number): boolean {
  for (let below = row + 1; below <= row + 3; below += 1) {
    for (let column = from; column <= to; column += 1) if (grid.at(below, column)) return false;
  }
  return true;
}

function headerOf(grid: SheetGrid, row: number, run: readonly GridCell[]): Header | null {
  const first = run[0];
  const last = run[run.length - 1];
  if (!first || !last) return null;
  const right = grid.mergeAt(last.row, last.column)?.right ?? last.column;
  const span = { left: first.column, right };
  const below = firstMeasuredRow(grid, row, span);
  if (below === null) return null;
  const top = upperRow(grid, row, span);
  const cells = headingCells(grid, top, row, span);
  const roles = cells.flatMap((cell) => (cell.role === null ? [] : [cell.role]));
  const dated = roles.includes('date') && (roles.includes('text') || roles.includes('description'));
  const measured = new Set(roles).size >= 2 && (dated || roles.some((role) => MEASURING_ROLES.has(role)));
  const worded = measured || headInterest(cells.map(({ text }) => text));
  for (let between = row + 1; between < below; between += 1) {
    if (isBetterHeader(grid, between, span, worded ? roles.length : 0)) return null;
  }
  if (!worded && !measuredUnderHeading(grid, below, cells)) return null;
  const left = labelColumn(grid, row, below, span.left);
  return { top, bottom: row, left, right: span.right, cells, worded };
}

/** A row of headings between this one and the figures is the header itself, unless this one says more. */
function isBetterHeader(grid: SheetGrid, row: number, span: { left: number; right: number }, roles: number): boolean {
  const inner = grid.cellsWithin(row, span);
  if (inner.length < 2 || !inner.every((cell) => couldHead(cell, grid))) return false;
  const named = inner.filter((cell) => cell.kind === 'text' && roleOfHeader(cell.text) !== null).length;
  const below = inner.some((cell) => {
    const under = grid.at(row + 1, cell.column);
    return under !== null && measures(under, grid);
  });
  return below && (roles === 0 || named >= 2 || grid.mergeAt(row - 1, inner[0]?.column ?? 0) !== null);
}

function firstMeasuredRow(grid: SheetGrid, row: number, span: { left: number; right: number }): number | null {
  for (let below = row + 1; below <= Math.min(row + LOOK_BELOW, grid.bottom); below += 1) {
    const inner = grid.cellsWithin(below, span);
    if (inner.some((cell) => measures(cell, grid))) return below;
  }
  return null;
}

function measuredUnderHeading(grid: SheetGrid, row: number, cells: readonly HeaderCell[]): boolean {
  return cells.some((heading) => {
    const cell = grid.at(row, heading.column);
    return cell !== null && measures(cell, grid);
  });
}

/** The row above belongs to the header when a heading reaches over several columns or over both rows. */
function upperRow(grid: SheetGrid, row: number, span: { left: number; right: number }): number {
  const above = grid.cellsWithin(row - 1, span);
  if (above.length < 2 || !above.every((cell) => couldHead(cell, grid))) return row;
  const joins = above.some((cell) => {
    const merge = grid.mergeAt(cell.row, cell.column);
    return merge !== null && (merge.right > merge.left || merge.bottom > merge.top) && merge.left >= span.left;
  });
  return joins ? row - 1 : row;
}

/** The headings of a header's columns: of two rows, the lower one's word counts first. */
export function headingCells(
  grid: SheetGrid,
  top: number,
  bottom: number,
  span: { left: number; right: number },
): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (let column = span.left; column <= span.right; column += 1) {
    const lower = grid.anchor(bottom, column);
    const upper = top < bottom ? grid.anchor(top, column) : null;
    const own = lower ?? upper;
    // A heading that is merged over several columns of the bottom row heads the first of them only.
    if (!own || (lower && lower.row === bottom && lower.column !== column)) continue;
    const lowerText = lower ? printedText(lower) : '';
    const text = upper && upper !== lower ? `${printedText(upper)} ${lowerText}`.trim() : lowerText;
    cells.push({ column, text, row: own.row, role: roleOfHeader(lowerText) ?? roleOfHeader(text) });
  }
  return cells;
}

/** Labels often stand in a column without a heading, left of the first one that has one. */
function labelColumn(grid: SheetGrid, row: number, below: number, left: number): number {
  if (left === grid.left || grid.anchor(row, left - 1)) return left;
  for (let at = below; at <= below + 2; at += 1) if (grid.at(at, left - 1)?.kind !== 'text') return left;
  return left - 1;
}
