import { type CalendarDate, compareDates, daysBetween } from '../values/calendar';
import { type DateParts, type MatchedParts, matchDateParts, matchEndOnly } from './dateParts';
import { fold } from './fold';
import type { DatePrecision, DateReading, UnreadableReason } from './readings';
import { type DateContext, NO_CONTEXT, type SettledPoint, settleParts } from './settleDate';

export { type DateContext, NO_CONTEXT } from './settleDate';

/** A date or range at a place of a text: how long its print is, and what it says or why it cannot be read. */
export interface DateMatch {
  readonly index: number;
  readonly length: number;
  readonly reading: DateReading | UnreadableReason;
}

const RANGE_SIGN = /^ ?(?:~|-|ー|から|より|ないし|乃至|至|to\b|until\b|till\b|through\b|thru\b|and\b) ?/;
/** Between two dates of ISO 8601 only. */
const ISO_RANGE_SIGN = /^\/(?=\d)/;
const RANGE_END = /^ ?(?:まで|迄)/;
const FROM_BEFORE = /^(?:from |between |自 ?)/;
/** Where a range is still open, or its end not known. */
const OPEN_END =
  /^(?:現在(?:まで|に至る)?|今日(?:まで)?|本日(?:まで)?|継続中|未定|present\b|ongoing\b|today\b|now\b|date\b)/;
const ENCLOSED = /^(?:[(（].*[)）]|「.*」|【.*】|[[［].*[\]］])$/;

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
  if (match && match.length === trimmed.length) return match.reading;
  // A date in brackets is one where nothing has to be added: (1/2) numbers a page.
  if (!ENCLOSED.test(trimmed)) return 'not-a-date';
  const inside = readDate(trimmed.slice(1, -1), NO_CONTEXT);
  return inside === 'no-year' || inside === 'ambiguous-date' ? 'not-a-date' : inside;
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
    const begins = /[\d'’令平昭大明同翌前自二一三四五六七八九十rhstmjfandoqwselucb約㋿㍻]/.test(folded[index] ?? '');
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
  const before = FROM_BEFORE.exec(text)?.[0] ?? '';
  const first = matchDateParts(text.slice(before.length));
  if (!first) return null;
  let length = before.length + first.length;
  const again = isPoint(first.parts) ? restated(first.parts, text.slice(length)) : null;
  length += again?.length ?? 0;
  let second: MatchedParts | null = null;
  let endAgain: MatchedParts | null = null;
  let open = before !== '';
  const sign = signOfRange(text.slice(length), first, before);
  if (sign !== null && isPoint(first.parts)) {
    const rest = text.slice(length + sign.length);
    second = endOfRange(rest, sign, first, text.slice(before.length));
    const until = OPEN_END.exec(rest)?.[0];
    if (second) {
      length += sign.length + second.length;
      endAgain = restated(second.parts, text.slice(length));
      length += endAgain?.length ?? 0;
      length += RANGE_END.exec(text.slice(length))?.[0].length ?? 0;
    } else if (until !== undefined) {
      open = true;
      length += sign.length + until.length;
    } else if (/^(?:から|より|~)/.test(sign.trim())) {
      open = true;
      length += sign.trimEnd().length;
    }
  }
  if (second === null && lacksMonth(first.parts)) return null;
  const printed = original.slice(index, index + length);
  const reading = settle(first.parts, second?.parts ?? null, open, printed, context);
  const agreed = agrees(reading, again?.parts ?? null, endAgain?.parts ?? null, context);
  return { index, length, reading: agreed ? reading : 'impossible-date' };
}

function signOfRange(text: string, first: MatchedParts, before: string): string | null {
  const sign = (RANGE_SIGN.exec(text) ?? (first.separator === '-' ? ISO_RANGE_SIGN.exec(text) : null))?.[0] ?? null;
  return sign?.trim() === 'and' && before.trim() !== 'between' ? null : sign;
}

/** Bare numbers end a range whose start stands in numbers or has an English month. */
function endOfRange(rest: string, sign: string, first: MatchedParts, text: string): MatchedParts | null {
  const numeric = first.separator !== null || /[a-z]{3}/.test(text.slice(0, first.length));
  // 12/4 - 3 systems down
  const goesOn = /^ /.test(sign) && !/^\d{1,2}(?:st|nd|rd|th)?(?:$|[^\d ]|, \d{4}| \()/.test(rest);
  const bare = first.parts.day !== null && numeric && !goesOn;
  return endInEra(rest, first) ?? matchDateParts(rest) ?? matchEndOnly(rest, first.separator, bare);
}

/** What begins with a year of the start's era, of as many parts as the start: 令和元年12月4日～2年3月31日, R1.12～2.3. */
const YEAR_CARRIED = {
  day: /^(元|\d{1,2})(?: ?年 ?\d{1,2} ?月|([./])\d{1,2}\2\d{1,2}(?![\d./]))/,
  month: /^(元|\d{1,2})(?: ?年 ?\d{1,2} ?月|[./]\d{1,2}(?![\d./]))/,
  year: /^(元|\d{1,2}) ?年(?!間)/,
};

/** The end of a range whose era is that of its start, and not printed again. An earlier year of it is no such end. */
function endInEra(rest: string, { parts }: MatchedParts): MatchedParts | null {
  if (parts.era === null) return null;
  const pattern = YEAR_CARRIED[parts.day !== null ? 'day' : parts.month !== null ? 'month' : 'year'];
  const year = pattern.exec(rest)?.[1];
  if (year === undefined || Number(year === '元' ? 1 : year) < Number(parts.eraYear === '元' ? 1 : parts.eraYear))
    return null;
  const end = matchDateParts(parts.era + rest);
  return end && { ...end, length: end.length - parts.era.length };
}

/** The same date once more in brackets, in another calendar: 令和元年12月4日(2019年12月4日). */
function restated(parts: DateParts, text: string): MatchedParts | null {
  const opening = /^ ?\( ?/.exec(text)?.[0];
  if (opening === undefined) return null;
  const inside = matchDateParts(text.slice(opening.length));
  const closing = inside && /^ ?\)/.exec(text.slice(opening.length + inside.length))?.[0];
  if (!inside || !closing || !hasYear(parts) || !hasYear(inside.parts)) return null;
  if (parts.era === inside.parts.era) return null;
  return { ...inside, length: opening.length + inside.length + closing.length };
}

/** Two prints of one date are one date or none: whether those in brackets say what stands before them. */
function agrees(
  reading: DateReading | UnreadableReason,
  startAgain: DateParts | null,
  endAgain: DateParts | null,
  context: DateContext,
): boolean {
  if (typeof reading === 'string') return true;
  const start = startAgain && settleParts(startAgain, context);
  const end = endAgain && settleParts(endAgain, context);
  if (typeof start === 'string' || typeof end === 'string') return false;
  if (start && compareDates(start.start, reading.start) !== 0) return false;
  return !end || (reading.end !== null && compareDates(end.end, reading.end) === 0);
}

function hasYear(parts: DateParts): boolean {
  return parts.year !== null || parts.era !== null;
}

/** 4 in `4–9 December`: no date without its end. */
function lacksMonth(parts: DateParts): boolean {
  return parts.day !== null && parts.month === null && parts.monthShift === null && parts.dayShift === null;
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
  if (second === null) {
    const point = settleParts(first, context);
    if (typeof point === 'string') return point;
    return single(point, open ? 'from' : first.loosening, printed);
  }
  const start = settleStart(first, second, context);
  if (typeof start === 'string') return start;
  const end = settleEnd(second, start, context);
  if (typeof end === 'string') return end;
  if (compareDates(end.end, start.start) < 0) return 'reversed-range';
  return {
    start: start.start,
    startPrecision: first.loosening === 'about' ? 'about' : start.precision,
    end: end.end,
    endPrecision: second.loosening === 'about' ? 'about' : end.precision,
    printed,
    inferredYear: start.inferredYear,
    wrongWeekday: start.wrongWeekday ?? end.wrongWeekday,
  };
}

/**
 * The start of a range takes from its end what is printed there once for both: 4–9 December 2019, Dec 4–9, 2019, 2019～2021年度.
 * A start with a month of its own and no year lies in the year of a heading, else in the last year before the end.
 */
function settleStart(first: DateParts, second: DateParts, context: DateContext): SettledPoint | UnreadableReason {
  const { year, era, eraYear } = second;
  if (lacksMonth(first)) return settleParts({ ...first, year, era, eraYear, month: second.month }, context);
  if (hasYear(first)) {
    const yearsAlone = second.fiscal && first.month === null && first.quarter === null;
    return settleParts(yearsAlone ? { ...first, fiscal: true } : first, context);
  }
  if (!hasYear(second) || first.month === null) return settleParts(first, context);
  if (second.month === null && second.day !== null) return settleParts({ ...first, year }, context);
  const end = settleParts(second, context);
  if (typeof end === 'string') return end;
  const inYear = (number: number) => settleParts(first, { ...context, year: number, fiscal: false });
  const underHeading = context.year === null ? null : settleParts(first, context);
  if (underHeading !== null && typeof underHeading !== 'string' && compareDates(underHeading.start, end.end) <= 0) {
    return underHeading;
  }
  const sameYear = inYear(end.end.year);
  if (typeof sameYear === 'string' || compareDates(sameYear.start, end.end) <= 0) return sameYear;
  return inYear(end.end.year - 1);
}

/** The end of a range takes year and month from its start, and the next year where it would lie before it. */
function settleEnd(parts: DateParts, start: SettledPoint, context: DateContext): SettledPoint | UnreadableReason {
  const near: DateContext = { ...context, year: start.start.year, fiscal: false, previous: start.start };
  const end = settleParts(parts, near);
  const nextYear = () => settleParts(parts, { ...context, year: start.start.year + 1, fiscal: false });
  // 1999年5月11日～2月29日: the day that the start's year does not have is one of the next.
  const earlier =
    parts.month !== null && parts.month < start.start.month && !hasYear(parts) && parts.yearShift === null;
  if (end === 'impossible-date' && earlier) return nextYear();
  if (typeof end === 'string' || !end.inferredYear || compareDates(end.end, start.start) >= 0) return end;
  // 12月9日～12月4日 is a slip rather than 361 days; a whole year ends on the day before its own.
  const sameMonth = parts.month === null || parts.month === start.start.month;
  if (sameMonth && daysBetween(end.end, start.start) > 1) return 'reversed-range';
  return nextYear();
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
