import { type CalendarDate, dateOfDayNumber, dayNumber, daysInMonth } from '../values/calendar';
import { floorDivide, modulo } from '../values/integers';

/** The charged days of one calendar month. */
export interface MonthDays {
  readonly year: number;
  readonly month: number;
  /** Charged days of the month. */
  readonly days: number;
  /** Days of the month. */
  readonly length: number;
}

/** The charged days of a row, first and last included, split into calendar months. */
export interface ProratedPeriod {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly days: number;
  readonly months: readonly MonthDays[];
}

/** The days from `first` to `last`, both charged; null where there is none. */
export function proratedPeriod(first: CalendarDate, last: CalendarDate): ProratedPeriod | null {
  const days = dayNumber(last) - dayNumber(first) + 1;
  if (days < 1) return null;
  const months: MonthDays[] = [];
  const lastIndex = last.year * 12 + last.month - 1;
  for (let index = first.year * 12 + first.month - 1; index <= lastIndex; index += 1) {
    const year = floorDivide(index, 12);
    const month = modulo(index, 12) + 1;
    const length = daysInMonth(year, month);
    const from = months.length === 0 ? first.day : 1;
    const to = index === lastIndex ? last.day : length;
    months.push({ year, month, days: to - from + 1, length });
  }
  return { first, last, days, months };
}

/**
 * The calendar days that a row charges, from how its printed days lie against end − start: as many, without the last day
 * (first day in) or without the first; one more, both ends; one less, neither. Null for any other number of days.
 */
export function chargedPeriod(
  start: CalendarDate,
  end: CalendarDate,
  days: number,
  firstDay: 'in' | 'out',
): ProratedPeriod | null {
  const offset = days - (dayNumber(end) - dayNumber(start));
  if (offset !== 0 && offset !== 1 && offset !== -1) return null;
  const firstIsOut = offset === -1 || (offset === 0 && firstDay === 'out');
  const lastIsOut = offset === -1 || (offset === 0 && firstDay === 'in');
  return proratedPeriod(
    dateOfDayNumber(dayNumber(start) + (firstIsOut ? 1 : 0)),
    dateOfDayNumber(dayNumber(end) - (lastIsOut ? 1 : 0)),
  );
}

/** A period as whole months from its own first day (応当日, 民法143条) and the days left over. */
export interface OwnMonths {
  readonly months: number;
  readonly rest: number;
  /** Days of the own month that the rest lies in. */
  readonly restLength: number;
}

/** Splits a period at the days that correspond to its first (応当日); a month without such a day is full at its end (民法143条2項). */
export function ownMonths(period: ProratedPeriod): OwnMonths {
  const end = dayNumber(period.last) + 1;
  let months = 0;
  while (correspondingDay(period.first, months + 1) <= end) months += 1;
  const reached = correspondingDay(period.first, months);
  return { months, rest: end - reached, restLength: correspondingDay(period.first, months + 1) - reached };
}

function correspondingDay(first: CalendarDate, monthsLater: number): number {
  const index = first.year * 12 + first.month - 1 + monthsLater;
  const year = floorDivide(index, 12);
  const month = modulo(index, 12) + 1;
  const length = daysInMonth(year, month);
  return dayNumber({ year, month, day: Math.min(first.day, length) }) + (first.day > length ? 1 : 0);
}
