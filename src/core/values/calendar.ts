import { floorDivide, modulo } from './integers';

/** A day of the Gregorian calendar: month 1–12, day 1–31. Plain data; see {@link isRealDate} for whether it exists. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Which day Excel counts serial numbers from: 1900 (with its phantom 1900-02-29) or 1904. */
export type DateSystem = 1900 | 1904;

export function isLeapYear(year: number): boolean {
  return modulo(year, 4) === 0 && (modulo(year, 100) !== 0 || modulo(year, 400) === 0);
}

/** Days in a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the record names a day that exists. 30 February does not, and is never shifted. */
export function isRealDate(date: CalendarDate): boolean {
  const { year, month, day } = date;
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Days since 1970-01-01 (negative before). A difference of dates is a subtraction of day numbers. */
export function dayNumber(date: CalendarDate): number {
  const year = date.month > 2 ? date.year : date.year - 1;
  const era = floorDivide(year, 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = floorDivide(153 * modulo(date.month + 9, 12) + 2, 5) + date.day - 1;
  const dayOfEra = yearOfEra * 365 + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of {@link dayNumber}. */
export function dateOfDayNumber(days: number): CalendarDate {
  const shifted = days + 719468;
  const era = floorDivide(shifted, 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = floorDivide(
    dayOfEra - floorDivide(dayOfEra, 1460) + floorDivide(dayOfEra, 36524) - floorDivide(dayOfEra, 146096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100));
  const monthFromMarch = floorDivide(5 * dayOfYear + 2, 153);
  const day = dayOfYear - floorDivide(153 * monthFromMarch + 2, 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from `start` to `end`, negative when `end` is earlier: end − start. */
export function daysBetween(start: CalendarDate, end: CalendarDate): number {
  return dayNumber(end) - dayNumber(start);
}

/** Negative, zero or positive, for sorting. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(a) - dayNumber(b);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return modulo(dayNumber(date) + 4, 7);
}

/** Last day of a month. */
export function endOfMonth(year: number, month: number): CalendarDate {
  return { year, month, day: daysInMonth(year, month) };
}

/** The Japanese fiscal year (1 April to 31 March) that a day belongs to. 会計年度: 地方自治法208条. */
export function fiscalYearOf(date: CalendarDate): number {
  return date.month >= 4 ? date.year : date.year - 1;
}

/** `2019-12-04`. */
export function isoDate(date: CalendarDate): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** Reads `2019-12-04`; null when the text is not of that form or the day does not exist. */
export function parseIsoDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDate(date) ? date : null;
}

const EPOCH_1900 = dayNumber({ year: 1899, month: 12, day: 30 });
const EPOCH_1904 = dayNumber({ year: 1904, month: 1, day: 1 });
const PHANTOM_LEAP_DAY = 60;

/** Excel's serial number of a day. Days before 1 March 1900 are one less under the 1900 system (its phantom leap day). */
export function serialOfDate(date: CalendarDate, system: DateSystem): number {
  if (system === 1904) return dayNumber(date) - EPOCH_1904;
  const serial = dayNumber(date) - EPOCH_1900;
  return serial <= PHANTOM_LEAP_DAY ? serial - 1 : serial;
}

/** The day of an Excel serial number (a time of day is cut off); null for 1900-02-29, which never was, and for negatives. */
export function dateOfSerial(serial: number, system: DateSystem): CalendarDate | null {
  const whole = floorDivide(serial, 1);
  if (whole < 0 || !Number.isFinite(serial)) return null;
  if (system === 1904) return dateOfDayNumber(whole + EPOCH_1904);
  if (whole === 0 || whole === PHANTOM_LEAP_DAY) return null;
  return dateOfDayNumber(whole + EPOCH_1900 + (whole < PHANTOM_LEAP_DAY ? 1 : 0));
}
