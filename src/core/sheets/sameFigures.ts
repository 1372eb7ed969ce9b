import { qualifiedRange } from './address';
import { isTableName } from './namedRange';
import { type CellSnapshot, isCellError, type SheetSnapshot, type Snapshot } from './snapshot';

/**
 * Whether the user's sheets (ours aside) hold the same cells at the same places in both snapshots, and the same ranges are
 * named as tables. Formats do not count.
 */
export function sameFigures(a: Snapshot, b: Snapshot): boolean {
  const sheetsOfA = a.sheets.filter((sheet) => sheet.role === null);
  const sheetsOfB = b.sheets.filter((sheet) => sheet.role === null);
  return (
    a.dateSystem === b.dateSystem &&
    sheetsOfA.length === sheetsOfB.length &&
    sheetsOfA.every((sheet, index) => {
      const other = sheetsOfB[index];
      return other !== undefined && sameSheet(sheet, other);
    }) &&
    tablesNamed(a) === tablesNamed(b)
  );
}

function tablesNamed({ names }: Snapshot): string {
  const named = names.filter(({ name }) => isTableName(name));
  return JSON.stringify(named.map(({ sheet, area }) => qualifiedRange({ sheet, ...area })).sort());
}

function sameSheet(a: SheetSnapshot, b: SheetSnapshot): boolean {
  return (
    a.name === b.name &&
    a.origin.row === b.origin.row &&
    a.origin.column === b.origin.column &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, r) => {
      const otherRow = b.rows[r] ?? [];
      return row.length === otherRow.length && row.every((cell, c) => sameCellContent(cell, otherRow[c] ?? null));
    })
  );
}

function sameCellContent(a: CellSnapshot | null, b: CellSnapshot | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.formula !== b.formula) return false;
  if (isCellError(a.value) || isCellError(b.value)) {
    return isCellError(a.value) && isCellError(b.value) && a.value.error === b.value.error;
  }
  return a.value === b.value;
}
