import { wholeNumber } from '../../values/decimal';
import { floorDivide, modulo } from '../../values/integers';
import { placeholderOf } from '../../reading/placeholders';
import { FormatBits, hasFormats } from '../clues/formatBits';
import { type GridCell, printedText, type SheetGrid } from '../sheetGrid';
import type { FigureGrid, SumCell } from '../sums/figureGrid';
import { isFullYear, mayBeYear, namesCodes, namesYears } from '../words/headerWords';

/** Figures that count up by one over so many cells are numbers of lines, days or hours. */
const LONGEST_COUNT = 4;
const MOST_EMPTY_BELOW_HEADER = 3;
type NumberCell = Extract<SumCell, { kind: 'number' }>;

const PLACEHOLDER: SumCell = { kind: 'placeholder' };

/**
 * A sheet as the search for sums sees it, from its top left cell: figures with the step of their last printed place;
 * dates, codes, running numbers and everything else as texts; what stands where a figure might, as placeholders. Merged
 * areas show in their top left cell only.
 */
export class SheetFigures implements FigureGrid {
  readonly height: number;
  readonly width: number;
  private readonly cells: (SumCell | null)[];
  private readonly formats: FormatBits | null;

  constructor(grid: SheetGrid) {
    this.height = grid.bottom - grid.top + 1;
    this.width = grid.right - grid.left + 1;
    this.cells = Array.from({ length: this.height * this.width }, () => null);
    for (let row = 0; row < this.height; row += 1) {
      for (const cell of grid.rowCells(grid.top + row)) {
        this.cells[row * this.width + cell.column - grid.left] = sumCell(grid, cell);
      }
    }
    for (let column = 0; column < this.width; column += 1) {
      this.relabelCodes(column);
      this.relabelCounts(column, this.width, this.height);
    }
    for (let row = 0; row < this.height; row += 1) this.relabelCounts(row * this.width, 1, this.width);
    this.formats = hasFormats(grid) ? new FormatBits(grid, this.bearingLines(grid)) : null;
  }

  formatBits(axis: 'rows' | 'columns', line: number): number {
    return this.formats?.of(axis, line) ?? 0;
  }

  /** Which rows and columns of the sheet hold figures. */
  private bearingLines(grid: SheetGrid): (axis: 'rows' | 'columns', line: number) => boolean {
    const rows = new Set<number>();
    const columns = new Set<number>();
    this.cells.forEach((cell, at) => {
      if (cell?.kind !== 'number') return;
      rows.add(grid.top + floorDivide(at, this.width));
      columns.add(grid.left + modulo(at, this.width));
    });
    return (axis, line) => (axis === 'rows' ? rows : columns).has(line);
  }

  cell(row: number, column: number): SumCell | null {
    return this.cells[row * this.width + column] ?? null;
  }

  /** Figures below コード, 電話番号, No. and the like are no figures, up to the next heading or a longer gap; # below a figure heads nothing. */
  private relabelCodes(column: number): void {
    let codes = false;
    let years = false;
    let figured = false;
    let empty = 0;
    for (let at = column; at < this.cells.length; at += this.width) {
      const cell = this.cells[at] ?? null;
      empty = cell ? 0 : empty + 1;
      if (empty > MOST_EMPTY_BELOW_HEADER) codes = years = false;
      figured = cell?.kind === 'number' || (figured && (cell?.kind !== 'text' || cell.text === '#'));
      if (cell?.kind === 'text' && figured) this.cells[at] = PLACEHOLDER;
      else if (cell?.kind === 'text') {
        years = namesYears(cell.text);
        codes = namesCodes(cell.text) || (codes && /\d/.test(cell.text));
      } else if (codes && cell?.kind === 'number') this.cells[at] = asText(cell);
      else if (years && cell) {
        this.relabelYears(at);
        years = false;
      }
    }
  }

  /** Below 年度 or Year: a column of years, or a heading of one year with figures below. What else may stand there is a figure. */
  private relabelYears(first: number): void {
    const figures: { readonly at: number; readonly cell: NumberCell }[] = [];
    for (let at = first, cell = this.cells[at]; cell?.kind === 'number'; at += this.width, cell = this.cells[at])
      figures.push({ at, cell });
    const [heading] = figures;
    const all = figures.every(({ cell }) => mayBeYear(cell.value.toNumber()));
    const headed = heading !== undefined && isFullYear(heading.cell.value.toNumber());
    for (const { at, cell } of figures.slice(0, all ? figures.length : Number(headed))) this.cells[at] = asText(cell);
  }

  /** 1, 2, 3, 4 down a column or along a row, unless a figure that could be their total follows. */
  private relabelCounts(first: number, stride: number, length: number): void {
    let begin = 0;
    for (let index = 1; index <= length; index += 1) {
      if (index < length && this.follows(first + (index - 1) * stride, first + index * stride)) continue;
      const next = index < length ? this.cells[first + index * stride] : null;
      if (index - begin >= LONGEST_COUNT && next?.kind !== 'number') {
        for (let at = begin; at < index; at += 1) {
          const cell = this.cells[first + at * stride];
          if (cell?.kind === 'number') this.cells[first + at * stride] = asText(cell);
        }
      }
      begin = index;
    }
  }

  private follows(before: number, after: number): boolean {
    const [a, b] = [this.cells[before], this.cells[after]];
    if (a?.kind !== 'number' || b?.kind !== 'number') return false;
    const next = wholeNumber(b.value);
    return next !== null && wholeNumber(a.value) === next - 1;
  }
}

function asText(cell: NumberCell): SumCell {
  return { kind: 'text', text: cell.value.toFixed() };
}

function sumCell(grid: SheetGrid, cell: GridCell): SumCell {
  if (cell.kind === 'error') return PLACEHOLDER;
  const text: SumCell = { kind: 'text', text: printedText(cell) };
  if (cell.kind === 'date' || cell.kind === 'boolean') return text;
  if (cell.kind === 'text' && placeholderOf(cell.text) !== null) return PLACEHOLDER;
  return isCode(cell) ? text : (figureCell(grid, cell) ?? text);
}

function figureCell(grid: SheetGrid, cell: GridCell): SumCell | null {
  const amount = grid.amountOf(cell);
  if (!amount || (amount.measure === 'other' && /[月年]$/.test(printedText(cell)))) return null;
  return { kind: 'number', value: amount.value, unit: amount.unit };
}

/** 0012, as a text or by its format. */
function isCode(cell: GridCell): boolean {
  if (cell.kind === 'text') return /^[0０][\d０-９]+$/.test(cell.text);
  return /^0{2,}$/.test(cell.cell.numberFormat);
}
