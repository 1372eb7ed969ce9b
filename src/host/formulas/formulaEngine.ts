import type { CellValue } from '../../core/sheets/snapshot';

/** What a cell is given: a constant, a formula beginning with `=`, or null for nothing. */
export type EngineInput = { readonly formula: string } | { readonly value: CellValue } | null;

/** What a formula gave; `unsupported` where the engine knows no such function or cannot read the formula. */
export type EngineResult = { readonly value: CellValue | null } | 'unsupported';

/**
 * Calculates formulas. Sheets go by ids of the caller's choice, rows and columns are 0-based, formulas are in English
 * with A1 references. Nothing is calculated before {@link FormulaEngine.evaluate}.
 */
export interface FormulaEngine {
  addSheet(sheetId: string, name: string): void;
  renameSheet(sheetId: string, name: string): void;
  deleteSheet(sheetId: string): void;
  setCell(sheetId: string, row: number, column: number, input: EngineInput): void;
  /** Defines or redefines; `formula` begins with `=`; `sheetId` null for a name of the whole workbook. */
  defineName(name: string, sheetId: string | null, formula: string): void;
  deleteName(name: string, sheetId: string | null): void;
  evaluate(): void;
  result(sheetId: string, row: number, column: number): EngineResult;
  /** Gives the engine's memory back. It cannot be used afterwards. */
  dispose(): void;
}

/** Makes an empty engine: a workbook without sheets. Asked for only when a workbook has its first formula. */
export type FormulaEngineFactory = () => FormulaEngine;
