import type { CellAddress } from '../../sheets/address';
import type { GridCell, SheetGrid } from '../sheetGrid';
import { type FormulaTerm, formulaTerms, namesEachOnce } from './formulaTerms';

/** What a cell's formula adds up within the cell's own column or row. */
export interface FormulaSum {
  readonly axis: 'rows' | 'columns';
  /** The cell whose formula says it. */
  readonly at: GridCell;
  /** Cells that are added and taken away, without the empty ones. */
  readonly added: readonly GridCell[];
  readonly takenAway: readonly GridCell[];
}

/** Cells that the formulas of one sheet may name in all: crafted ones, each adding up all cells above, would go on for ever. */
const MOST_TERMS = 2_000_000;

const NESTED = /\b(SUBTOTAL|AGGREGATE)\s*\(/i;

/**
 * The sums that formulas of a sheet state: figures of the formula's own column (axis `rows`) or row (`columns`), added up or
 * taken away and nothing else. Left alone are sums of single cells, of dates and errors, and subtotals over hidden rows,
 * which depend on how the rows came to be hidden.
 */
export function formulaSums(grid: SheetGrid): FormulaSum[] {
  const sums: FormulaSum[] = [];
  let count = 0;
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    for (const cell of grid.rowCells(row)) {
      const sum =
        cell.kind === 'number' && cell.cell.formula !== null ? formulaSum(grid, cell, cell.cell.formula) : null;
      if (!sum) continue;
      count += sum.added.length + sum.takenAway.length;
      if (count > MOST_TERMS) return sums;
      sums.push(sum);
    }
  }
  return sums;
}

function formulaSum(grid: SheetGrid, cell: GridCell, formula: string): FormulaSum | null {
  const at: CellAddress = grid.address(cell);
  const terms = formulaTerms(formula, at);
  const axis = terms && axisOf(terms, at);
  if (!axis || !namesEachOnce(terms, at) || spansOneCell(terms)) return null;
  const conditional = NESTED.test(formula);
  const added: GridCell[] = [];
  const takenAway: GridCell[] = [];
  for (const term of terms) {
    for (const found of cellsOf(grid, term)) {
      const strange = found.kind === 'date' || found.kind === 'error';
      if (strange || (conditional && grid.isHidden(found.row))) return null;
      (term.sign === 1 ? added : takenAway).push(found);
    }
  }
  return { axis, at: cell, added, takenAway };
}

function axisOf(terms: readonly FormulaTerm[], { row, column }: CellAddress): 'rows' | 'columns' | null {
  if (terms.every(({ area }) => area.left === column && area.right === column)) return 'rows';
  return terms.every(({ area }) => area.top === row && area.bottom === row) ? 'columns' : null;
}

function spansOneCell([first, ...rest]: readonly FormulaTerm[]): boolean {
  return rest.length === 0 && first?.area.top === first?.area.bottom && first?.area.left === first?.area.right;
}

/** The cells of a term that hold something; areas may reach far below what is used. */
function cellsOf(grid: SheetGrid, { area, skipsSubtotals }: FormulaTerm): GridCell[] {
  const cells: GridCell[] = [];
  for (let row = Math.max(area.top, grid.top); row <= Math.min(area.bottom, grid.bottom); row += 1) {
    for (let column = Math.max(area.left, grid.left); column <= Math.min(area.right, grid.right); column += 1) {
      const cell = grid.at(row, column);
      if (cell && !(skipsSubtotals && NESTED.test(cell.cell.formula ?? ''))) cells.push(cell);
    }
  }
  return cells;
}
