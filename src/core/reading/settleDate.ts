import {
  addDays,
  type CalendarDate,
  compareDates,
  dayNumber,
  daysInMonth,
  endOfMonth,
  isRealDate,
  weekdayOf,
} from '../values/calendar';
import type { DateParts, MonthPart } from './dateParts';
import { eraCovers, yearOfEra } from './eras';
import type { DatePrecision, UnreadableReason } from './readings';

/** What a date without a year (or 同日, 同30日) is read against. Threaded through a column or a course of events by the caller. */
export interface DateContext {
  /** The year of a heading above, or null. */
  readonly year: number | null;
  /** The heading is a fiscal year: January to March belong to the calendar year after it. */
  readonly fiscal: boolean;
  /** The date before this one in the order of events, or null. */
  readonly previous: CalendarDate | null;
}

export const NO_CONTEXT: DateContext = { year: null, fiscal: false, previous: null };

/** One point in time, as a span of the days that it may mean. */
export interface SettledPoint {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly precision: DatePrecision;
  readonly inferredYear: boolean;
  readonly wrongWeekday: number | null;
}

/** Half a year back is a new year when nothing but the order of events gives the year. */
const NEW_YEAR_AFTER_DAYS = 180;

/** Gives the parts a year and checks them against calendar, era and weekday. */
export function settleParts(parts: DateParts, context: DateContext): SettledPoint | UnreadableReason {
  if (parts.ambiguous) return 'ambiguous-date';
  const year = yearOf(parts, context);
  if (typeof year === 'string') return year;
  if (parts.dayShift !== null) return shiftedDay(parts, context);
  const span = spanOf(parts, year.value, context);
  if (typeof span === 'string') return span;
  if (!isRealDate(span.start) || !isRealDate(span.end)) return 'impossible-date';
  if (parts.era !== null && !eraCovers(parts.era, span.start, span.end)) return 'impossible-date';
  const printedWeekday = span.precision === 'day' ? parts.weekday : null;
  return {
    ...span,
    inferredYear: year.inferred,
    wrongWeekday: printedWeekday !== null && weekdayOf(span.start) !== printedWeekday ? printedWeekday : null,
  };
}

function shiftedDay(parts: DateParts, context: DateContext): SettledPoint | UnreadableReason {
  if (!context.previous || parts.dayShift === null) return 'no-year';
  const day = addDays(context.previous, parts.dayShift);
  return { start: day, end: day, precision: 'day', inferredYear: true, wrongWeekday: null };
}

function yearOf(
  parts: DateParts,
  context: DateContext,
): { readonly value: number; readonly inferred: boolean } | UnreadableReason {
  if (parts.era !== null && parts.eraYear !== null) {
    const year = yearOfEra(parts.era, parts.eraYear);
    if (year === null || (parts.year !== null && parts.year !== year)) return 'impossible-date';
    return { value: year, inferred: false };
  }
  if (parts.year !== null) return { value: parts.year, inferred: false };
  const { previous } = context;
  if (parts.yearShift !== null) {
    return previous ? { value: previous.year + parts.yearShift, inferred: true } : 'no-year';
  }
  // A day that no year has is impossible whatever the year is.
  if (parts.month !== null && !couldExist(parts.month, parts.day)) return 'impossible-date';
  const month = parts.month ?? previous?.month ?? null;
  if (context.year !== null && month !== null) {
    return { value: context.fiscal && month <= 3 ? context.year + 1 : context.year, inferred: true };
  }
  if (!previous || month === null) return 'no-year';
  const day = dayNumber({
    year: previous.year,
    month,
    day: Math.min(parts.day ?? 28, daysInMonth(previous.year, month)),
  });
  const back = dayNumber(previous) - day;
  return { value: back > NEW_YEAR_AFTER_DAYS ? previous.year + 1 : previous.year, inferred: true };
}

function couldExist(month: number, day: number | null): boolean {
  return month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= daysInMonth(2000, month)));
}

interface Span {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly precision: DatePrecision;
}

function spanOf(parts: DateParts, year: number, context: DateContext): Span | UnreadableReason {
  if (parts.quarter !== null) return quarterSpan(year, parts.quarter, parts.fiscal);
  if (parts.fiscal) {
    return {
      start: { year, month: 4, day: 1 },
      end: { year: year + 1, month: 3, day: 31 },
      precision: 'fiscal-year',
    };
  }
  const { month, yearOfMonth } = monthOf(parts, year, context);
  if (month === null) {
    if (parts.day !== null) return 'no-year';
    return { start: { year, month: 1, day: 1 }, end: { year, month: 12, day: 31 }, precision: 'year' };
  }
  if (month < 1 || month > 12) return 'impossible-date';
  if (parts.day !== null) {
    const day = { year: yearOfMonth, month, day: parts.day };
    return { start: day, end: day, precision: 'day' };
  }
  if (parts.part !== null) return partSpan(yearOfMonth, month, parts.part);
  return { start: { year: yearOfMonth, month, day: 1 }, end: endOfMonth(yearOfMonth, month), precision: 'month' };
}

/** 同30日 takes the month of the event before it, 翌月 the one after. */
function monthOf(parts: DateParts, year: number, context: DateContext): { month: number | null; yearOfMonth: number } {
  const { previous } = context;
  if (parts.month !== null || !previous) return { month: parts.month, yearOfMonth: year };
  if (parts.monthShift === null) {
    return {
      month: parts.day === null ? null : previous.month,
      yearOfMonth: parts.day === null ? year : previous.year,
    };
  }
  const shifted = previous.month + parts.monthShift;
  if (shifted > 12) return { month: 1, yearOfMonth: previous.year + 1 };
  return shifted < 1 ? { month: 12, yearOfMonth: previous.year - 1 } : { month: shifted, yearOfMonth: previous.year };
}

function quarterSpan(year: number, quarter: number, fiscal: boolean): Span {
  const firstOf = fiscal ? [4, 7, 10, 1] : [1, 4, 7, 10];
  const month = firstOf[quarter - 1] ?? 1;
  const inYear = fiscal && month === 1 ? year + 1 : year;
  return { start: { year: inYear, month, day: 1 }, end: endOfMonth(inYear, month + 2), precision: 'quarter' };
}

/** 上旬 is 1–10, 中旬 11–20, 下旬 21 to the last day. */
function partSpan(year: number, month: number, part: MonthPart): Span {
  const end = endOfMonth(year, month);
  const at = (day: number) => ({ year, month, day });
  if (part === 'early') return { start: at(1), end: at(10), precision: 'third' };
  if (part === 'middle') return { start: at(11), end: at(20), precision: 'third' };
  if (part === 'late') return { start: at(21), end, precision: 'third' };
  return { start: end, end, precision: 'about' };
}

/** Whether a range's end that printed no year must lie in the year after the one its start is in. */
export function endsBefore(end: CalendarDate, start: CalendarDate): boolean {
  return compareDates(end, start) < 0;
}
