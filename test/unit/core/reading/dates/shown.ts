import { type DateContext, NO_CONTEXT, readDate } from '../../../../../src/core/reading/readDate';
import { isoDate } from '../../../../../src/core/values/calendar';

/**
 * A reading as one line: `2019-12-18(day)…2020-03-31(third)`, only once where both ends are the same, `open` for no end, with `y` where the
 * year was inferred and `w3` where the printed weekday (0 = Sunday) is wrong; else the reason why there is no reading.
 */
export function shown(text: string, context: DateContext = NO_CONTEXT): string {
  const reading = readDate(text, context);
  if (typeof reading === 'string') return reading;
  const start = `${isoDate(reading.start)}(${reading.startPrecision})`;
  const end = reading.end === null ? 'open' : `${isoDate(reading.end)}(${reading.endPrecision})`;
  const single = start === end ? start : `${start}…${end}`;
  return `${single}${reading.inferredYear ? ' y' : ''}${reading.wrongWeekday === null ? '' : ` w${reading.wrongWeekday}`}`;
}

export const day = (iso: string) => `${iso}(day)`;
export const about = (iso: string) => `${iso}(about)`;
/** A range, or a vague date: both ends with one precision. */
export const span = (start: string, end: string, precision = 'day') => `${start}(${precision})…${end}(${precision})`;

/** Under a heading 2019年, behind an event of 18 December 2019. */
export const UNDER_2019: DateContext = { year: 2019, fiscal: false, previous: { year: 2019, month: 12, day: 18 } };
/** Behind an event of that day, without a heading. */
export const behind = (year: number, month: number, dayOfMonth: number): DateContext => ({
  year: null,
  fiscal: false,
  previous: { year, month, day: dayOfMonth },
});
