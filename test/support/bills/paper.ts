import { type CellObject, type Range, utils, type WorkSheet, write } from '@e965/xlsx';
import { parseArea } from '../../../src/core/sheets/address';

/** A cell as its author typed it: a text, a number, or a figure with its number format and perhaps its formula. */
export type Entry = string | number | { readonly value: number; readonly format: string; readonly formula?: string };

/** One sheet of a bill. */
export interface Paper {
  readonly name: string;
  /** Runs of neighbouring cells by the A1 address of the first; null leaves one empty. */
  readonly rows: Readonly<Record<string, readonly (Entry | null)[]>>;
  /** A1 areas. */
  readonly merges?: readonly string[];
}

/** A figure put in the place of another, and the checks that disagree then (`G20 sum`; `内訳!G20 sum` beyond the first sheet). */
export interface Slip {
  readonly cell: string;
  readonly value: Entry;
  readonly disagree: readonly string[];
}

/** A bill as a vendor lays it out. */
export interface Bill {
  readonly name: string;
  readonly sheets: readonly Paper[];
  /** What is checked besides quantities, in reading order. */
  readonly checks: readonly string[];
  readonly quantities: number;
  readonly slips: readonly Slip[];
}

type Formula = string | undefined;

const figure = (value: number, format: string, formula: Formula): Entry =>
  formula === undefined ? { value, format } : { value, format, formula };

export const yen = (value: number, formula?: string): Entry => figure(value, '"¥"#,##0;[Red]"¥"-#,##0', formula);
export const grouped = (value: number, formula?: string): Entry => figure(value, '#,##0_ ;[Red]▲#,##0 ', formula);
export const cents = (value: number, formula?: string): Entry => figure(value, '#,##0.00', formula);
export const dollars = (value: number, formula?: string): Entry => figure(value, '"$"#,##0.00', formula);
export const pounds = (value: number, formula?: string): Entry => figure(value, '[$£-809]#,##0.00', formula);
export const percent = (value: number): Entry => figure(value, '0%', undefined);
/** A day as Excel's serial number. */
export const day = (serial: number, format = 'yyyy"年"m"月"d"日"'): Entry => figure(serial, format, undefined);

/** The bill as the bytes of an .xlsx file, with a slip in it where one is given. */
export function fileOf(bill: Bill, slip: Slip | null): Uint8Array {
  const workbook = utils.book_new();
  bill.sheets.forEach((sheet, index) => {
    const made = sheetOf(sheet);
    const edited = slip && sheetOfCell(slip.cell, index, sheet.name);
    if (slip && edited) {
      if (made[edited] === undefined) throw new Error(`${slip.cell} is empty in ${bill.name}`);
      made[edited] = cellOf(slip.value);
    }
    utils.book_append_sheet(workbook, made, sheet.name);
  });
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** The address of a cell where it is one of the sheet; else null. */
function sheetOfCell(cell: string, index: number, name: string): string | null {
  const [first = '', second] = cell.split('!');
  if (second === undefined) return index === 0 ? first : null;
  return first === name ? second : null;
}

function sheetOf({ rows, merges = [] }: Paper): WorkSheet {
  const sheet: WorkSheet = {};
  let [bottom, right] = [0, 0];
  for (const [address, entries] of Object.entries(rows)) {
    const { r, c } = utils.decode_cell(address);
    entries.forEach((entry, index) => {
      if (entry === null) return;
      sheet[utils.encode_cell({ r, c: c + index })] = cellOf(entry);
      [bottom, right] = [Math.max(bottom, r), Math.max(right, c + index)];
    });
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: bottom, c: right } });
  sheet['!merges'] = merges.map((text): Range => {
    const area = parseArea(text);
    if (!area) throw new Error(`${text} is no area`);
    return { s: { r: area.top, c: area.left }, e: { r: area.bottom, c: area.right } };
  });
  return sheet;
}

function cellOf(entry: Entry): CellObject {
  if (typeof entry === 'string') return { t: 's', v: entry };
  if (typeof entry === 'number') return { t: 'n', v: entry };
  return {
    t: 'n',
    v: entry.value,
    z: entry.format,
    ...(entry.formula === undefined ? {} : { f: entry.formula }),
  };
}
