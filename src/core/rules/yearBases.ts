import { type CalendarDate, dayNumber, daysInMonth, isLeapYear } from '../values/calendar';

/**
 * How days are counted where every month has thirty: 360 × years + 30 × months + days, from the first date to the second.
 *
 * - `30-360`: a 31st is a 30th, the second one only after a 30th or 31st (30/360, Bond Basis: ISDA 2006 Definitions §4.16(f))
 * - `30-360-us`: the same, and the last of February is a 30th, the second date only after one (30U/360; NASD/SIA, and Excel's DAYS360)
 * - `30e-360`: every 31st is a 30th (30E/360, Eurobond Basis: ISDA 2006 Definitions §4.16(g))
 */
export type ThirtyDayRule = '30-360' | '30-360-us' | '30e-360';

export const THIRTY_DAY_RULES: readonly ThirtyDayRule[] = ['30-360', '30-360-us', '30e-360'];

/** Days from `start` to `end` in months of thirty days; negative when `end` is before `start`. */
export function countThirtyDays(start: CalendarDate, end: CalendarDate, rule: ThirtyDayRule): number {
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const first = rule === '30-360-us' && isLastOfFebruary(start) ? 30 : Math.min(start.day, 30);
  return months * 30 + lastDay(start, end, first, rule) - first;
}

function lastDay(start: CalendarDate, end: CalendarDate, first: number, rule: ThirtyDayRule): number {
  if (rule === '30e-360') return Math.min(end.day, 30);
  if (rule === '30-360-us' && isLastOfFebruary(start) && isLastOfFebruary(end)) return 30;
  return first === 30 ? Math.min(end.day, 30) : end.day;
}

function isLastOfFebruary({ year, month, day }: CalendarDate): boolean {
  return month === 2 && day === daysInMonth(year, month);
}

/** Years from January, or fiscal years from 1 April to 31 March (会計年度: 財政法11条, 地方自治法208条). */
export type YearKind = 'calendar' | 'fiscal';

/** How many of the days from `first` to `last`, both counted, lie in years of 366 days. */
export function daysInLongYears(first: CalendarDate, last: CalendarDate, kind: YearKind): number {
  let days = 0;
  // The fiscal year that begins in one calendar year has the February of the next.
  for (let year = first.year - 1; year <= last.year; year += 1) {
    if (!isLeapYear(kind === 'fiscal' ? year + 1 : year)) continue;
    const month = kind === 'fiscal' ? 4 : 1;
    const from = Math.max(dayNumber(first), dayNumber({ year, month, day: 1 }));
    const to = Math.min(dayNumber(last), dayNumber({ year: year + 1, month, day: 1 }) - 1);
    if (to >= from) days += to - from + 1;
  }
  return days;
}
