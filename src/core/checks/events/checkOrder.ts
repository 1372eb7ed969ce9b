import type { DateReading } from '../../reading/readings';
import type { Document, TimelineEvent } from '../../tables/document';
import { type CalendarDate, compareDates } from '../../values/calendar';
import { groupBy } from '../../values/grouping';
import { draft, type DraftFinding } from '../draft';
import { message } from '../message';

/**
 * Events that stand after a later one in the same course of events. Only possible faults: a document may group its events otherwise. A vague date is out
 * of order only when its last possible day is. A sheet that runs from the latest event to the earliest is read that way.
 */
export function checkOrder(document: Document): DraftFinding[] {
  const courses = groupBy(document.timeline, ({ cell, course }) => `${course} ${cell.sheet}`);
  return [...courses.values()].flatMap((events) => {
    const inSheetOrder = [...events].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
    return runsBackwards(inSheetOrder) ? [] : outOfOrder(inSheetOrder);
  });
}

function runsBackwards(events: readonly TimelineEvent[]): boolean {
  let steps = 0;
  events.forEach((event, index) => {
    const next = events[index + 1];
    if (next) steps += Math.sign(compareDates(next.reading.start, event.reading.start));
  });
  return steps < 0;
}

function outOfOrder(events: readonly TimelineEvent[]): DraftFinding[] {
  const findings: DraftFinding[] = [];
  let latest: TimelineEvent | null = null;
  for (const event of events) {
    if (latest && compareDates(lastPossibleStart(event.reading), latest.reading.start) < 0) {
      findings.push(
        draft({
          kind: 'order',
          cell: event.cell,
          textual: event.textual,
          verdict: 'possible',
          message: message('order.possible', {
            date: event.reading.printed,
            previousDate: latest.reading.printed,
            previous: latest.cell,
          }),
        }),
      );
    } else {
      latest = event;
    }
  }
  return findings;
}

function lastPossibleStart({ start, startPrecision, end, endPrecision }: DateReading): CalendarDate {
  return startPrecision !== 'day' && startPrecision === endPrecision && end ? end : start;
}
