import { format } from 'numfmt';
import { type CellValue, isCellError } from '../../core/sheets/snapshot';
import type { DateSystem } from '../../core/values/calendar';
import { withEra } from './eraFormat';

const DAYS_FROM_1900_TO_1904 = 1462;

/**
 * What a cell shows: numbers and dates by the number format, truth values in capitals, errors as themselves. Dates that
 * Excel cannot show (before its calendar begins) come as a run of `#`.
 */
export function displayText(value: CellValue | null, numberFormat: string, dateSystem: DateSystem): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return textByFormat(value, numberFormat);
  return numberByFormat(value, numberFormat, dateSystem);
}

function textByFormat(value: string, numberFormat: string): string {
  return numberFormat.includes('@') && numberFormat !== '@' ? formatted(value, numberFormat) : value;
}

function numberByFormat(value: number, numberFormat: string, dateSystem: DateSystem): string {
  if (!isDateFormat(numberFormat)) return formatted(value, numberFormat);
  const serial = dateSystem === 1904 ? value + DAYS_FROM_1900_TO_1904 : value;
  return formatted(serial, withEra(numberFormat, serial));
}

function formatted(value: number | string, numberFormat: string): string {
  try {
    return format(numberFormat, value, { locale: 'ja', leap1900: true, dateErrorThrows: false, dateSpanLarge: true });
  } catch {
    // A format code that the formatter cannot read: Excel would not have taken it, a file may still hold it.
    return String(value);
  }
}

/** Whether a number under this format is shown as a date or a time. */
export function isDateFormat(numberFormat: string): boolean {
  const bare = numberFormat
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/General/gi, '');
  return /[ymdhsge]/i.test(bare.replace(/E[+-]/gi, ''));
}
