import type { Document } from '../../tables/document';
import { compareDates } from '../../values/calendar';
import { draft, type DraftFinding } from '../draft';
import { message } from '../message';

/** Events that answer, or were given, a letter whose date is later than theirs. Only possible faults: either date may be the wrong one. */
export function checkAnswers(document: Document): DraftFinding[] {
  return document.timeline.flatMap(({ cell, textual, reading, answers }) =>
    answers
      .filter((letter) => reading.end !== null && compareDates(reading.end, letter.start) < 0)
      .map((letter) =>
        draft({
          kind: 'order',
          cell,
          textual,
          verdict: 'possible',
          message: message('order.answer-before-letter', { date: reading.printed, letter: letter.printed }),
        }),
      ),
  );
}
