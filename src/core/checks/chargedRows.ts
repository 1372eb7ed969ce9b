import { countDays, dayCountOffset } from '../rules/dayCount';
import { chargedPeriod, type ProratedPeriod } from '../rules/proratedPeriod';
import { LARGEST_AMOUNT } from '../rules/prorate';
import { prorationShape, type ProrationShape } from '../rules/prorationShape';
import type { ProrationRule } from '../rules/proration';
import { countThirtyDays } from '../rules/yearBases';
import type { Table } from '../tables/document';
import { type CalendarDate, compareDates, dayNumber, daysBetween } from '../values/calendar';
import type { Decimal } from '../values/decimal';
import { type RowPeriod, rowPeriods } from './periods';
import type { ResolvedTerms } from './terms';

/** A detail row whose amount may follow from a fee: its days, and which calendar days they are where both dates are known. */
export interface ChargedRow {
  /** Index into the table's rows. */
  readonly index: number;
  readonly amount: Decimal;
  /** The amount's magnitude as a whole number. */
  readonly magnitude: number;
  readonly days: number;
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
}

/**
 * The rows of a table that a pro-rata rule may stand behind: a whole-yen amount other than zero, and days, printed or counted.
 * Days that no convention counts from the dates are taken from the dates.
 */
export function chargedRows(table: Table, terms: ResolvedTerms): ChargedRow[] {
  const periods = new Map(rowPeriods(table, terms.incidentDate).map((period) => [period.index, period]));
  return table.rows.flatMap((row, index): ChargedRow[] => {
    const amount = row.amount?.value;
    if (!amount || amount.isZero() || !amount.isInteger() || amount.abs().greaterThan(LARGEST_AMOUNT)) return [];
    const period = periods.get(index);
    const days = period ? daysOf(period, terms) : wholeDays(row.days?.value ?? null);
    if (days === null || days < 1) return [];
    // Days in months of thirty are no days of the calendar.
    const start = (table.thirtyDays ? null : period?.start) ?? null;
    const end = (table.thirtyDays ? null : period?.end) ?? null;
    return [{ index, amount, magnitude: amount.abs().toNumber(), days, start, end }];
  });
}

function wholeDays(days: Decimal | null): number | null {
  return days?.isInteger() && days.lessThan(100_000) ? days.toNumber() : null;
}

function daysOf(period: RowPeriod, terms: ResolvedTerms): number | null {
  if (compareDates(period.end, period.start) < 0) return null;
  const printed = wholeDays(period.days?.value ?? null);
  const { thirtyDays } = period.table;
  if (thirtyDays) return printed ?? countThirtyDays(period.start, period.end, thirtyDays);
  const offset = printed === null ? null : printed - daysBetween(period.start, period.end);
  if (printed !== null && offset !== null && offset >= -1 && offset <= 1) return printed;
  return countDays(period.start, period.end, terms.dayCount?.value ?? 'start-in-end-out');
}

/** The row with the days that the document's own convention counts, whatever is printed. */
export function withDaysOfDates(row: ChargedRow, terms: ResolvedTerms): ChargedRow {
  if (!row.start || !row.end) return row;
  return {
    ...row,
    days: daysBetween(row.start, row.end) + dayCountOffset(terms.dayCount?.value ?? 'start-in-end-out'),
  };
}

/** The calendar days that a row charges under a rule; null where its dates are not known. */
export function periodOf(row: ChargedRow, firstDay: 'in' | 'out'): ProratedPeriod | null {
  return row.start && row.end ? chargedPeriod(row.start, row.end, row.days, firstDay) : null;
}

/** A rule's shapes over the rows of a table, in their order; null where the rule needs dates that a row has not. */
export type ShapesOf = (rule: ProrationRule) => readonly (ProrationShape | null)[];

/**
 * Gives every rule's shapes over the rows. Rules and rows that share a shape share the work, and rules whose shapes are the same over all
 * rows are given the same array.
 */
export function shapesOver(rows: readonly ChargedRow[]): ShapesOf {
  const firstAlike = new Map<string, number>();
  const alike = rows.map((row, position) => {
    const dates = [row.start, row.end].map((date) => (date ? dayNumber(date) : ''));
    const key = `${row.days} ${dates.join(' ')}`;
    const first = firstAlike.get(key) ?? position;
    firstAlike.set(key, first);
    return first;
  });
  const overDistinct = <T>(make: (row: ChargedRow, position: number) => T): T[] => {
    const made: T[] = [];
    rows.forEach((row, position) => {
      const first = alike[position] ?? position;
      const known = made[first];
      made.push(first < position && known !== undefined ? known : make(row, position));
    });
    return made;
  };
  const periods = {
    in: overDistinct((row) => periodOf(row, 'in')),
    out: overDistinct((row) => periodOf(row, 'out')),
  };
  const shapes = new Map<string, readonly (ProrationShape | null)[]>();
  const distinct = new Map<string, readonly (ProrationShape | null)[]>();
  return (rule) => {
    const key = `${rule.family} ${rule.rounded} ${rule.firstDay}`;
    const known = shapes.get(key);
    if (known) return known;
    const own = periods[rule.firstDay];
    const made = overDistinct((row, position) =>
      prorationShape(rule.family, rule.rounded, own[position] ?? null, row.days),
    );
    const content = JSON.stringify(made.filter((_, position) => alike[position] === position));
    const same = distinct.get(content) ?? made;
    distinct.set(content, same);
    shapes.set(key, same);
    return same;
  };
}
