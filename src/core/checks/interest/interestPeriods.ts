import { countDays, type DayCountRule, dayCountOffset } from '../../rules/dayCount';
import type { InterestPeriod } from '../../rules/interest';
import type { InterestRow, Table, TableRow } from '../../tables/document';
import { addDays, type CalendarDate, compareDates, daysBetween } from '../../values/calendar';
import type { Message } from '../finding';
import { message } from '../message';
import { endDay, startDay } from '../periods';
import type { ResolvedTerms, Term } from '../terms';

/** A row of a table of interest with its dates, each one exact day or null. */
export interface DatedInterest {
  readonly index: number;
  readonly row: TableRow;
  readonly interest: InterestRow;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** The rows of a table of interest. */
export function interestRows(table: Table): DatedInterest[] {
  return table.rows.flatMap((row, index) => {
    const { interest } = row;
    if (!interest) return [];
    const from = interest.from && startDay(interest.from.reading);
    return [{ index, row, interest, from, to: interest.to && endDay(interest.to.reading) }];
  });
}

/** The first day of delay, which the statutory rate depends on: the day after the due date, or the first day that bears interest. */
export function firstDayOfDelay({ from, interest }: DatedInterest): CalendarDate | null {
  return from && (interest.fromIs === 'due' ? addDays(from, 1) : from);
}

/** The conventions, the usual one first: interest runs from the day after the due date (民法140条), or from the first day, to the day of payment. */
export function conventionsFor(fromIs: InterestRow['fromIs']): readonly DayCountRule[] {
  return fromIs === 'due' ? ['start-out-end-in', 'both-in', 'both-out'] : ['both-in', 'start-in-end-out', 'both-out'];
}

/** The convention that days of interest are counted by: the user's, the one that most printed days follow, or the usual one. */
export function interestDayCount(rows: readonly DatedInterest[], terms: ResolvedTerms): Term<DayCountRule> {
  if (terms.dayCount?.source.kind === 'user') return terms.dayCount;
  const conventions = conventionsFor(rows[0]?.interest.fromIs ?? 'due');
  const offsets = rows.flatMap(({ from, to, interest }) =>
    from && to && interest.days ? [interest.days.value.minus(daysBetween(from, to)).toNumber()] : [],
  );
  let best: { readonly rule: DayCountRule; readonly supporting: number } | null = null;
  for (const rule of conventions) {
    const supporting = offsets.filter((offset) => offset === dayCountOffset(rule)).length;
    if (supporting > (best?.supporting ?? 0)) best = { rule, supporting };
  }
  if (best) return { value: best.rule, source: { kind: 'inferred', supporting: best.supporting, of: offsets.length } };
  return { value: conventions[0] ?? 'start-out-end-in', source: { kind: 'default' } };
}

export interface CountedDays {
  readonly days: number;
  /** Counted here from the dates, not printed. */
  readonly counted: boolean;
  /** The days that bear interest; null without dates. */
  readonly period: InterestPeriod | null;
}

/** The days of a row, as printed or else counted under a convention; why there are none where there are none. */
export function countedDays(
  { interest, from, to }: DatedInterest,
  dayCount: DayCountRule,
): CountedDays | { readonly reason: Message } {
  const printed = interest.days?.value ?? null;
  if (printed && (!printed.isInteger() || printed.isNegative() || printed.greaterThan(100_000))) {
    return { reason: message('reason.days-not-of-dates') };
  }
  if (!printed && (!from || !to)) return { reason: missingDate(interest) };
  // Paid by the due date: no delay, no interest.
  const early = from && to && compareDates(to, from) < 0;
  const counted = from && to ? Math.max(0, countDays(from, to, dayCount)) : 0;
  const days = printed ? printed.toNumber() : counted;
  const lastOut = dayCount === 'start-in-end-out' || dayCount === 'both-out';
  const last = to && !early && days > 0 ? addDays(to, lastOut ? -1 : 0) : null;
  return { days, counted: !printed, period: last && { first: addDays(last, 1 - days), last } };
}

function missingDate({ from, to }: InterestRow): Message {
  const vague = [from && !startDay(from.reading) ? from : null, to && !endDay(to.reading) ? to : null].find(
    (cell) => cell !== null,
  );
  if (vague) return message('reason.vague-date', { printed: vague.reading.printed });
  return message(from ? 'reason.no-payment-date' : 'reason.no-due-date');
}
