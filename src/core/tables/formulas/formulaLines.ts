import type { GridCell, SheetGrid } from '../sheetGrid';
import { relativeFormula } from './relativeFormula';

export type NumberCell = Extract<GridCell, { kind: 'number' }>;

/** Cells in a row of a line that have the same formula as seen from each of them, or that are all typed. */
export interface Stretch {
  /** The formula by distances; null: typed numbers. */
  readonly relative: string | null;
  readonly cells: readonly NumberCell[];
}

/** Figures one after another down a column or along a row, hardly interrupted. */
export interface FormulaLine {
  readonly axis: 'rows' | 'columns';
  readonly stretches: readonly Stretch[];
}

/** So many cells without a figure may stand between two figures of a line. */
const WIDEST_GAP = 1;

/** The lines of a sheet that have formulas, with what is alike in them; `axis` `rows` runs down a column. */
export function formulaLines(grid: SheetGrid): FormulaLine[] {
  const rows = new Map<number, NumberCell[]>();
  const columns = new Map<number, NumberCell[]>();
  const relatives = new Map<NumberCell, string>();
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    for (const cell of grid.rowCells(row)) {
      if (cell.kind !== 'number') continue;
      if (cell.cell.formula !== null) relatives.set(cell, relativeFormula(cell.cell.formula, cell));
      append(rows, row, cell);
      append(columns, cell.column, cell);
    }
  }
  if (relatives.size === 0) return [];
  const linesOf = (axis: FormulaLine['axis'], all: ReadonlyMap<number, readonly NumberCell[]>) =>
    [...all.values()]
      .filter((cells) => cells.some((cell) => relatives.has(cell)))
      .flatMap((cells) => unbroken(cells, axis))
      .map((cells) => ({ axis, stretches: stretchesOf(cells, relatives) }));
  return [...linesOf('rows', columns), ...linesOf('columns', rows)];
}

function append(lines: Map<number, NumberCell[]>, at: number, cell: NumberCell): void {
  const line = lines.get(at);
  if (line) line.push(cell);
  else lines.set(at, [cell]);
}

function unbroken(cells: readonly NumberCell[], axis: FormulaLine['axis']): NumberCell[][] {
  const place = (cell: NumberCell) => (axis === 'rows' ? cell.row : cell.column);
  const parts: NumberCell[][] = [];
  let last: NumberCell | null = null;
  for (const cell of cells) {
    if (last && place(cell) - place(last) <= WIDEST_GAP + 1) parts[parts.length - 1]?.push(cell);
    else parts.push([cell]);
    last = cell;
  }
  return parts;
}

function stretchesOf(cells: readonly NumberCell[], relatives: ReadonlyMap<NumberCell, string>): Stretch[] {
  const stretches: { relative: string | null; cells: NumberCell[] }[] = [];
  for (const cell of cells) {
    const relative = relatives.get(cell) ?? null;
    const last = stretches[stretches.length - 1];
    if (last?.relative === relative) last.cells.push(cell);
    else stretches.push({ relative, cells: [cell] });
  }
  return stretches;
}
