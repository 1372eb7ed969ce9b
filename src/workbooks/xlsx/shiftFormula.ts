import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from '../../core/sheets/address';

/** Texts, quoted sheet names and what stands in square brackets: nothing in them is moved. */
const UNTOUCHED = /("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/;
const COLUMN = '(\\$?)([A-Za-z]{1,3})';
const ROW = '(\\$?)(\\d{1,7})';
const BEFORE = '(?<![\\p{L}\\p{N}_.$\\\\?])';
const AFTER = '(?![\\p{L}\\p{N}_.(!\\\\?])';
/** Whole columns, whole rows, or a cell. */
const REFERENCE = new RegExp(
  `${BEFORE}(?:${COLUMN}:${COLUMN}${AFTER}|${ROW}:${ROW}${AFTER}|${COLUMN}${ROW}${AFTER})`,
  'gu',
);

/**
 * A formula (without its `=`) as it reads so many rows and columns on: what Excel means by one formula shared by several
 * cells (ECMA-376 part 1, 18.3.1.40). Relative references move, absolute ones stay; one that would leave the sheet becomes
 * `#REF!`.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const pieces = formula.split(UNTOUCHED);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : shiftPiece(piece, rows, columns))).join('');
}

function shiftPiece(piece: string, rows: number, columns: number): string {
  return piece.replace(REFERENCE, (whole: string, ...groups: (string | undefined)[]) => {
    const [d1 = '', c1, d2 = '', c2, d3 = '', r1, d4 = '', r2, d5 = '', c3, d6 = '', r3] = groups;
    const column = (dollar: string, name: string) => moved(dollar, columnIndex(name), columns, MAX_COLUMNS, columnName);
    const row = (dollar: string, number: string) =>
      moved(dollar, Number(number) - 1, rows, MAX_ROWS, (index) => String(index + 1));
    const parts =
      c1 && c2
        ? [column(d1, c1), ':', column(d2, c2)]
        : r1 && r2
          ? [row(d3, r1), ':', row(d4, r2)]
          : c3 && r3 && columnIndex(c3) < MAX_COLUMNS
            ? [column(d5, c3), row(d6, r3)]
            : [whole];
    return parts.includes(null) ? '#REF!' : parts.join('');
  });
}

function moved(
  dollar: string,
  index: number,
  by: number,
  limit: number,
  name: (index: number) => string,
): string | null {
  const target = dollar ? index : index + by;
  return target < 0 || target >= limit ? null : `${dollar}${name(target)}`;
}
