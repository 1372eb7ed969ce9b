import type { DateReading } from '../../reading/readings';
import type { Document } from '../../tables/document';
import { type CalendarDate, compareDates } from '../../values/calendar';
import { draft, type DraftFinding } from '../draft';
import { message } from '../message';

/** Dates with a printed year that lie wholly outside of the fiscal year (April to March) they stand under. Possible faults. */
export function checkFiscalYears(document: Document): DraftFinding[] {
  return document.timeline.flatMap(({ cell, textual, reading, under }) => {
    if (!under || reading.inferredYear) return [];
    const first = { year: under.year, month: 4, day: 1 };
    const last = { year: under.year + 1, month: 3, day: 31 };
    if (!liesOutside(reading, first, last)) return [];
    return [
      draft({
        kind: 'date',
        cell,
        textual,
        verdict: 'possible',
        message: message('date.outside-fiscal-year', {
          date: reading.printed,
          heading: under.printed,
          headingCell: under.cell,
          first,
          last,
        }),
      }),
    ];
  });
}

/** An open end may lie anywhere after the start. */
function liesOutside({ start, end }: DateReading, first: CalendarDate, last: CalendarDate): boolean {
  return compareDates(start, last) > 0 || (end !== null && compareDates(end, first) < 0);
}
