import { datesIn } from '../../reading/readDate';
import type { DateReading } from '../../reading/readings';
import { type CalendarDate, daysBetween } from '../../values/calendar';
import { answersLetter } from '../words/courseWords';

/** A letter is answered within half a year; a printed day and month are the nearest of that name. */
const LONGEST_WAIT = 183;

/** The dates of the letters that a text says it answers or was given: 12月10日付け照会への回答. Days only; years that are not printed are the nearest to `near`. */
export function answeredLetters(text: string, near: CalendarDate): DateReading[] {
  return text.split(/[\n。]/).flatMap((sentence) => {
    const years = [near.year, near.year - 1, near.year + 1].map((year) =>
      datesIn(sentence, { year, fiscal: false, previous: null }),
    );
    return (years[0] ?? []).flatMap(({ index }) => {
      if (!answersLetter(sentence, index)) return [];
      const readings = years.flatMap((found) => {
        const reading = found.find((one) => one.index === index)?.reading;
        return reading && typeof reading !== 'string' && reading.startPrecision === 'day' ? [reading] : [];
      });
      const far = (reading: DateReading) => Math.abs(daysBetween(near, reading.start));
      const [nearest] = readings.sort((a, b) => far(a) - far(b));
      return nearest && (!nearest.inferredYear || far(nearest) <= LONGEST_WAIT) ? [nearest] : [];
    });
  });
}
