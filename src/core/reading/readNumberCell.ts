import { Decimal, decimalOfCellNumber } from '../values/decimal';
import type { PrintedAmount } from './readAmount';

const STEPS = new Map<number, Decimal>();

/** Ten to the minus `places`, each made once: sheets hold many cells of few formats. */
function stepOf(places: number): Decimal {
  const known = STEPS.get(places);
  if (known) return known;
  const step = new Decimal(10).pow(-places);
  STEPS.set(places, step);
  return step;
}

/** The parts of a number format code that print something from the number, without literals, colours and conditions. */
function codesOf(section: string): string {
  return section
    .replace(/"[^"]*"/g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/[\\_*]./g, '');
}

/** Whether a number format prints a date (a time alone is none). */
export function isDateFormat(numberFormat: string): boolean {
  if (/^(general|@|g\/標準)$/i.test(numberFormat)) return false;
  const codes = codesOf(numberFormat.split(';')[0] ?? '')
    .replace(/general|g\/標準/gi, '')
    .replace(/e[+-]/gi, '')
    .replace(/am\/pm|a\/p/gi, '')
    .toLowerCase();
  if (/[#0?]/.test(codes)) return false;
  return /[ydge]/.test(codes) || (/m/.test(codes) && !/[hs]/.test(codes));
}

/**
 * Reads a number cell: its value as Excel shows it (15 digits), and from the number format the worth of the last printed
 * place: `#,##0` 1, `0.00` 0.01, `#,##0,` 1000, `0%` 0.01 with the measure `percent`. Under General it is the last place of
 * the value itself.
 */
export function readNumberCell(value: number, numberFormat: string): PrintedAmount {
  const exact = decimalOfCellNumber(value);
  const sections = numberFormat.split(';');
  const section = (value < 0 && sections.length > 1 ? sections[1] : sections[0]) ?? '';
  const codes = codesOf(section);
  const approximate = /"[^"]*約/.test(section) || /約/.test(codes);
  const digits = /[#0?][#0?,]*(?:\.([#0?]*))?/.exec(codes);
  if (!digits || /general|g\/標準|e[+-]|\//i.test(codes)) {
    const places = exact.decimalPlaces();
    return { value: exact, unit: stepOf(places), approximate, measure: null };
  }
  const percent = codes.includes('%');
  const scale = /,+(?![#0?])/.exec(codes.slice(digits.index))?.[0].length ?? 0;
  const places = (digits[1]?.length ?? 0) + (percent ? 2 : 0) - 3 * scale;
  return { value: exact, unit: stepOf(places), approximate, measure: percent ? 'percent' : null };
}
