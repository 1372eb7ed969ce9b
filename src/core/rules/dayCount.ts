import { type CalendarDate, daysBetween } from '../values/calendar';
import { countThirtyDays, THIRTY_DAY_RULES, type ThirtyDayRule } from './yearBases';

/**
 * Which of the two days a period counts.
 *
 * - `start-in-end-out` 片端入れ (初日算入・末日不算入): start … end−1
 * - `start-out-end-in` 初日不算入 (民法140条): start+1 … end
 * - `both-in` 両端入れ: start … end
 * - `both-out` 両端落とし: start+1 … end−1
 */
export type DayCountRule = 'start-in-end-out' | 'start-out-end-in' | 'both-in' | 'both-out';

export const DAY_COUNT_RULES: readonly DayCountRule[] = ['start-in-end-out', 'start-out-end-in', 'both-in', 'both-out'];

/** What a rule adds to end − start. */
export function dayCountOffset(rule: DayCountRule): -1 | 0 | 1 {
  if (rule === 'both-in') return 1;
  return rule === 'both-out' ? -1 : 0;
}

/** Days counted from `start` to `end` under a rule; negative when `end` is before `start`. */
export function countDays(start: CalendarDate, end: CalendarDate, rule: DayCountRule): number {
  return daysBetween(start, end) + dayCountOffset(rule);
}

/** Any way to count the days of a period: of the calendar under a convention, or in months of thirty days. */
export type DayCounting = DayCountRule | ThirtyDayRule;

/** Whether days are counted in months of thirty. */
export function isThirtyDays(counting: DayCounting): counting is ThirtyDayRule {
  return THIRTY_DAY_RULES.some((rule) => rule === counting);
}

/** Days from `start` to `end` in whichever way. */
export function countDaysBy(start: CalendarDate, end: CalendarDate, counting: DayCounting): number {
  return isThirtyDays(counting) ? countThirtyDays(start, end, counting) : countDays(start, end, counting);
}
