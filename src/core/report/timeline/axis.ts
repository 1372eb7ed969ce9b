import {
  addDays,
  type CalendarDate,
  compareDates,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  weekdayOf,
} from '../../values/calendar';
import { floorDivide, modulo } from '../../values/integers';

/** How much time one column of the bar area stands for. */
export type Scale = 'day' | 'week' | 'month' | 'year';

export interface Axis {
  readonly scale: Scale;
  /** First day of each column. */
  readonly columns: readonly CalendarDate[];
}

const MOST_DAY_COLUMNS = 45;
const MOST_COLUMNS = 60;
const DAYS_IN_WEEK = 7;

/** The columns that cover `first` … `last`: days, weeks from Monday, months or years, the finest that stays within a page's width. */
export function axisOf(first: CalendarDate, last: CalendarDate): Axis {
  const days = daysBetween(first, last) + 1;
  if (days <= MOST_DAY_COLUMNS) return { scale: 'day', columns: every(days, (index) => addDays(first, index)) };
  const monday = addDays(first, -modulo(weekdayOf(first) - 1, DAYS_IN_WEEK));
  const weeks = floorDivide(daysBetween(monday, last), DAYS_IN_WEEK) + 1;
  if (weeks <= MOST_COLUMNS) {
    return { scale: 'week', columns: every(weeks, (index) => addDays(monday, index * DAYS_IN_WEEK)) };
  }
  const monthOf = (date: CalendarDate) => date.year * 12 + date.month - 1;
  const months = monthOf(last) - monthOf(first) + 1;
  if (months <= MOST_COLUMNS) {
    const startOf = (index: number): CalendarDate => ({
      year: floorDivide(monthOf(first) + index, 12),
      month: modulo(monthOf(first) + index, 12) + 1,
      day: 1,
    });
    return { scale: 'month', columns: every(months, startOf) };
  }
  const years = last.year - first.year + 1;
  return {
    scale: 'year',
    columns: every(years < MOST_COLUMNS ? years : MOST_COLUMNS, (index) => ({
      year: first.year + index,
      month: 1,
      day: 1,
    })),
  };
}

/** The last day of the column whose first day is in the cell, as a formula. */
export function columnEndFormula(scale: Scale, cell: string): string {
  return { day: cell, week: `${cell}+6`, month: `EOMONTH(${cell},0)`, year: `DATE(YEAR(${cell}),12,31)` }[scale];
}

export interface AxisLabel {
  readonly from: number;
  readonly to: number;
  readonly year: number;
  /** Null where the columns are months or years: their labels are years. */
  readonly month: number | null;
}

/** The labels above the columns: months over days and weeks, years over months; none over years. */
export function axisLabels({ scale, columns }: Axis): AxisLabel[] {
  if (scale === 'year') return [];
  const labels: AxisLabel[] = [];
  columns.forEach(({ year, month }, index) => {
    const shown = scale === 'month' ? null : month;
    const last = labels[labels.length - 1];
    if (last && last.year === year && last.month === shown) labels[labels.length - 1] = { ...last, to: index };
    else labels.push({ from: index, to: index, year, month: shown });
  });
  return labels;
}

/** The earliest and the latest of some days; null for none. */
export function spanOf(dates: readonly CalendarDate[]): { first: CalendarDate; last: CalendarDate } | null {
  const sorted = [...dates].sort(compareDates);
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  return first && last ? { first, last } : null;
}

/** A value axis of whole steps from `first` that covers `last`, with at most about ten labels. Offsets in days. */
export function chartAxis(first: CalendarDate, last: CalendarDate): { end: CalendarDate; step: number } {
  const steps = [1, 2, 7, 14, 28, 91, 182, 365, 1826, 3652];
  const span = daysBetween(first, last);
  const step = steps.find((one) => span <= one * 10) ?? 36525;
  return { end: dateOfDayNumber(dayNumber(first) + (floorDivide(span, step) + 1) * step), step };
}

function every(count: number, make: (index: number) => CalendarDate): CalendarDate[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
