/** Days on the calendar as whole numbers: days since 1970-01-01. The generator has a calendar of its own. */
export type Day = number;

const MILLISECONDS = 86_400_000;

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

export function partsOf(day: Day): YearMonthDay {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days of a month; month 13 is January of the next year. */
export function monthLength(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** Charged days of one calendar month. */
export interface MonthPart {
  readonly key: number;
  readonly days: number;
  readonly length: number;
}

/** The days from `first` to `last`, both charged, month by month. */
export function monthParts(first: Day, last: Day): MonthPart[] {
  const parts: MonthPart[] = [];
  for (let from = first; from <= last;) {
    const { year, month } = partsOf(from);
    const length = monthLength(year, month);
    const next = dayOf(year, month + 1, 1);
    const to = Math.min(last, next - 1);
    parts.push({ key: year * 12 + month, days: to - from + 1, length });
    from = next;
  }
  return parts;
}

/** The day that corresponds to `first` so many months later (応当日); the day after the month's end where it has none. */
export function correspondingDay(first: Day, months: number): Day {
  const { year, month, day } = partsOf(first);
  const length = monthLength(year, month + months);
  return dayOf(year, month + months, 1) + Math.min(day, length + 1) - 1;
}
