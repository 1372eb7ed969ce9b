import { areaName, type CellArea, joinCells } from '../../sheets/address';
import type { OddFormula } from '../document';
import type { SheetGrid } from '../sheetGrid';
import { isFullYear } from '../words/headerWords';
import { areasOf, type CellNumber, evaluateArithmetic } from './arithmetic';
import type { NumberCell } from './formulaLines';
import { isNamedTotal, ownFigure } from './ownFigure';
import { readArithmetic } from './readArithmetic';
import { relativeFormula } from './relativeFormula';

/** So many figures next to those that are added up may have been forgotten; more are another block. */
const MOST_SKIPPED = 3;
/** A line with more formulas over it than this is one of running sums and the like, not of totals. */
const MOST_BLOCKS = 500;

type Axis = 'rows' | 'columns';
type Place = Pick<NumberCell, 'row' | 'column'>;

/** Cells of a column (axis `rows`) or a row that a formula standing in the same line names, from place `first` to `last` along it. */
interface Block {
  readonly axis: Axis;
  readonly cell: NumberCell;
  readonly first: number;
  readonly last: number;
  /** The formula adds up these cells and does nothing else. */
  readonly isSum: boolean;
}

/**
 * Sums of one block of their own column or row that leave out figures next to it: between the block and the sum, or at the block's
 * other end, as happens where a row is added at the edge of what a formula takes in. Left alone are figures that another formula of the
 * line names, subtotals, and rows that all add up the same columns.
 *
 * @param numberAt of any cell of the workbook
 */
export function skippedCells(grid: SheetGrid, numberAt: CellNumber): OddFormula[] {
  return [...blocksByLine(grid).values()]
    .filter((blocks) => blocks.length <= MOST_BLOCKS)
    .flatMap((blocks) => blocks.flatMap((block) => skippedBy(block, blocks, grid, numberAt) ?? []));
}

function skippedBy(block: Block, others: readonly Block[], grid: SheetGrid, numberAt: CellNumber): OddFormula | null {
  const { axis, cell, first, last, isSum } = block;
  const own = cell.cell.formula;
  if (!isSum || own === null || (axis === 'columns' && hasTwin(grid, cell))) return null;
  const below = placeOf(axis, cell) > last;
  const skipped = below
    ? [...upTo(grid, block, last, 1), ...beyond(grid, block, first, -1)]
    : [...upTo(grid, block, first, -1), ...beyond(grid, block, last, 1)];
  const isNamed = (one: NumberCell) =>
    others.some((other) => placeOf(axis, one) >= other.first && placeOf(axis, one) <= other.last);
  const isTotal = (one: NumberCell) => isNamedTotal(grid, axis, one);
  const edges = [first, last].flatMap((at) => numberAtPlace(grid, block, at) ?? []);
  const figure = ownFigure(grid, cell);
  if (!figure || skipped.length === 0 || skipped.length > last - first + 1) return null;
  if (skipped.some((one) => isNamed(one) || isTotal(one)) || edges.some(isTotal)) return null;
  const { sheet } = grid.address(cell);
  const taken = Array.from({ length: last - first + 1 }, (_, at) => placeAt(block, first + at));
  const ranges = joinCells([...taken, ...skipped].map(({ row, column }) => ({ sheet, row, column })));
  const reckons = { kind: 'sum', ranges, terms: [] } as const;
  const value = evaluateArithmetic(reckons, numberAt);
  if (!value || value.equals(figure.value)) return null;
  const usual = `=SUM(${ranges.map((range) => areaName(range)).join(',')})`;
  const places = skipped.map((one) => grid.address(one));
  return { figure, deviation: 'skips', own, usual, alike: [], alikeCount: 0, skipped: places, reckons, value };
}

const placeOf = (axis: Axis, { row, column }: Place): number => (axis === 'rows' ? row : column);
const placeAt = ({ axis, cell }: Block, at: number): Place =>
  axis === 'rows' ? { row: at, column: cell.column } : { row: cell.row, column: at };

/** The blocks of each column and each row. */
function blocksByLine(grid: SheetGrid): Map<string, Block[]> {
  const lines = new Map<string, Block[]>();
  for (let row = grid.top; row <= grid.bottom; row += 1) {
    for (const cell of grid.rowCells(row)) {
      if (cell.kind !== 'number' || cell.cell.formula === null) continue;
      const { sheet } = grid.address(cell);
      const reckons = readArithmetic(cell.cell.formula, sheet);
      const areas = reckons ? areasOf(reckons) : [];
      const alone = reckons?.kind === 'sum' && areas.length === 1 && reckons.ranges.length === 1;
      for (const area of areas) {
        const axis = area.sheet === sheet ? axisOf(area, cell) : null;
        if (!axis) continue;
        const [first, last] = axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
        const line = `${axis} ${axis === 'rows' ? cell.column : cell.row}`;
        const block = { axis, cell, first, last, isSum: alone && last > first };
        const known = lines.get(line);
        if (known) known.push(block);
        else lines.set(line, [block]);
      }
    }
  }
  return lines;
}

function axisOf({ top, bottom, left, right }: CellArea, { row, column }: Place): Axis | null {
  if (left === column && right === column && (row < top || row > bottom)) return 'rows';
  return top === row && bottom === row && (column < left || column > right) ? 'columns' : null;
}

/** Whether the row above or below has the same formula in the same column: then what it adds up is meant. */
function hasTwin(grid: SheetGrid, cell: NumberCell): boolean {
  const formula = relativeFormula(cell.cell.formula ?? '', cell);
  return [-1, 1].some((step) => {
    const other = grid.at(cell.row + step, cell.column);
    const others = other?.cell.formula ?? null;
    return other !== null && others !== null && relativeFormula(others, other) === formula;
  });
}

function numberAtPlace(grid: SheetGrid, block: Block, at: number): NumberCell | null {
  const { row, column } = placeAt(block, at);
  const cell = grid.at(row, column);
  return cell?.kind === 'number' ? cell : null;
}

/** The figures from the block's edge up to the sum, with none behind a gap. */
function upTo(grid: SheetGrid, block: Block, edge: number, step: 1 | -1): NumberCell[] {
  const end = placeOf(block.axis, block.cell);
  const found: NumberCell[] = [];
  for (let at = edge + step; at !== end; at += step) {
    const { row, column } = placeAt(block, at);
    const cell = grid.at(row, column);
    if (!cell) continue;
    const follows = at === edge + step * (found.length + 1);
    if (cell.kind !== 'number' || !follows || found.length === MOST_SKIPPED || !isLike(grid, block, edge, cell))
      return [];
    found.push(cell);
  }
  return found;
}

/** The figures beyond the block's far edge, where they are few and the table ends behind them. */
function beyond(grid: SheetGrid, block: Block, edge: number, step: 1 | -1): NumberCell[] {
  const found: NumberCell[] = [];
  for (let at = edge + step; ; at += step) {
    const cell = at < 0 ? null : numberAtPlace(grid, block, at);
    if (!cell) return found;
    // A heading of a year is a number, too.
    if (found.length === MOST_SKIPPED || !isLike(grid, block, edge, cell) || isFullYear(cell.value)) return [];
    found.push(cell);
  }
}

/** Whether a figure is printed as those of the block are. */
function isLike(grid: SheetGrid, block: Block, edge: number, cell: NumberCell): boolean {
  const first = numberAtPlace(grid, block, edge);
  return first !== null && first.cell.numberFormat === cell.cell.numberFormat;
}
