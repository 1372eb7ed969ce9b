import { countDays, dayCountOffset } from '../rules/dayCount';
import { chargedPeriod, type ProratedPeriod } from '../rules/proratedPeriod';
import { LARGEST_AMOUNT } from '../rules/prorate';
import { prorationShape, type ProrationShape } from '../rules/prorationShape';
import type { ProrationRule } from '../rules/proration';
import type { Table } from '../tables/document';
import { type CalendarDate, compareDates, daysBetween } from '../values/calendar';
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
    const start = period?.start ?? null;
    const end = period?.end ?? null;
    return [{ index, amount, magnitude: amount.abs().toNumber(), days, start, end }];
  });
}

function wholeDays(days: Decimal | null): number | null {
  return days?.isInteger() && days.lessThan(100_000) ? days.toNumber() : null;
}

function daysOf(period: RowPeriod, terms: ResolvedTerms): number | null {
  if (compareDates(period.end, period.start) < 0) return null;
  const printed = wholeDays(period.days?.value ?? null);
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

/**
 * Gives the shape of a rule over a row; null where the rule needs dates that the row has not. Keeps its results, for the
 * many rules that share a shape.
 */
export function shapeCache(): (rule: ProrationRule, row: ChargedRow) => ProrationShape | null {
  const periods = new Map<string, ProratedPeriod | null>();
  const shapes = new Map<string, ProrationShape | null>();
  const key = (row: ChargedRow) =>
    `${row.days} ${row.start ? daysBetween(ORIGIN, row.start) : ''} ${row.end ? daysBetween(ORIGIN, row.end) : ''}`;
  const keys = new Map<ChargedRow, string>();
  return (rule, row) => {
    let rowKey = keys.get(row);
    if (rowKey === undefined) {
      rowKey = key(row);
      keys.set(row, rowKey);
    }
    const shapeKey = `${rule.family} ${rule.rounded} ${rule.firstDay} ${rowKey}`;
    const known = shapes.get(shapeKey);
    if (known !== undefined) return known;
    const periodKey = `${rule.firstDay} ${rowKey}`;
    let period = periods.get(periodKey);
    if (period === undefined) {
      period = periodOf(row, rule.firstDay);
      periods.set(periodKey, period);
    }
    const shape = prorationShape(rule.family, rule.rounded, period, row.days);
    shapes.set(shapeKey, shape);
    return shape;
  };
}

const ORIGIN: CalendarDate = { year: 1970, month: 1, day: 1 };
