import type { SheetGrid } from '../sheetGrid';
import { type LineEmphasis, LineFormats } from './lineFormats';

const MOST_BITS = 4;
/** What one clue alone is worth of its bits: a header's lower line is the first row's upper one, a heading is bold. */
const ALONE = 0.5;
/** Where a sheet's format sets totals apart, a line without any is less likely one. */
const PLAIN_BITS = -1;
const TELLING_BITS = 2;

/** What the formats of a sheet's lines say for their being totals, in bits from −4 to 4; each line is looked at once. */
export class FormatBits {
  private readonly rows: Float64Array;
  private readonly columns: Float64Array;

  /** @param bears whether the row or column (0-based in the sheet) holds figures; others are headings, and no totals. */
  constructor(grid: SheetGrid, bears: (axis: 'rows' | 'columns', line: number) => boolean) {
    this.rows = bitsAlong(grid, 'rows', bears);
    this.columns = bitsAlong(grid, 'columns', bears);
  }

  /** @param line counted from the grid's top or left */
  of(axis: 'rows' | 'columns', line: number): number {
    return this[axis][line] ?? 0;
  }
}

/** Whether a sheet's formats say anything: texts and files without formats have none. */
export function hasFormats(grid: SheetGrid): boolean {
  if ((grid.sheet.outlineLevels?.size ?? 0) > 0) return true;
  return grid.sheet.rows.some((row) => row.some((cell) => cell !== null && cell.emphasis !== null));
}

function bitsAlong(
  grid: SheetGrid,
  axis: 'rows' | 'columns',
  bears: (axis: 'rows' | 'columns', line: number) => boolean,
): Float64Array {
  const formats = new LineFormats(grid, axis);
  const [first, last] = axis === 'rows' ? [grid.top, grid.bottom] : [grid.left, grid.right];
  const bits = Float64Array.from({ length: last - first + 1 }, (_, index) =>
    bears(axis, first + index) ? bitsOf(formats.emphasisOf(first + index)) : 0,
  );
  const telling = bits.some((one) => one >= TELLING_BITS);
  return telling ? bits.map((one, index) => (one === 0 && bears(axis, first + index) ? PLAIN_BITS : one)) : bits;
}

function bitsOf({ bold, filled, borderBefore, borderAfter, outdent, groupDepth }: LineEmphasis): number {
  const stroke = { none: 0, thin: 1, double: 2 };
  const clues = [
    bold ? 2 : 0,
    filled ? 1.5 : 0,
    // The lines on both sides of a total are one clue.
    Math.max(stroke[borderBefore], borderAfter === 'double' ? 3 : stroke[borderAfter] / 2),
    outdent > 0 ? 1.5 : 0,
    groupDepth > 0 ? 2 : 0,
  ].filter((worth) => worth > 0);
  const whole = clues.reduce((sum, worth) => sum + worth, 0);
  return Math.min(MOST_BITS, clues.length === 1 ? whole * ALONE : whole);
}
