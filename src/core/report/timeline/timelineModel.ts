import type { Verification } from '../../checks/verification';
import type { DateReading } from '../../reading/readings';
import type { DateCell, TableRow, TimelineEvent } from '../../tables/document';
import { type CalendarDate, compareDates, daysBetween } from '../../values/calendar';

/** A system's outage: from its start, or from the incident, until the day it was restored. */
export interface Outage {
  readonly row: TableRow;
  /** Null: the incident date is the start. */
  readonly start: DateCell | null;
  readonly startDate: CalendarDate;
  readonly restored: DateCell;
}

export interface TimelineModel {
  /** By start, then by end, then as they stand in the workbook. */
  readonly events: readonly TimelineEvent[];
  readonly outages: readonly Outage[];
}

export function timelineModel(verification: Verification): TimelineModel {
  const { document, terms } = verification;
  const events = document.timeline
    .map((event, index) => ({ event, index }))
    .sort(
      (a, b) =>
        compareDates(a.event.reading.start, b.event.reading.start) ||
        compareDates(lastDay(a.event.reading), lastDay(b.event.reading)) ||
        a.index - b.index,
    )
    .map(({ event }) => event);
  const incident = terms.incidentDate?.value ?? null;
  const outages = document.tables.flatMap((table) =>
    table.rows.flatMap((row): Outage[] => {
      const startDate = row.start?.reading.start ?? incident;
      const { restored } = row;
      if (!restored || !startDate || restored.reading.startPrecision !== 'day') return [];
      return [{ row, start: row.start, startDate, restored }];
    }),
  );
  return { events, outages };
}

/** The last day that a reading may mean; its first where it is open. */
export function lastDay(reading: DateReading): CalendarDate {
  return reading.end ?? reading.start;
}

const LONGEST_PERIOD = {
  third: 11,
  'half-month': 16,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
  'fiscal-year': 366,
} as const;

/** Whether a reading is one vague date (2月下旬), not a range of two: its length says how vague it is, not how long something took. */
export function isVaguePoint(reading: DateReading): boolean {
  const { startPrecision, endPrecision, start, end } = reading;
  if (!end || startPrecision !== endPrecision || !(startPrecision in LONGEST_PERIOD)) return false;
  return daysBetween(start, end) < LONGEST_PERIOD[startPrecision as keyof typeof LONGEST_PERIOD];
}
