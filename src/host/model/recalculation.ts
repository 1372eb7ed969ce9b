import type { CellValue } from '../../core/sheets/snapshot';
import { isCellError } from '../../core/sheets/snapshot';
import type { EngineInput, FormulaEngine, FormulaEngineFactory } from '../formulas/formulaEngine';
import type { DefinedNames } from './definedNames';
import type { DefinedNameModel } from './features';
import type { SheetModel } from './sheetModel';

/** What the recalculation needs of the workbook. */
export interface FormulaOwner {
  readonly sheets: readonly SheetModel[];
  readonly names: DefinedNames;
  resultChanged(sheet: SheetModel, row: number, column: number): void;
}

interface FormulaPlace {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  /** What the engine last gave here; undefined before the first time. */
  given: CellValue | null | undefined;
}

/**
 * Keeps the results of formulas right. A file's cached results stand until something that they depend on changes, so a
 * result is replaced only where the engine now gives another than it gave before. A formula beyond the engine keeps its
 * cached result, and other formulas see that.
 */
export class Recalculation {
  private engine: FormulaEngine | null = null;
  private readonly formulas = new Map<string, FormulaPlace>();
  private pending = false;

  constructor(
    private readonly workbook: FormulaOwner,
    private readonly makeEngine: FormulaEngineFactory,
  ) {}

  /** Builds the engine when the workbook has a formula; gives results to formulas that have none. */
  start(): void {
    if (this.engine || !this.hasFormula()) return;
    const engine = this.makeEngine();
    this.engine = engine;
    for (const sheet of this.workbook.sheets) engine.addSheet(sheet.id, sheet.name);
    for (const name of this.workbook.names.all) engine.defineName(name.name, name.sheetId, name.formula);
    for (const sheet of this.workbook.sheets) {
      for (const { row, column } of sheet.cells()) this.feed(sheet, row, column);
    }
    this.evaluate();
  }

  cellChanged(sheet: SheetModel, row: number, column: number): void {
    this.pending = true;
    if (this.engine) this.feed(sheet, row, column);
  }

  sheetAdded(sheet: SheetModel): void {
    this.pending = true;
    this.engine?.addSheet(sheet.id, sheet.name);
  }

  sheetRenamed(sheet: SheetModel): void {
    this.pending = true;
    this.engine?.renameSheet(sheet.id, sheet.name);
  }

  sheetDeleted(sheet: SheetModel): void {
    this.pending = true;
    for (const [key, place] of this.formulas) if (place.sheet === sheet) this.formulas.delete(key);
    this.engine?.deleteSheet(sheet.id);
  }

  nameChanged(change: { name: DefinedNameModel; deleted: boolean }): void {
    this.pending = true;
    const { name, sheetId, formula } = change.name;
    if (change.deleted) this.engine?.deleteName(name, sheetId);
    else this.engine?.defineName(name, sheetId, formula);
  }

  /** Recalculates when anything changed since the last time. */
  run(): void {
    if (!this.pending) return;
    this.pending = false;
    if (this.engine) this.evaluate();
    else this.start();
  }

  private hasFormula(): boolean {
    for (const sheet of this.workbook.sheets) {
      for (const { cell } of sheet.cells()) if (cell.formula !== null) return true;
    }
    return false;
  }

  private feed(sheet: SheetModel, row: number, column: number): void {
    const cell = sheet.cell(row, column);
    const key = `${sheet.id}:${row}:${column}`;
    if (cell && cell.formula !== null) this.formulas.set(key, { sheet, row, column, given: undefined });
    else this.formulas.delete(key);
    this.engine?.setCell(sheet.id, row, column, inputOf(cell?.formula ?? null, cell?.value ?? null));
  }

  private evaluate(): void {
    const engine = this.engine;
    if (!engine) return;
    engine.evaluate();
    if (this.replaceUnsupported(engine)) engine.evaluate();
    for (const place of this.formulas.values()) {
      const result = engine.result(place.sheet.id, place.row, place.column);
      const value = result === 'unsupported' ? { error: '#NAME?' } : result.value;
      const cached = place.sheet.cell(place.row, place.column)?.value ?? null;
      const keep = place.given === undefined ? cached !== null : sameValue(place.given, value);
      place.given = value;
      if (keep || sameValue(cached, value)) continue;
      place.sheet.setResult(place.row, place.column, value);
      this.workbook.resultChanged(place.sheet, place.row, place.column);
    }
  }

  /** Gives the engine the cached results of formulas that it cannot calculate, in their place. */
  private replaceUnsupported(engine: FormulaEngine): boolean {
    let replaced = false;
    for (const [key, place] of this.formulas) {
      if (engine.result(place.sheet.id, place.row, place.column) !== 'unsupported') continue;
      const cached = place.sheet.cell(place.row, place.column)?.value ?? null;
      if (cached === null || isCellError(cached)) continue;
      engine.setCell(place.sheet.id, place.row, place.column, { value: cached });
      this.formulas.delete(key);
      replaced = true;
    }
    return replaced;
  }
}

function inputOf(formula: string | null, value: CellValue | null): EngineInput {
  if (formula !== null) return { formula };
  return value === null ? null : { value };
}

function sameValue(a: CellValue | null, b: CellValue | null): boolean {
  if (a !== null && b !== null && isCellError(a) && isCellError(b)) return a.error === b.error;
  return a === b;
}
