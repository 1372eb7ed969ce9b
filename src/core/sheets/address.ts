import { floorDivide, modulo } from '../values/integers';

/** A cell of a named sheet. Rows and columns are 0-based. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, all bounds 0-based and inclusive. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** An area of a named sheet. */
export interface CellRange extends CellArea {
  readonly sheet: string;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** One number for a cell of a sheet, for lookups: sheet coordinates, 0-based. */
export function placeKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** `0` → `A`, `26` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = floorDivide(rest - 1, 26)) {
    name = String.fromCharCode(65 + modulo(rest - 1, 26)) + name;
  }
  return name;
}

/** `A` → `0`, `aa` → `26`. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `D28`, without the sheet. `absolute` gives `$D$28`. */
export function cellName(cell: { readonly row: number; readonly column: number }, absolute = false): string {
  const dollar = absolute ? '$' : '';
  return `${dollar}${columnName(cell.column)}${dollar}${cell.row + 1}`;
}

/** `A3:D30`, or `D28` for a single cell, without the sheet. */
export function areaName(area: CellArea, absolute = false): string {
  const first = cellName({ row: area.top, column: area.left }, absolute);
  const last = cellName({ row: area.bottom, column: area.right }, absolute);
  return first === last ? first : `${first}:${last}`;
}

/** What Excel takes for a cell or a constant at the beginning of a reference: A1, R, C, RC, TRUE, and R2減額, of which it reads the row R2. */
const LOOKS_OTHERWISE = /^([A-Z]{1,3}\d{1,7}|R?C?|TRUE|FALSE)$|^R?C\d|^R\d/i;

/**
 * A sheet's name as a reference needs it: quoted unless it is letters, digits and `_`, does not begin with a digit and looks like
 * nothing else, in wide letters neither. Quotes are never wrong.
 */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name) && !LOOKS_OTHERWISE.test(name.normalize('NFKC'));
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** `減額!D28`, `'O''Brien'!A1`. */
export function qualifiedCell(cell: CellAddress, absolute = false): string {
  return `${quoteSheetName(cell.sheet)}!${cellName(cell, absolute)}`;
}

/** `減額!D4:D17`. */
export function qualifiedRange(range: CellRange, absolute = false): string {
  return `${quoteSheetName(range.sheet)}!${areaName(range, absolute)}`;
}

/** `減額!D4:D17, D20`: ranges of one sheet; empty where there are none. */
export function qualifiedRanges(ranges: readonly CellRange[], separator = ', '): string {
  const [first] = ranges;
  return first ? `${quoteSheetName(first.sheet)}!${ranges.map((range) => areaName(range)).join(separator)}` : '';
}

/** Reads `D4`, `$D$4:$E$9` (no sheet, no whole rows or columns); null for anything else. */
export function parseArea(text: string): CellArea | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text.trim());
  if (!match?.[1] || !match[2]) return null;
  const rows = [Number(match[2]) - 1, Number(match[4] ?? match[2]) - 1] as const;
  const columns = [columnIndex(match[1]), columnIndex(match[3] ?? match[1])] as const;
  const area = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return area.top >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS ? area : null;
}

/** Single cells joined into as few rectangles as simple runs down a column or along a row allow, in reading order. */
export function joinCells(cells: readonly CellAddress[]): CellRange[] {
  const sorted = [...cells].sort((a, b) =>
    a.sheet === b.sheet ? a.column - b.column || a.row - b.row : a.sheet < b.sheet ? -1 : 1,
  );
  const down: CellRange[] = [];
  for (const cell of sorted) {
    const last = down[down.length - 1];
    if (last && last.sheet === cell.sheet && last.left === cell.column && last.bottom === cell.row - 1) {
      down[down.length - 1] = { ...last, bottom: cell.row };
    } else {
      down.push({ sheet: cell.sheet, top: cell.row, bottom: cell.row, left: cell.column, right: cell.column });
    }
  }
  const joined: CellRange[] = [];
  for (const range of down.sort((a, b) => a.top - b.top || a.left - b.left)) {
    const last = joined[joined.length - 1];
    if (
      last &&
      last.sheet === range.sheet &&
      last.top === range.top &&
      last.bottom === range.bottom &&
      last.right === range.left - 1
    ) {
      joined[joined.length - 1] = { ...last, right: range.right };
    } else {
      joined.push(range);
    }
  }
  return joined;
}

export function sameCell(a: CellAddress, b: CellAddress): boolean {
  return a.row === b.row && a.column === b.column && a.sheet === b.sheet;
}

/** How many cells an area has. */
export function cellCount({ top, left, bottom, right }: CellArea): number {
  return (bottom - top + 1) * (right - left + 1);
}

export function areaHolds(area: CellArea, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Whether two areas of one sheet have a cell in common. */
export function areasOverlap(a: CellArea, b: CellArea): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** The cell as a range of one. */
export function rangeOfCell(cell: CellAddress): CellRange {
  return { sheet: cell.sheet, top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
}
