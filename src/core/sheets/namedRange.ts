import { type CellArea, columnIndex, MAX_COLUMNS, MAX_ROWS, parseArea } from './address';

/** A defined name that stands for one rectangle of one sheet. */
export interface NamedRange {
  readonly name: string;
  readonly sheet: string;
  readonly area: CellArea;
}

/** Names that begin so say of their range that it is one table. The mark of our sheets begins with `_` and does not. */
const TABLE_NAME = /^(検算|kenzan)/i;

/** Whether a range of this name is to be read as one table: 検算_減額, Kenzan_Fees. Case and width do not matter. */
export function isTableName(name: string): boolean {
  return TABLE_NAME.test(name.normalize('NFKC'));
}

/**
 * The rectangle that a defined name refers to, from its formula as files and Office.js give it (`=減額!$A$3:$D$30`, with or
 * without `=`). Whole columns and rows reach to the sheet's end. Null for constants, formulas, unions, references over
 * several sheets or into other workbooks, and broken ones.
 */
export function readNamedRange(name: string, formula: string): NamedRange | null {
  const match = /^=?\$?(?:'((?:[^'[\]:]|'')+)'|([^'[\]:!(),"\s]+))!([^!]+)$/.exec(formula.trim());
  const sheet = match?.[1]?.replace(/''/g, "'") ?? match?.[2];
  const area = match?.[3] === undefined ? null : (parseArea(match[3]) ?? wholeLines(match[3]));
  return sheet !== undefined && area ? { name, sheet, area } : null;
}

function wholeLines(text: string): CellArea | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns?.[1] !== undefined && columns[2] !== undefined) {
    const [left, right] = [columnIndex(columns[1]), columnIndex(columns[2])];
    return left <= right && right < MAX_COLUMNS ? { top: 0, bottom: MAX_ROWS - 1, left, right } : null;
  }
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  const [top, bottom] = [Number(rows?.[1] ?? 0) - 1, Number(rows?.[2] ?? 0) - 1];
  return rows && top >= 0 && top <= bottom && bottom < MAX_ROWS
    ? { top, bottom, left: 0, right: MAX_COLUMNS - 1 }
    : null;
}
