import type { DateReading } from '../reading/readings';
import type { Figure, Table, TableRow } from '../tables/document';
import type { CalendarDate } from '../values/calendar';
import type { ResolvedTerms } from './terms';

/** Where a period's start came from: the row's own cell, or the incident date. */
export type StartSource = 'row' | 'incident';

/** A detail row with its period and its printed days. */
export interface RowPeriod {
  readonly table: Table;
  /** Index into the table's rows. */
  readonly index: number;
  readonly row: TableRow;
  readonly days: Figure | null;
  readonly start: CalendarDate;
  readonly startSource: StartSource;
  readonly end: CalendarDate;
}

/** The one day that a reading names as a start; null for a vague one. */
export function startDay(reading: DateReading): CalendarDate | null {
  return reading.startPrecision === 'day' ? reading.start : null;
}

/** The one day that a reading names as an end; null for a vague or open one. */
export function endDay(reading: DateReading): CalendarDate | null {
  return reading.endPrecision === 'day' ? reading.end : null;
}

/** Rows that have both ends of their period, each one exact day. */
export function rowPeriods(table: Table, incidentDate: ResolvedTerms['incidentDate']): RowPeriod[] {
  return table.rows.flatMap((row, index) => {
    const start = row.start ? startDay(row.start.reading) : (incidentDate?.value ?? null);
    const end = row.restored ? endDay(row.restored.reading) : null;
    if (!start || !end) return [];
    return [{ table, index, row, days: row.days, start, startSource: row.start ? 'row' : 'incident', end }];
  });
}
