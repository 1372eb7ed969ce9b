import { amountColumn, type Column } from './column';
import type { Category, Figure, Relation } from './document';
import { type Line, splitLabel } from './lines';
import { readTotalLabel } from './words/totalWords';
import type { GridCell, SheetGrid } from './sheetGrid';

const WORDS_OF_SENTENCE = 4;

interface Group {
  readonly cell: GridCell;
  readonly rows: number[];
}

/**
 * Groups the detail lines by the labels of a category column (merged down its rows, repeated, or printed once above empty
 * cells) or, without such a column, by headings between the rows.
 *
 * @param details the detail lines in the order of the table's rows.
 */
export function findCategories(
  grid: SheetGrid,
  lines: readonly Line[],
  details: readonly Line[],
  columns: readonly Column[],
): Category[] {
  const column = categoryColumn(grid, details, columns);
  const groups = column ? byColumn(grid, lines, details, column) : bySection(lines, details);
  const amount = amountColumn(columns)?.column;
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ cell, rows }) => {
      const { label, figure } = splitLabel(grid, cell);
      const subtotal = figure ?? (amount === undefined ? null : subtotalLine(lines, details, rows, amount));
      return { label, cell: grid.address(cell), rows, subtotal };
    });
}

function categoryColumn(grid: SheetGrid, details: readonly Line[], columns: readonly Column[]): Column | null {
  const named = columns.find(({ role }) => role === 'category');
  if (named) return named;
  const first = columns[0];
  const merged =
    first &&
    columns.length > 2 &&
    details.some(({ row }) => {
      const merge = grid.mergeAt(row, first.column);
      return merge !== null && merge.bottom > merge.top && merge.left === merge.right;
    });
  return merged &&
    columns.some(({ role, column }) => column !== first.column && (role === 'name' || role === 'description'))
    ? first
    : null;
}

function byColumn(grid: SheetGrid, lines: readonly Line[], details: readonly Line[], column: Column): Group[] {
  const groups: Group[] = [];
  let current = null as Group | null;
  const index = new Map(details.map((line, at) => [line.row, at]));
  for (const line of lines) {
    if (line.kind !== 'detail' && line.kind !== 'aside') {
      current = null;
      continue;
    }
    const cell: GridCell | null = grid.anchor(line.row, column.column);
    const sameText = cell?.kind === 'text' && current?.cell.kind === 'text' && current.cell.text === cell.text;
    if (cell?.kind === 'text' && cell !== current?.cell && !sameText) {
      current = { cell, rows: [] };
      groups.push(current);
    }
    const at = index.get(line.row);
    if (at !== undefined && current) current.rows.push(at);
  }
  return groups;
}

function bySection(lines: readonly Line[], details: readonly Line[]): Group[] {
  const groups: Group[] = [];
  const index = new Map(details.map((line, at) => [line.row, at]));
  let current: Group | null = null;
  for (const line of lines) {
    if (line.kind === 'section' && line.labelCell && line.label.length <= 60 && !readTotalLabel(line.label)) {
      current = { cell: line.labelCell, rows: [] };
      groups.push(current);
    }
    if (line.kind === 'total' && (line.total?.rank ?? 0) >= 3) current = null;
    const at = index.get(line.row);
    if (at !== undefined) current?.rows.push(at);
  }
  return groups;
}

/** The figure of a subtotal line right below a category's rows that takes in these rows and no others. */
function subtotalLine(
  lines: readonly Line[],
  details: readonly Line[],
  rows: readonly number[],
  column: number,
): Figure | null {
  const first = details[rows[0] ?? -1];
  const last = details[rows[rows.length - 1] ?? -1];
  if (!first || !last) return null;
  const next = lines[lines.indexOf(last) + 1];
  const before = lines
    .slice(0, lines.indexOf(first))
    .reverse()
    .find(({ kind }) => kind === 'detail' || kind === 'total');
  if (next?.kind !== 'total' || (next.total?.rank ?? 9) > 2 || before?.kind === 'detail') return null;
  return next.figures.get(column) ?? null;
}

const isSentence = (label: string): boolean => (label.match(/[a-z]{2,}/gi) ?? []).length >= WORDS_OF_SENTENCE;

/** What subtotals inside the labels' texts assert. Subtotals with a line of their own are asserted there. */
export function categoryRelations(categories: readonly Category[], amounts: readonly (Figure | null)[]): Relation[] {
  return categories.flatMap(({ subtotal, rows }): Relation[] => {
    if (!subtotal?.textual) return [];
    const addends = rows.flatMap((row) => amounts[row] ?? []);
    if (
      addends.length === 0 ||
      addends.some(({ cell }) => cell.row === subtotal.cell.row && cell.column === subtotal.cell.column)
    ) {
      return [];
    }
    // A single amount below a sentence may have nothing to do with a figure in it.
    const certainty = addends.length > 1 || !isSentence(subtotal.label) ? 'certain' : 'possible';
    return [{ kind: 'sum', target: subtotal, addends, axis: 'rows', certainty }];
  });
}
