import type { CellValue } from '../../core/sheets/snapshot';
import { type DateSystem, isRealDate, serialOfDate } from '../../core/values/calendar';

/** What a typed entry puts into a cell; `numberFormat` where Excel would set one along with it. */
export interface TypedEntry {
  readonly value: CellValue | null;
  readonly formula: string | null;
  readonly numberFormat: string | null;
}

const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

/**
 * Reads an entry as Excel (Japanese) reads what is typed into a cell: formulas, numbers with separators, percent and yen
 * signs, dates such as `2019/12/4`, truth values and errors; all else is text. A cell of format `@` takes everything as
 * text, and so does a leading apostrophe.
 */
export function readTypedEntry(typed: string, cellFormat: string, dateSystem: DateSystem): TypedEntry {
  if (typed === '') return entry(null);
  if (cellFormat === '@') return entry(typed);
  if (typed.startsWith("'")) return entry(typed.slice(1));
  if (typed.startsWith('=') && typed.length > 1) return { value: null, formula: typed, numberFormat: null };
  const text = typed.normalize('NFKC').trim();
  if (/^(true|false)$/i.test(text)) return entry(/^true$/i.test(text));
  if (ERRORS.includes(text.toUpperCase())) return entry({ error: text.toUpperCase() });
  return numberOf(text, cellFormat) ?? dateOf(text, cellFormat, dateSystem) ?? entry(typed);
}

function entry(value: CellValue | null, numberFormat: string | null = null): TypedEntry {
  return { value, formula: null, numberFormat };
}

function numberOf(text: string, cellFormat: string): TypedEntry | null {
  const match = /^([+-]?)([¥\\]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?(%?)$/i.exec(text);
  if (!match || (match[3] === undefined && (match[4] === undefined || match[4] === '.'))) return null;
  const [, sign = '', yen = '', whole = '0', fraction = '', exponent = '', percent = ''] = match;
  const value = Number(`${sign}${whole.replace(/,/g, '')}${fraction}${exponent}`) / (percent ? 100 : 1);
  const general = cellFormat === 'General';
  if (!general) return entry(value);
  if (percent) return entry(value, fraction.length > 1 ? '0.00%' : '0%');
  if (yen) return entry(value, '"¥"#,##0');
  return entry(value, whole.includes(',') ? (fraction.length > 1 ? '#,##0.00' : '#,##0') : null);
}

function dateOf(text: string, cellFormat: string, dateSystem: DateSystem): TypedEntry | null {
  const match = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!isRealDate(date) || date.year < (dateSystem === 1904 ? 1904 : 1900)) return null;
  const format = text.includes('年') ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d';
  return entry(serialOfDate(date, dateSystem), cellFormat === 'General' ? format : null);
}
