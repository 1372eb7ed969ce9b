import type { AmountReading } from '../reading/readings';
import type { Header } from './headers';
import { measures } from './headers';
import type { CellArea } from '../sheets/address';
import { type GridCell, type SheetGrid } from './sheetGrid';
import { foldLabel } from '../reading/fold';
import { figureInText } from '../reading/readAmount';
import { taxesInText } from '../reading/taxesInText';
import { readTotalLabel, type TotalLabel } from './words/totalWords';

/** The rows below a header up to where the table ends. */
export interface Body {
  readonly header: Header;
  /** Sheet rows that hold something, in order, text-only rows between figures included. */
  readonly rows: readonly number[];
  readonly bottom: number;
  /** The last line is a total that closes the table. */
  readonly closed: boolean;
  /** Areas inside of it that other tables hold; absent where there are none. */
  readonly apart?: readonly CellArea[];
}

const UNMEASURED_ROLES = new Set(['name', 'category', 'description', 'text', 'other']);
const MOST_BLANK_ROWS = 2;
const MOST_TEXT_ROWS = 4;
/** A form of one page leaves at most so many of its lines unused. */
const UNUSED_LINES = 30;

/** Whether a row holds a figure or a date where the header leads one to expect some. */
function isMeasured(grid: SheetGrid, cells: readonly GridCell[], header: Header): boolean {
  return cells.some((cell) => {
    const role = header.cells.find((heading) => heading.column === cell.column)?.role ?? null;
    const beside = cell.column > header.left || header.left === header.right || header.cells.length === 0;
    return (role === null || !UNMEASURED_ROLES.has(role)) && beside && measures(cell, grid);
  });
}

export function isFigure(grid: SheetGrid, cell: GridCell | null): cell is GridCell {
  return cell !== null && cell.kind !== 'date' && cell.kind !== 'error' && grid.amountOf(cell) !== null;
}

/** The total word of a row, read from its own texts; `合` and `計` in two cells count as one. */
export function totalLabelOf(grid: SheetGrid, cells: readonly GridCell[]): { label: string; total: TotalLabel } | null {
  const texts = cells.flatMap((cell) => (cell.kind === 'text' && grid.amountOf(cell) === null ? [cell.text] : []));
  for (const text of texts) {
    const total = readTotalLabel(text);
    if (total) return { label: text, total };
  }
  const joined = texts.join('');
  const total = texts.length > 1 && joined.length <= 8 && foldLabel(joined).length <= 4 ? readTotalLabel(joined) : null;
  return total ? { label: joined, total } : null;
}

/** A total with its figure in one text, 合計 1,234円; beside taxes in it, 合計 11,000円（内消費税 1,000円）, the total. */
export function totalInText(
  cell: GridCell,
): { cell: GridCell; label: string; total: TotalLabel; figure: AmountReading } | null {
  if (cell.kind !== 'text') return null;
  const taxed = taxesInText(cell.text);
  const found = taxed.length > 0 ? taxed.find(({ kind }) => kind === 'total') : figureInText(cell.text);
  const total = found ? readTotalLabel(found.label) : null;
  return found && total?.kind === 'total' && !total.weak
    ? { cell, label: found.label, total, figure: found.figure }
    : null;
}

/** What the label of a row says, be it in the row or, where the row holds a figure and nothing else, alone in the row above. */
export function lineLabelOf(grid: SheetGrid, row: number, header: Header): { label: string; total: TotalLabel } | null {
  const cells = grid.cellsWithin(row, header);
  const own = totalLabelOf(grid, cells);
  if (own || cells.length !== 1 || !isFigure(grid, cells[0] ?? null) || row - 1 <= header.bottom) return own;
  const above = grid.cellsWithin(row - 1, header);
  const found = above.length === 1 ? totalLabelOf(grid, above) : null;
  return found?.total.kind === 'total' && !found.total.weak ? found : null;
}

/** Follows the rows below a header. `ends` are rows where another header over some of the same columns begins. */
export function bodyOf(grid: SheetGrid, header: Header, ends: Pick<ReadonlySet<number>, 'has'>): Body {
  const rows: number[] = [];
  let pending: number[] = [];
  let texts = 0;
  let blank = 0;
  let details = 0;
  let closed = false;
  let settled = false;
  for (let row = header.bottom + 1; row <= grid.bottom; row += 1) {
    if (ends.has(row)) break;
    const cells = grid.cellsWithin(row, header);
    if (cells.length === 0) {
      blank += 1;
      const form = details > 0 && !closed && header.worded;
      if (blank > MOST_BLANK_ROWS && !(form && totalsAfterBlanks(grid, row, header, ends))) break;
      continue;
    }
    if (!isMeasured(grid, cells, header) && !(details > 0 && cells.some(totalInText))) {
      texts += 1;
      // After a closing total, text is what comes after the table.
      if (closed || texts > MOST_TEXT_ROWS) break;
      pending.push(row);
      continue;
    }
    const total = lineLabelOf(grid, row, header)?.total ?? null;
    if (blank > 0 && total === null && rows.length > 0 && (closed || !looksLikeDetail(grid, cells, header))) break;
    blank = 0;
    pending.push(row);
    // What follows such a total belongs to the table only when another total follows.
    if (settled && total === null) continue;
    rows.push(...pending);
    pending = [];
    texts = 0;
    if (total === null) details += 1;
    const closing = total?.kind === 'tax' || (total?.kind === 'total' && total.rank >= 3);
    closed = details > 0 && total !== null && !total.weak && closing;
    settled = closed || (details > 0 && total?.kind === 'total' && total.rank === 2);
  }
  return { header, rows, bottom: rows[rows.length - 1] ?? header.bottom, closed };
}

/** Whether what comes next below the unused lines of a form is a total, with its figure under the last headings. */
function totalsAfterBlanks(
  grid: SheetGrid,
  row: number,
  header: Header,
  ends: Pick<ReadonlySet<number>, 'has'>,
): boolean {
  for (let below = row; below <= Math.min(row + UNUSED_LINES, grid.bottom) && !ends.has(below); below += 1) {
    const cells = grid.cellsWithin(below, header);
    if (cells.length === 0) continue;
    const total = totalLabelOf(grid, cells)?.total;
    const last = cells.filter((cell) => isFigure(grid, cell)).pop();
    const under = header.cells.find(({ column }) => column === last?.column)?.role ?? null;
    return total?.kind === 'total' && under !== null && !UNMEASURED_ROLES.has(under);
  }
  return false;
}

/** After a blank row, a detail has a name and as many columns as the header promises. */
function looksLikeDetail(grid: SheetGrid, cells: readonly GridCell[], header: Header): boolean {
  const named = cells.some((cell) => cell.kind === 'text' && grid.amountOf(cell) === null);
  return named && cells.length * 2 >= header.cells.length;
}
