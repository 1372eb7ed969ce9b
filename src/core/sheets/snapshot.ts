import type { DateSystem } from '../values/calendar';
import type { CellArea } from './address';
import type { CellEmphasis } from './emphasis';
import type { NamedRange } from './namedRange';
import type { SheetRole } from './sheetPlan';

/** An error value in a cell, such as `#REF!`. */
export interface CellError {
  readonly error: string;
}

export type CellValue = number | string | boolean | CellError;

/** What one cell holds. Empty cells are `null` in the grid, never an object. */
export interface CellSnapshot {
  /** As stored: a date is its serial number. */
  readonly value: CellValue;
  /** As displayed, independent of the column's width. */
  readonly text: string;
  /** Excel's number format code; `General` where none is set. */
  readonly numberFormat: string;
  /** With its leading `=`, or null for a constant. */
  readonly formula: string | null;
  /** Null where the format has nothing special, on our own sheets, and where it could not be read. */
  readonly emphasis: CellEmphasis | null;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visible: boolean;
  /** Which of our sheets this is, by its mark; null for a sheet of the user's. */
  readonly role: SheetRole | null;
  /** Top left cell of the used range, 0-based. */
  readonly origin: { readonly row: number; readonly column: number };
  /** The used range, row by row from {@link origin}; every row has the same length. */
  readonly rows: readonly (readonly (CellSnapshot | null)[])[];
  /** Merged areas, 0-based sheet coordinates. The value stands in the top left cell only. */
  readonly merges: readonly CellArea[];
  /** 0-based sheet rows that are hidden or filtered away. */
  readonly hiddenRows: ReadonlySet<number>;
  /** How deep 0-based sheet rows are grouped, from 1; rows in no group are absent. Null where that cannot be read. */
  readonly outlineLevels: ReadonlyMap<number, number> | null;
}

/** The workbook as it was at one moment. Plain data: nothing in it changes when the workbook does. */
export interface Snapshot {
  /** File name, for the report's header. */
  readonly workbookName: string;
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetSnapshot[];
  /** The visible defined names, of the workbook or of a sheet, that stand for one rectangle of cells. */
  readonly names: readonly NamedRange[];
}

/** The cell at 0-based sheet coordinates; null where it is empty or outside the used range. */
export function cellAt(sheet: SheetSnapshot, row: number, column: number): CellSnapshot | null {
  return sheet.rows[row - sheet.origin.row]?.[column - sheet.origin.column] ?? null;
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object';
}
