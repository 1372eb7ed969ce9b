import { type CellArea, cellName, columnIndex, parseArea } from '../../../src/core/sheets/address';
import type { CellSnapshot, CellValue, SheetSnapshot, Snapshot } from '../../../src/core/sheets/snapshot';
import { parseIsoDate, serialOfDate } from '../../../src/core/values/calendar';

/** A cell of a test grid: null is empty; a string is text; `{ value, format, formula }` says more. */
export type GridCell = null | string | number | boolean | Partial<CellSnapshot>;

export interface GridSheet {
  readonly name?: string;
  /** Where the first row's first cell stands, `A1` unless given. */
  readonly at?: string;
  readonly rows: readonly (readonly GridCell[])[];
  /** A1 areas. */
  readonly merges?: readonly string[];
  /** 1-based row numbers, as Excel shows them. */
  readonly hidden?: readonly number[];
  readonly role?: SheetSnapshot['role'];
  /** Defined names by name, each an A1 area of this sheet. */
  readonly names?: Readonly<Record<string, string>>;
  /** Outline levels by 1-based row number. */
  readonly outline?: Readonly<Record<number, number>>;
}

/** A real date: a serial number under a date format. */
export function date(iso: string, numberFormat = 'yyyy/m/d'): Partial<CellSnapshot> {
  const parsed = parseIsoDate(iso);
  if (!parsed) throw new Error(`${iso} is no date`);
  return { value: serialOfDate(parsed, 1900), text: iso.replace(/-0?/g, '/'), numberFormat };
}

/** Cells of one row from a text: cells are separated by `|`, trimmed; plain and grouped numbers become numbers, `d:2019-12-04` a real date, `'123` text, `=A1+B1 → 3` a formula with its value. */
export function cells(line: string): GridCell[] {
  return line.split('|').map((part) => {
    const text = part.trim();
    if (text === '') return null;
    if (text.startsWith("'")) return text.slice(1);
    if (text.startsWith('d:')) return date(text.slice(2));
    const [formula = '', result] = text.split(' → ');
    if (formula.startsWith('=') && result !== undefined) return withFormula(formula, cells(result)[0] ?? null);
    if (/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) {
      const decimals = text.replace(/^[^.]*/, '').replace(/\d/g, '0');
      const numberFormat = text.includes(',') ? `#,##0${decimals}` : 'General';
      return { value: Number(text.replace(/,/g, '')), text, numberFormat };
    }
    if (/^\d+(\.\d+)?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, text, numberFormat: '0%' };
    return text;
  });
}

function withFormula(formula: string, result: GridCell): Partial<CellSnapshot> {
  const value = result !== null && typeof result === 'object' ? result : { value: result ?? '', text: String(result) };
  return { ...value, formula };
}

/** A snapshot of one sheet or more. */
export function snapshotOf(...sheets: readonly GridSheet[]): Snapshot {
  return {
    workbookName: 'test.xlsx',
    dateSystem: 1900,
    sheets: sheets.map((sheet, index) => sheetOf(sheet, `Sheet${index + 1}`)),
    names: sheets.flatMap((sheet, index) =>
      Object.entries(sheet.names ?? {}).map(([name, text]) => {
        return { name, sheet: sheet.name ?? `Sheet${index + 1}`, area: areaOf(text) };
      }),
    ),
  };
}

/** A sheet whose rows are lines of {@link cells}; blank lines are blank rows. */
export function textSheet(text: string, more: Partial<GridSheet> = {}): GridSheet {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n');
  return { ...more, rows: lines.map(cells) };
}

/** `D4` or `Sheet!D4` → the cell's address as data. */
export function at(name: string): { row: number; column: number } {
  const area = parseArea(name.slice(name.indexOf('!') + 1));
  if (!area) throw new Error(`${name} is no cell`);
  return { row: area.top, column: area.left };
}

/** `D4` for an address. */
export function named(cell: { row: number; column: number }): string {
  return cellName(cell);
}

function sheetOf(sheet: GridSheet, name: string): SheetSnapshot {
  const origin = sheet.at === undefined ? { row: 0, column: columnIndex('A') } : at(sheet.at);
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  return {
    name: sheet.name ?? name,
    visible: true,
    role: sheet.role ?? null,
    origin,
    rows: sheet.rows.map((row) => Array.from({ length: width }, (_, column) => cellOf(row[column] ?? null))),
    merges: (sheet.merges ?? []).map(areaOf),
    hiddenRows: new Set((sheet.hidden ?? []).map((row) => row - 1)),
    outlineLevels: new Map(Object.entries(sheet.outline ?? {}).map(([row, level]) => [Number(row) - 1, level])),
  };
}

function areaOf(text: string): CellArea {
  const area = parseArea(text);
  if (!area) throw new Error(`${text} is no area`);
  return area;
}

function cellOf(cell: GridCell): CellSnapshot | null {
  if (cell === null) return null;
  if (typeof cell === 'object') {
    const value: CellValue = cell.value ?? '';
    return {
      value,
      text: cell.text ?? (typeof value === 'object' ? value.error : String(value)),
      numberFormat: cell.numberFormat ?? 'General',
      formula: cell.formula ?? null,
      emphasis: cell.emphasis ?? null,
    };
  }
  return { value: cell, text: String(cell), numberFormat: 'General', formula: null, emphasis: null };
}
