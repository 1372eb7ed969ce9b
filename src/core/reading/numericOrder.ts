import { type CalendarDate, compareDates, weekdayOf } from '../values/calendar';
import type { Alternative, NumericOrder } from './dateForms/numeric';
import { type DateParts, matchDateParts } from './dateParts';
import { fold } from './fold';

/** So many different days come into sequence by chance once in 24 times. */
const FEWEST_IN_SEQUENCE = 4;

/** The days that alternatives come to, each once. */
export function distinctDays(alternatives: readonly Alternative[]): CalendarDate[] {
  return alternatives
    .map(({ date }) => date)
    .filter((date, index, all) => all.findIndex((other) => compareDates(other, date) === 0) === index);
}

/** The days that a text may mean that is one date and nothing else: two for 3/4/2020, none where its numbers stand in a certain order. */
export function possibleDays(text: string): CalendarDate[] {
  const folded = fold(text).toLowerCase().trim();
  const match = matchDateParts(folded);
  return match && match.length === folded.length ? distinctDays(match.parts.alternatives ?? []) : [];
}

/**
 * The order of the numbers in a column of dates, where its texts leave only one: by a number that can be no month, by printed weekdays, or
 * since no other order has every date after the one above it. Null where they leave several or contradict each other.
 */
export function numericOrderOf(texts: Iterable<string>): NumericOrder | null {
  const dates: (DateParts & { readonly alternatives: readonly Alternative[] })[] = [];
  for (const text of texts) {
    const parts = matchDateParts(fold(text).toLowerCase())?.parts;
    const { alternatives = null } = parts ?? {};
    if (parts && alternatives && alternatives.length > 0) dates.push({ ...parts, alternatives });
  }
  const dayIn = (order: NumericOrder, { alternatives }: (typeof dates)[number]) =>
    alternatives.find((one) => one.order === order)?.date ?? null;
  const orders = (['year-first', 'day-first', 'month-first', 'era'] as const).filter(
    (order) =>
      dates.length > 0 &&
      dates.every((each) => {
        const day = dayIn(order, each);
        return day !== null && (each.weekday === null || weekdayOf(day) === each.weekday);
      }),
  );
  return onlyOne(orders) ?? onlyOne(orders.filter((order) => inSequence(dates.map((each) => dayIn(order, each)))));
}

function onlyOne(orders: readonly NumericOrder[]): NumericOrder | null {
  const [first, second] = orders;
  return second === undefined ? (first ?? null) : null;
}

function inSequence(days: readonly (CalendarDate | null)[]): boolean {
  let different = 1;
  let last: CalendarDate | null = null;
  for (const day of days) {
    if (day === null) return false;
    const step = last === null ? 0 : compareDates(day, last);
    if (step < 0) return false;
    if (step > 0) different += 1;
    last = day;
  }
  return different >= FEWEST_IN_SEQUENCE;
}
