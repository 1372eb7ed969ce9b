import { type CalendarDate, dayNumber, weekdayOf } from '../values/calendar';
import { floorDivide } from '../values/integers';
import type { DayCountRule } from './dayCount';

const DAYS_OF_WEEK = 7;
const WEEKDAYS = 5;

/**
 * Days from Monday to Friday that a period counts under a convention; 0 where it counts none. Holidays are not taken off: which
 * there are is for the calendar of whoever reckons (国民の祝日に関する法律 and closing days of one's own).
 */
export function countWeekdays(start: CalendarDate, end: CalendarDate, rule: DayCountRule): number {
  const first = dayNumber(start) + (rule === 'start-out-end-in' || rule === 'both-out' ? 1 : 0);
  const last = dayNumber(end) - (rule === 'start-in-end-out' || rule === 'both-out' ? 1 : 0);
  const days = last - first + 1;
  if (days <= 0) return 0;
  const weeks = floorDivide(days, DAYS_OF_WEEK);
  const from = (weekdayOf(start) + first - dayNumber(start)) % DAYS_OF_WEEK;
  let count = weeks * WEEKDAYS;
  for (let extra = 0; extra < days - weeks * DAYS_OF_WEEK; extra += 1) {
    const weekday = (from + extra) % DAYS_OF_WEEK;
    if (weekday !== 0 && weekday !== DAYS_OF_WEEK - 1) count += 1;
  }
  return count;
}
