import type { DateCell, Document } from '../tables/document';
import { weekdayOf } from '../values/calendar';
import { modulo } from '../values/integers';
import { draft, type DraftFinding } from './draft';
import { message } from './message';

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** Printed weekdays that are not the weekday of their date, in tables and among the events. */
export function checkWeekdays(document: Document): DraftFinding[] {
  const dates: DateCell[] = [
    ...document.tables
      .flatMap((table) => table.rows)
      .flatMap((row) => [row.start, row.restored])
      .flatMap((cell) => cell ?? []),
    ...document.timeline.flatMap((event) => [event, ...(event.until ? [event.until] : [])]),
  ];
  const seen = new Set<string>();
  return dates.flatMap(({ cell, reading, textual }) => {
    const key = `${cell.sheet}!${cell.row},${cell.column}`;
    if (reading.wrongWeekday === null || seen.has(key)) return [];
    seen.add(key);
    return [
      draft({
        kind: 'date',
        cell,
        textual,
        verdict: 'disagrees',
        message: message('date.wrong-weekday', {
          printed: reading.printed,
          date: reading.start,
          actual: message(`weekday.${weekday(weekdayOf(reading.start))}`),
          stated: message(`weekday.${weekday(reading.wrongWeekday)}`),
        }),
      }),
    ];
  });
}

function weekday(number: number): Weekday {
  return WEEKDAYS[modulo(number, 7)] ?? 0;
}
