import { type CellAddress, cellName, columnIndex, MAX_COLUMNS, MAX_ROWS } from '../../sheets/address';

type Place = Pick<CellAddress, 'row' | 'column'>;

/** Texts, sheet names and names in brackets stay as they are; a cell is no part of a longer name and no function. */
const PARTS =
  /(?<kept>"(?:[^"]|"")*"|'(?:[^']|'')+'!|\[[^\]]*\])|(?<![\p{L}\p{N}_.$])(?<columnLock>\$?)(?<column>[A-Za-z]{1,3})(?<rowLock>\$?)(?<row>\d{1,7})(?![\p{L}\p{N}_.(!])|(?<blank>\s+)|(?<word>[A-Za-z]+)/gu;

/**
 * A formula as it reads from its own cell, so that the same formula copied along a line reads the same everywhere: cells by their
 * distance unless locked by `$`, in capitals, without blanks.
 *
 * @param formula in English and A1
 */
export function relativeFormula(formula: string, at: Place): string {
  return withCells(formula, (cell) => {
    const row = cell.rowLocked ? `R${cell.row}` : `R[${cell.row - at.row}]`;
    return row + (cell.columnLocked ? `C${cell.column}` : `C[${cell.column - at.column}]`);
  });
}

/** The formula as Excel would copy it from one cell to another; null where it would reach over the edge of the sheet. */
export function copiedFormula(formula: string, from: Place, to: Place): string | null {
  let inside = true;
  const copied = withCells(formula, (cell) => {
    const row = cell.rowLocked ? cell.row : cell.row + to.row - from.row;
    const column = cell.columnLocked ? cell.column : cell.column + to.column - from.column;
    inside &&= row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
    const name = inside ? cellName({ row, column }) : '';
    const digits = name.search(/\d/);
    return `${cell.columnLocked ? '$' : ''}${name.slice(0, digits)}${cell.rowLocked ? '$' : ''}${name.slice(digits)}`;
  });
  return inside ? copied : null;
}

interface FormulaCell extends Place {
  readonly rowLocked: boolean;
  readonly columnLocked: boolean;
}

function withCells(formula: string, print: (cell: FormulaCell) => string): string {
  return formula.replace(PARTS, (whole: string, ...rest: unknown[]) => {
    const found = rest[rest.length - 1] as Readonly<Record<string, string | undefined>>;
    if (found.kept !== undefined) return whole;
    if (found.blank !== undefined) return '';
    if (found.column === undefined || found.row === undefined) return whole.toUpperCase();
    return print({
      row: Number(found.row) - 1,
      column: columnIndex(found.column.toUpperCase()),
      rowLocked: found.rowLock === '$',
      columnLocked: found.columnLock === '$',
    });
  });
}
