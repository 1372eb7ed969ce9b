import { type CellValue, isCellError } from '../../core/sheets/snapshot';
import { cellName, MAX_COLUMNS, quoteSheetName } from '../../core/sheets/address';
import { expandArrays } from './expandArrays';
import type { EngineInput, EngineResult, FormulaEngine, FormulaEngineFactory } from './formulaEngine';

/** What is used of IronCalc's WebAssembly module, so that whoever bundles it decides how it is loaded. */
export interface IronCalcModule {
  readonly Model: new (name: string, locale: string, timezone: string, language: string) => IronCalcModel;
  readonly getTokens: (formula: string) => readonly { readonly token: unknown }[];
}

interface IronCalcModel {
  pauseEvaluation(): void;
  evaluate(): void;
  newSheet(): void;
  renameSheet(sheet: number, name: string): void;
  deleteSheet(sheet: number): void;
  setUserInput(sheet: number, row: number, column: number, input: string): void;
  rangeClearAll(sheet: number, top: number, left: number, bottom: number, right: number): void;
  getFormattedCellValue(sheet: number, row: number, column: number): string;
  getCellType(sheet: number, row: number, column: number): number;
  newDefinedName(name: string, scope: number | null | undefined, formula: string): void;
  deleteDefinedName(name: string, scope?: number | null): void;
  free(): void;
}

/** Cell types as the module numbers them. */
const NUMBER = 1;
const BOOLEAN = 4;
const ERROR = 16;
/** What the engine shows for a formula that it cannot read or calculate. */
const ENGINE_FAULTS = ['#ERROR!', '#N/IMPL!', '#SPILL!', '#CALC!', '#CIRC!'];
/** Our own first sheet in the engine: it reads numbers in full, holds constants that names stand for, and tries functions. */
const READING_SHEET = '_kenzan_reading';
const NAMES_COLUMN = 1;
const TRIAL_COLUMN = 2;
const FIRST_READING_COLUMN = 3;

/** Engines over an IronCalc module that is ready (its WebAssembly loaded). */
export function ironCalcEngines(module: IronCalcModule): FormulaEngineFactory {
  return () => new IronCalcEngine(module);
}

interface Entry {
  readonly formula: string;
  /**
   * Cell of the reading sheet, as the module counts, that gives the result as text in full precision: the engine itself only shows it
   * formatted. Null where no column is left.
   */
  readonly reader: { readonly row: number; readonly column: number } | null;
}

class IronCalcEngine implements FormulaEngine {
  private readonly model: IronCalcModel;
  private readonly order: { readonly id: string; name: string }[] = [];
  private readonly entries = new Map<string, Entry>();
  /**
   * Of a sheet's column, the one that reads it. All its cells are read by one formula, relative to each: the engine looks every formula up
   * among all others.
   */
  private readonly readers = new Map<string, number>();
  private readonly freeReaders: number[] = [];
  private readonly names = new Map<string, { readonly scope: string | null; readonly row: number }>();
  private readonly knownFunctions = new Map<string, boolean>();
  private nextReader = FIRST_READING_COLUMN;
  private nextName = 1;

  constructor(private readonly module: IronCalcModule) {
    this.model = new module.Model('workbook', 'en', 'UTC', 'en');
    this.model.pauseEvaluation();
    this.model.renameSheet(0, READING_SHEET);
  }

  addSheet(sheetId: string, name: string): void {
    this.model.newSheet();
    this.order.push({ id: sheetId, name });
    this.model.renameSheet(this.order.length, name);
  }

  renameSheet(sheetId: string, name: string): void {
    const index = this.indexOf(sheetId);
    this.model.renameSheet(index, name);
    const sheet = this.order[index - 1];
    if (sheet) sheet.name = name;
  }

  deleteSheet(sheetId: string): void {
    const index = this.indexOf(sheetId);
    for (const [key, entry] of this.entries) {
      if (!key.startsWith(`${sheetId}:`)) continue;
      this.release(entry);
      this.entries.delete(key);
    }
    for (const [key, reader] of this.readers) {
      if (!key.startsWith(`${sheetId}:`)) continue;
      this.readers.delete(key);
      this.freeReaders.push(reader);
    }
    this.model.deleteSheet(index);
    this.order.splice(index - 1, 1);
  }

  setCell(sheetId: string, row: number, column: number, input: EngineInput): void {
    const index = this.indexOf(sheetId);
    const key = `${sheetId}:${row}:${column}`;
    const before = this.entries.get(key);
    if (before) {
      this.release(before);
      this.entries.delete(key);
    }
    // Clearing first also takes away what an earlier entry left behind, such as the mark of quoted text.
    this.model.rangeClearAll(index, row + 1, column + 1, row + 1, column + 1);
    if (input === null) return;
    if (!('formula' in input)) {
      this.model.setUserInput(index, row + 1, column + 1, typedConstant(input.value));
      return;
    }
    this.model.setUserInput(index, row + 1, column + 1, expandArrays(input.formula));
    const reading = this.readerOf(sheetId, column);
    const reader = reading === null ? null : { row: row + 1, column: reading };
    if (reader) {
      const sheet = this.order[index - 1];
      const place = `${quoteSheetName(sheet?.name ?? '')}!${cellName({ row, column })}`;
      this.model.setUserInput(0, reader.row, reader.column, `=${place}&""`);
    }
    this.entries.set(key, { formula: input.formula, reader });
  }

  defineName(name: string, sheetId: string | null, formula: string): void {
    this.deleteName(name, sheetId);
    const scope = sheetId === null ? null : this.indexOf(sheetId);
    const row = this.nextName++;
    this.names.set(nameKey(name, sheetId), { scope: sheetId, row });
    try {
      this.model.newDefinedName(name, scope, formula.slice(1));
    } catch {
      // The engine takes references only: any other formula goes into a cell that the name then refers to.
      this.model.setUserInput(0, row, NAMES_COLUMN, formula);
      this.tryDefine(name, scope, `${READING_SHEET}!${cellName({ row: row - 1, column: NAMES_COLUMN - 1 }, true)}`);
    }
  }

  deleteName(name: string, sheetId: string | null): void {
    if (!this.names.delete(nameKey(name, sheetId))) return;
    try {
      this.model.deleteDefinedName(name, sheetId === null ? null : this.indexOf(sheetId));
    } catch {
      // The engine never took it, or dropped it along with its sheet.
    }
  }

  evaluate(): void {
    this.model.evaluate();
  }

  result(sheetId: string, row: number, column: number): EngineResult {
    const index = this.indexOf(sheetId);
    const entry = this.entries.get(`${sheetId}:${row}:${column}`);
    const type = this.model.getCellType(index, row + 1, column + 1);
    const shown = this.model.getFormattedCellValue(index, row + 1, column + 1);
    if (type === ERROR) {
      if (ENGINE_FAULTS.includes(shown)) return 'unsupported';
      return shown === '#NAME?' && entry && !this.readable(entry.formula) ? 'unsupported' : { value: { error: shown } };
    }
    if (type === BOOLEAN) return { value: shown === 'TRUE' };
    if (type !== NUMBER) return { value: shown };
    const reader = entry?.reader;
    return { value: Number(reader ? this.model.getFormattedCellValue(0, reader.row, reader.column) : shown) };
  }

  dispose(): void {
    this.model.free();
  }

  private indexOf(sheetId: string): number {
    const position = this.order.findIndex((sheet) => sheet.id === sheetId);
    if (position < 0) throw new Error(`The engine has no sheet ${sheetId}.`);
    return position + 1;
  }

  /** The column that reads a sheet's column; null where none is left. */
  private readerOf(sheetId: string, column: number): number | null {
    const key = `${sheetId}:${column}`;
    const known = this.readers.get(key);
    if (known !== undefined) return known;
    const reader = this.freeReaders.pop() ?? (this.nextReader <= MAX_COLUMNS ? this.nextReader++ : null);
    if (reader !== null) this.readers.set(key, reader);
    return reader;
  }

  private release({ reader }: Entry): void {
    if (reader) this.model.rangeClearAll(0, reader.row, reader.column, reader.row, reader.column);
  }

  private tryDefine(name: string, scope: number | null, reference: string): void {
    try {
      this.model.newDefinedName(name, scope, reference);
    } catch {
      // Names that no formula can use, such as those of print areas.
    }
  }

  /** Whether every function and name in the formula is known; an error from elsewhere may still pass through it. */
  private readable(formula: string): boolean {
    const tokens = this.module.getTokens(formula);
    return tokens.every(({ token }, position) => {
      const identifier = identifierOf(token);
      if (identifier === null) return true;
      if (tokens[position + 1]?.token === 'LeftParenthesis') return this.knows(identifier);
      return [...this.names.keys()].some((key) => key.endsWith(`:${identifier.toLowerCase()}`));
    });
  }

  private knows(functionName: string): boolean {
    const known = this.knownFunctions.get(functionName);
    if (known !== undefined) return known;
    // A known function without arguments gives a value or complains about the arguments; an unknown one is no name.
    this.model.setUserInput(0, 1, TRIAL_COLUMN, `=${functionName}()`);
    this.model.evaluate();
    const answer = this.model.getFormattedCellValue(0, 1, TRIAL_COLUMN) !== '#NAME?';
    this.knownFunctions.set(functionName, answer);
    return answer;
  }
}

function nameKey(name: string, sheetId: string | null): string {
  return `${sheetId ?? ''}:${name.toLowerCase()}`;
}

function identifierOf(token: unknown): string | null {
  if (typeof token !== 'object' || token === null || !('Ident' in token)) return null;
  return String(token.Ident);
}

/** A constant as one would type it so that the engine reads it back as it is. */
function typedConstant(value: CellValue): string {
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isCellError(value) ? value.error : String(value);
}
