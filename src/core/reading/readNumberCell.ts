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

const DATE_FORMATS = new Map<string, boolean>();

/** Whether a number format prints a date (a time alone is none). */
export function isDateFormat(numberFormat: string): boolean {
  const known = DATE_FORMATS.get(numberFormat) ?? printsDate(numberFormat);
  DATE_FORMATS.set(numberFormat, known);
  return known;
}

function printsDate(numberFormat: string): boolean {
  if (/^(general|@|g\/標準)$/i.test(numberFormat)) return false;
  const codes = codesOf(numberFormat.split(';')[0] ?? '')
    .replace(/general|g\/標準/gi, '')
    .replace(/e[+-]/gi, '')
    .replace(/am\/pm|a\/p/gi, '')
    .toLowerCase();
  if (/[#0?]/.test(codes)) return false;
  return /[ydge]/.test(codes) || (/m/.test(codes) && !/[hs]/.test(codes));
}

/** What a section of a number format says of the figures that it prints; `places` null: those of the figure itself. */
interface Precision {
  readonly approximate: boolean;
  readonly places: number | null;
  readonly percent: boolean;
}

const PRECISIONS = new Map<string, Precision>();

/** The precision of a format's section, each read once. */
function precisionOf(section: string): Precision {
  const known = PRECISIONS.get(section);
  if (known) return known;
  const codes = codesOf(section);
  const approximate = /"[^"]*約/.test(section) || /約/.test(codes);
  const digits = /[#0?][#0?,]*(?:\.([#0?]*))?/.exec(codes);
  const general = !digits || /general|g\/標準|e[+-]|\//i.test(codes);
  const percent = !general && codes.includes('%');
  const scale = digits ? (/,+(?![#0?])/.exec(codes.slice(digits.index))?.[0].length ?? 0) : 0;
  const places = general ? null : (digits[1]?.length ?? 0) + (percent ? 2 : 0) - 3 * scale;
  const precision = { approximate, places, percent };
  PRECISIONS.set(section, precision);
  return precision;
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
  const { approximate, places, percent } = precisionOf(section);
  const unit = stepOf(places ?? exact.decimalPlaces());
  return { value: exact, unit, approximate, measure: percent ? 'percent' : null };
}
