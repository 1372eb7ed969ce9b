import { type CalendarDate, compareDates, daysInMonth, endOfMonth } from '../values/calendar';
import { type DateParts, matchDateParts } from './dateParts';
import { type EraId, eraSpan, yearOfEra } from './eras';
import { fold } from './fold';

/** Why a printed date is none. */
export type Impossibility =
  | { readonly kind: 'month' }
  /** The month ends on that day; of February without a year its longest. */
  | { readonly kind: 'day'; readonly month: number; readonly days: number; readonly last: CalendarDate | null }
  | { readonly kind: 'before-era'; readonly era: EraId; readonly first: CalendarDate }
  | { readonly kind: 'after-era'; readonly era: EraId; readonly last: CalendarDate }
  /** The year of the era is another one than the year that is printed beside it. */
  | { readonly kind: 'years'; readonly era: EraId; readonly eraYear: number; readonly year: number };

const LEAP_YEAR = 2000;
const BETWEEN = /^ ?(?:~|-|から|より|ないし|乃至|至|to\b|until\b|through\b|\() ?/;

/**
 * Why a text that was read as `impossible-date` is no date, of a range for the first of its ends that is none. Null where that takes
 * more than the text: a year taken from elsewhere, two prints of one date that differ.
 */
export function whyImpossible(text: string): Impossibility | null {
  const folded = fold(text)
    .toLowerCase()
    .trim()
    .replace(/^(?:from |between |自 ?)/, '');
  const first = matchDateParts(folded);
  if (!first) return null;
  const own = impossibilityOf(first.parts);
  if (own) return own;
  const rest = folded.slice(first.length);
  const second = matchDateParts(rest.slice(BETWEEN.exec(rest)?.[0].length ?? 0));
  return (
    second &&
    impossibilityOf({ ...second.parts, year: second.parts.year ?? (second.parts.era ? null : first.parts.year) })
  );
}

function impossibilityOf({ era, eraYear, year, month, day }: DateParts): Impossibility | null {
  if (month !== null && (month < 1 || month > 12)) return { kind: 'month' };
  const ofEra = era !== null && eraYear !== null ? yearOfEra(era, eraYear) : null;
  const span = era === null ? null : eraSpan(era);
  if (span && ofEra !== null && year !== null && ofEra !== year) {
    return { kind: 'years', era: span.id, eraYear: ofEra - span.first.year + 1, year: ofEra };
  }
  const settled = ofEra ?? year;
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(settled ?? LEAP_YEAR, month))) {
    const days = daysInMonth(settled ?? LEAP_YEAR, month);
    return { kind: 'day', month, days, last: settled === null ? null : endOfMonth(settled, month) };
  }
  if (!span || ofEra === null) return null;
  const begin = { year: ofEra, month: month ?? 1, day: day ?? 1 };
  const end = day === null ? endOfMonth(ofEra, month ?? 12) : begin;
  if (compareDates(end, span.first) < 0) return { kind: 'before-era', era: span.id, first: span.first };
  if (span.last && compareDates(begin, span.last) > 0) return { kind: 'after-era', era: span.id, last: span.last };
  return null;
}
