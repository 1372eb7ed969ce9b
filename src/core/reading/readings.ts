import type { CalendarDate } from '../values/calendar';
import type { Decimal } from '../values/decimal';

/** What an amount, a day count or a quantity says. */
export interface AmountReading {
  readonly value: Decimal;
  /** Worth of one step of the last printed place: 1 for `7,133,008`, 1000 for `443千円`, 0.01 for `1.50`. Sets tolerances only. */
  readonly unit: Decimal;
  /** Marked 約, 頃 or the like. */
  readonly approximate: boolean;
}

export type DatePrecision =
  | 'day'
  | 'third'
  | 'half-month'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'fiscal-year'
  | 'from'
  | 'until'
  | 'about';

/**
 * What a date or a range of dates says. A vague date spans all the days it may mean: 2月下旬 is start 21 February, end the last of
 * February, both with precision `third`. For a single day `end` equals `start`; `end` is null where it is open (以降).
 */
export interface DateReading {
  readonly start: CalendarDate;
  readonly startPrecision: DatePrecision;
  readonly end: CalendarDate | null;
  readonly endPrecision: DatePrecision;
  /** The part of the text that is the date, as printed. */
  readonly printed: string;
  /** The year was not printed but taken from a heading or the order of events. */
  readonly inferredYear: boolean;
  /** A printed weekday (0 = Sunday) that is not the weekday of `start`; null where none is printed or it is right. */
  readonly wrongWeekday: number | null;
}

/** Why a cell could not be read as what its column holds. */
export type UnreadableReason =
  | 'not-a-number'
  | 'not-a-date'
  | 'impossible-date'
  | 'reversed-range'
  | 'ambiguous-date'
  | 'error-value'
  | 'withheld'
  | 'no-year';
