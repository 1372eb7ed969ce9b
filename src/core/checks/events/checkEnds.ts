import type { Document } from '../../tables/document';
import { compareDates } from '../../values/calendar';
import { draft, type DraftFinding } from '../draft';
import { message } from '../message';

/**
 * Second dates of a row that lie before its first: an end before its beginning, an answer before the question. Where the
 * headings name what comes before what and both years are printed, one of the dates is wrong; else that is possible.
 */
export function checkEnds(document: Document): DraftFinding[] {
  return document.timeline.flatMap(({ cell, reading, heading, until }) => {
    if (!until || compareDates(until.reading.end ?? until.reading.start, reading.start) >= 0) return [];
    const certain = until.follows && !until.reading.inferredYear && !reading.inferredYear;
    const params = { date: until.reading.printed, start: reading.printed, startCell: cell };
    return [
      draft({
        kind: 'order',
        cell: until.cell,
        textual: until.textual,
        verdict: certain ? 'disagrees' : 'possible',
        message: until.follows
          ? message('order.end-before-start-headed', { ...params, heading: until.heading, startHeading: heading })
          : message('order.end-before-start', params),
      }),
    ];
  });
}
