import {
  addDays,
  type CalendarDate,
  dayNumber,
  daysInMonth,
  endOfMonth,
  fiscalYearOf,
  isRealDate,
  weekdayOf,
} from '../values/calendar';
import { floorDivide, modulo } from '../values/integers';
import type { NumericOrder } from './dateForms/numeric';
import type { DateParts, SpanPart } from './dateParts';
import { eraCovers, yearOfEra } from './eras';
import { distinctDays } from './numericOrder';
import type { DatePrecision, UnreadableReason } from './readings';

/** What a date without a year (or 同日, 同30日) is read against. Threaded through a column or a course of events by the caller. */
export interface DateContext {
  /** The year of a heading above, or null. */
  readonly year: number | null;
  /** The heading is a fiscal year: January to March belong to the calendar year after it. */
  readonly fiscal: boolean;
  /** The date before this one in the order of events, or null. */
  readonly previous: CalendarDate | null;
  /** In which order the numbers of dates like 3/4/2020 stand, where others beside them tell. */
  readonly order?: NumericOrder | null;
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
export function settleParts(printed: DateParts, context: DateContext): SettledPoint | UnreadableReason {
  const parts = inOneOrder(printed, context);
  if (typeof parts === 'string') return parts;
  const year = yearOf(parts, context);
  if (typeof year === 'string') return year;
  const span = parts.dayShift === null ? spanOf(parts, year.value, context) : shiftedDay(parts, context);
  if (typeof span === 'string') return span;
  if (!isRealDate(span.start) || !isRealDate(span.end)) return 'impossible-date';
  if (parts.era !== null) {
    // 令和元年度 is a year of accounts that the era gave its name: it began before the era did.
    const { start, end } = parts.fiscal ? fiscalYearSpan(year.value) : span;
    if (!eraCovers(parts.era, start, end)) return 'impossible-date';
  }
  const printedWeekday = span.precision === 'day' ? parts.weekday : null;
  return {
    ...span,
    inferredYear: year.inferred,
    wrongWeekday: printedWeekday !== null && weekdayOf(span.start) !== printedWeekday ? printedWeekday : null,
  };
}

/** The parts with the one day that their numbers can mean, by the printed weekday or by the order of the column where they can mean several. */
function inOneOrder(parts: DateParts, { order }: DateContext): DateParts | UnreadableReason {
  if (parts.ambiguous) return 'ambiguous-date';
  const { alternatives, weekday } = parts;
  if (alternatives === null) return parts;
  if (alternatives.length === 0) return 'impossible-date';
  const days = distinctDays(alternatives);
  const ofWeekday = days.filter((day) => weekdayOf(day) === weekday);
  const inOrder = alternatives.find((one) => one.order === order)?.date;
  const only = days.length === 1 ? days[0] : (inOrder ?? (ofWeekday.length === 1 ? ofWeekday[0] : undefined));
  return only ? { ...parts, ...only } : 'ambiguous-date';
}

/** 翌日, and 翌5日, which must be that day. */
function shiftedDay(parts: DateParts, context: DateContext): Span | UnreadableReason {
  if (!context.previous || parts.dayShift === null) return 'no-year';
  const day = addDays(context.previous, parts.dayShift);
  if (parts.day !== null && parts.day !== day.day) return 'impossible-date';
  return { start: day, end: day, precision: 'day' };
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
    if (!previous) return 'no-year';
    const from = parts.fiscal ? fiscalYearOf(previous) : previous.year;
    return { value: from + parts.yearShift, inferred: true };
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
  if (parts.fiscal) return parts.part === null ? fiscalYearSpan(year) : partOfYear(fiscalYearSpan(year), parts.part);
  const { month, yearOfMonth } = monthOf(parts, year, context);
  if (month === null) {
    if (parts.day !== null) return 'no-year';
    const span: Span = { start: { year, month: 1, day: 1 }, end: { year, month: 12, day: 31 }, precision: 'year' };
    return parts.part === null ? span : partOfYear(span, parts.part);
  }
  if (month < 1 || month > 12) return 'impossible-date';
  if (parts.day !== null) {
    const day = { year: yearOfMonth, month, day: parts.day };
    return { start: day, end: day, precision: 'day' };
  }
  if (parts.part !== null) return partOfMonth(yearOfMonth, month, parts.part);
  return { start: { year: yearOfMonth, month, day: 1 }, end: endOfMonth(yearOfMonth, month), precision: 'month' };
}

/** 同30日 takes the month of the event before it, 翌月 the one after; 下旬 behind a range sign that of the range's start. */
function monthOf(parts: DateParts, year: number, context: DateContext): { month: number | null; yearOfMonth: number } {
  const { previous } = context;
  if (parts.month !== null || !previous) return { month: parts.month, yearOfMonth: year };
  const ofYear = parts.year !== null || parts.era !== null || parts.yearShift !== null;
  if (parts.monthShift === null && parts.day === null && (ofYear || parts.part === null)) {
    return { month: null, yearOfMonth: year };
  }
  const months = previous.year * 12 + previous.month - 1 + (parts.monthShift ?? 0);
  return { month: modulo(months, 12) + 1, yearOfMonth: floorDivide(months, 12) };
}

function quarterSpan(year: number, quarter: number, fiscal: boolean): Span {
  const firstOf = fiscal ? [4, 7, 10, 1] : [1, 4, 7, 10];
  const month = firstOf[quarter - 1] ?? 1;
  const inYear = fiscal && month === 1 ? year + 1 : year;
  return { start: { year: inYear, month, day: 1 }, end: endOfMonth(inYear, month + 2), precision: 'quarter' };
}

/** 1 April to 31 March (地方自治法208条). */
function fiscalYearSpan(year: number): Span {
  return { start: { year, month: 4, day: 1 }, end: { year: year + 1, month: 3, day: 31 }, precision: 'fiscal-year' };
}

/** 年度当初, 年末 and the halves of a year. No rule says which days of a year are early, in the middle or late. */
function partOfYear({ start, end }: Span, part: SpanPart): Span | UnreadableReason {
  const inHalf = start.month + 6;
  switch (part) {
    case 'beginning':
      return { start, end: start, precision: 'about' };
    case 'end':
      return { start: end, end, precision: 'about' };
    case 'first-half':
      return { start, end: endOfMonth(start.year, inHalf - 1), precision: 'half-year' };
    case 'second-half':
      return { start: { ...start, month: inHalf }, end, precision: 'half-year' };
    default:
      return 'not-a-date';
  }
}

/** 上旬 is 1–10, 中旬 11–20, 下旬 21 to the last day; 前半 is 1–15. */
function partOfMonth(year: number, month: number, part: SpanPart): Span {
  const end = endOfMonth(year, month);
  const at = (day: number) => ({ year, month, day });
  switch (part) {
    case 'beginning':
      return { start: at(1), end: at(1), precision: 'about' };
    case 'early':
      return { start: at(1), end: at(10), precision: 'third' };
    case 'middle':
      return { start: at(11), end: at(20), precision: 'third' };
    case 'late':
      return { start: at(21), end, precision: 'third' };
    case 'first-half':
      return { start: at(1), end: at(15), precision: 'half-month' };
    case 'second-half':
      return { start: at(16), end, precision: 'half-month' };
    case 'end':
      return { start: end, end, precision: 'about' };
  }
}
