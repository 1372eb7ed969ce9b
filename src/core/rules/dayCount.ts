import { type CalendarDate, daysBetween } from '../values/calendar';

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
