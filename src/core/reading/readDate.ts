import type { CalendarDate } from '../values/calendar';
import { type DateParts, type MatchedParts, matchDateParts, matchDayOnly } from './dateParts';
import { fold } from './fold';
import type { DatePrecision, DateReading, UnreadableReason } from './readings';
import { type DateContext, endsBefore, type SettledPoint, settleParts } from './settleDate';

export { type DateContext, NO_CONTEXT } from './settleDate';

/** A date or range at a place of a text: how long its print is, and what it says or why it cannot be read. */
export interface DateMatch {
  readonly index: number;
  readonly length: number;
  readonly reading: DateReading | UnreadableReason;
}

const RANGE_SIGN = /^ ?(?:~|-|ー|から|より|to\b|until\b|through\b) ?/;
const RANGE_END = /^ ?(?:まで|迄)/;
const FROM_BEFORE = /^(?:from |between )/;

/**
 * Reads a text that is a date or a range of dates and nothing else.
 *
 * Forms: `2019/12/26`, `令和元年12月26日`, `R2.6.9`, `令和2年(2020年)6月9日`, `12月4日（水）`, `12/4`, `同日`, `同30日`, `2月下旬`, `3月頃`, `5月以降`,
 * `2019年度`, `12月18日～2020年3月下旬`, `Dec 4, 2019`. Years that are not printed come from `context`.
 *
 * @returns the reading, or why there is none: `not-a-date`, `impossible-date` (2月30日, 令和元年4月), `ambiguous-date` (`4/12/2019`), `no-year`.
 */
export function readDate(text: string, context: DateContext): DateReading | UnreadableReason {
  const trimmed = text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
  const match = matchDate(trimmed, context);
  return match && match.length === trimmed.length ? match.reading : 'not-a-date';
}

/** Matches a date or range at the very beginning of a text; null where none begins there. */
export function matchDate(text: string, context: DateContext): DateMatch | null {
  return matchFolded(fold(text).toLowerCase(), text, 0, context);
}

/** Finds every printed date in a running text, from left to right. Each is read with the context that was given. */
export function datesIn(text: string, context: DateContext): DateMatch[] {
  const folded = fold(text).toLowerCase();
  const found: DateMatch[] = [];
  let index = 0;
  while (index < folded.length) {
    const begins = /[\d令平昭大明同翌前rhstmjfandoqwseluc約㋿㍻]/.test(folded[index] ?? '');
    const wordGoesOn = /[\da-z.]/.test(folded[index] ?? '') && /[\da-z.,/]/.test(folded[index - 1] ?? '');
    const match = begins && !wordGoesOn ? matchFolded(folded, text, index, context) : null;
    if (match) {
      found.push(match);
      index += match.length;
    } else {
      index += 1;
    }
  }
  return found;
}

function matchFolded(folded: string, original: string, index: number, context: DateContext): DateMatch | null {
  const text = folded.slice(index, index + 120);
  const lead = FROM_BEFORE.exec(text)?.[0].length ?? 0;
  const first = matchDateParts(text.slice(lead));
  if (!first) return null;
  let length = lead + first.length;
  let second: MatchedParts | null = null;
  let open = false;
  const sign = RANGE_SIGN.exec(text.slice(length));
  if (sign && isPoint(first.parts)) {
    const rest = text.slice(length + sign[0].length);
    const slashed = /^\d{1,4}\/\d/.test(text.slice(lead));
    second = matchDateParts(rest) ?? matchDayOnly(rest, slashed);
    open = second === null && /^(?:から|より|~)/.test(sign[0].trim());
    if (second) {
      length += sign[0].length + second.length;
      length += RANGE_END.exec(text.slice(length))?.[0].length ?? 0;
    } else if (open) {
      length += sign[0].trimEnd().length;
    }
  }
  const printed = original.slice(index, index + length);
  return { index, length, reading: settle(first.parts, second?.parts ?? null, open, printed, context) };
}

/** 以降 and まで are ranges by themselves. */
function isPoint(parts: DateParts): boolean {
  return parts.loosening === null || parts.loosening === 'about';
}

function settle(
  first: DateParts,
  second: DateParts | null,
  open: boolean,
  printed: string,
  context: DateContext,
): DateReading | UnreadableReason {
  const start = settleParts(first, context);
  if (typeof start === 'string') return start;
  if (second === null) return single(start, open ? 'from' : first.loosening, printed);
  const end = settleEnd(second, start, context);
  if (typeof end === 'string') return end;
  return {
    start: start.start,
    startPrecision: first.loosening === 'about' ? 'about' : start.precision,
    end: end.end,
    endPrecision: second.loosening === 'about' ? 'about' : end.precision,
    printed,
    inferredYear:
      start.inferredYear || (end.inferredYear && second.year === null && second.era === null && start.inferredYear),
    wrongWeekday: start.wrongWeekday ?? end.wrongWeekday,
  };
}

/** The end of a range takes year and month from its start, and the next year where it would lie before it. */
function settleEnd(parts: DateParts, start: SettledPoint, context: DateContext): SettledPoint | UnreadableReason {
  const near: DateContext = { year: start.start.year, fiscal: false, previous: start.start };
  const end = settleParts(parts, near);
  if (typeof end === 'string') return end;
  if (!end.inferredYear || !endsBefore(end.end, start.start)) return end;
  if (parts.month === null) return 'impossible-date';
  return settleParts(parts, { ...context, year: start.start.year + 1, fiscal: false });
}

function single(point: SettledPoint, loosening: DateParts['loosening'], printed: string): DateReading {
  const start: CalendarDate = point.start;
  const { inferredYear, wrongWeekday } = point;
  if (loosening === 'from') {
    return { start, startPrecision: 'from', end: null, endPrecision: 'from', printed, inferredYear, wrongWeekday };
  }
  const precision: DatePrecision = loosening ?? point.precision;
  return {
    start,
    startPrecision: precision,
    end: point.end,
    endPrecision: precision,
    printed,
    inferredYear,
    wrongWeekday,
  };
}
