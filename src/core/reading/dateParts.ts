import { ERA_NAME } from './eras';

/** Which part of a month is meant. */
export type MonthPart = 'early' | 'middle' | 'late' | 'end';

/** How the point is loosened: 頃, 以降, まで. */
export type Loosening = 'about' | 'from' | 'until' | null;

/** One printed date, before its year is settled. Missing parts are null. */
export interface DateParts {
  readonly era: string | null;
  readonly eraYear: string | null;
  readonly year: number | null;
  readonly fiscal: boolean;
  /** 同年 is 0, 翌年 is 1, 前年 is −1, counted from the event before. */
  readonly yearShift: number | null;
  readonly quarter: number | null;
  readonly month: number | null;
  /** 同月 is 0, 翌月 is 1. */
  readonly monthShift: number | null;
  readonly day: number | null;
  /** 同日 is 0, 翌日 is 1, 前日 is −1. */
  readonly dayShift: number | null;
  readonly part: MonthPart | null;
  readonly weekday: number | null;
  readonly loosening: Loosening;
  /** A two-digit year, or a day and a month that cannot be told apart. */
  readonly ambiguous: boolean;
}

/** The parts and where they stand in the text. */
export interface MatchedParts {
  readonly parts: DateParts;
  readonly length: number;
}

const EMPTY: DateParts = {
  era: null,
  eraYear: null,
  year: null,
  fiscal: false,
  yearShift: null,
  quarter: null,
  month: null,
  monthShift: null,
  day: null,
  dayShift: null,
  part: null,
  weekday: null,
  loosening: null,
  ambiguous: false,
};

const PARTS: Readonly<Record<string, MonthPart>> = {
  上旬: 'early',
  初旬: 'early',
  中旬: 'middle',
  半ば: 'middle',
  下旬: 'late',
  末: 'end',
  early: 'early',
  mid: 'middle',
  late: 'late',
  end: 'end',
};
const SHIFTS: Readonly<Record<string, number>> = { 同: 0, 当: 0, 翌: 1, 前: -1 };
const WEEKDAYS = '日月火水木金土';
const ENGLISH_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const s = ' ?';
const ERA_YEAR = `(?<era>${ERA_NAME})${s}(?<eraYear>元|\\d{1,2})`;
const KANJI_YEAR = `(?:${ERA_YEAR}${s}年(?:${s}\\(${s}(?:西暦)?(?<insideYear>\\d{4})${s}年?${s}\\))?|(?:西暦)?(?<year>\\d{4})${s}年(?:${s}\\(${s}(?<insideEra>${ERA_NAME})${s}(?<insideEraYear>元|\\d{1,2})${s}年?${s}\\))?)`;
const JAPANESE: readonly RegExp[] = [
  new RegExp(`^${KANJI_YEAR}(?<fiscal>度)(?:${s}第${s}(?<quarter>[1-4])${s}四半期)?`),
  new RegExp(`^${KANJI_YEAR}${s}第${s}(?<quarter>[1-4])${s}四半期`),
  new RegExp(
    `^(?:${KANJI_YEAR}${s}|(?<yearWord>同|翌|前)年${s})?(?:(?<month>\\d{1,2})${s}月|(?<monthWord>同|翌|前|当)月)${s}(?:の${s})?(?:(?<day>\\d{1,2})${s}日(?!間)|(?<part>上旬|初旬|中旬|半ば|下旬|末)日?)?`,
  ),
  new RegExp(`^(?<dayWord>同|翌|前|当)日`),
  new RegExp(`^(?:同)${s}(?<day>\\d{1,2})${s}日(?!間)`),
  new RegExp(`^${KANJI_YEAR}(?!間)`),
];
const NUMERIC: readonly RegExp[] = [
  new RegExp(`^${ERA_YEAR}${s}[./-]${s}(?<month>\\d{1,2})(?:${s}[./-]${s}(?<day>\\d{1,2}))?(?![\\d/.])`),
  /^(?<year>\d{4})(?<separator>[./-]) ?(?<month>\d{1,2})\k<separator> ?(?<day>\d{1,2})(?!\d|\/)(?:t(?=\d))?/,
  /^(?<year>\d{4})\/(?<month>\d{1,2})(?![\d/])/,
  /^(?<first>\d{1,2})(?<separator>[./-])(?<second>\d{1,2})\k<separator>(?<year>\d{4})(?!\d)/,
  /^(?<first>\d{1,2})(?<separator>[./])(?<second>\d{1,2})\k<separator>(?<shortYear>\d{1,2})(?![\d/.])/,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/])/,
];
const MONTH_NAME = `(?<name>${ENGLISH_MONTHS.join('|')})[a-z]*\\.?`;
const DAY_NAME = `(?:(?<dayName>${ENGLISH_WEEKDAYS.join('|')})[a-z]*\\.?,? ?)?`;
const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `^${DAY_NAME}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: (?:of )?|-)${MONTH_NAME}(?:,? ?-?(?<year>\\d{4})(?!\\d))?(?![a-z\\d])`,
  ),
  new RegExp(`^${DAY_NAME}${MONTH_NAME} ?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:,? ?(?<year>\\d{4})(?!\\d))?`),
  new RegExp(`^(?:(?<part>early|mid|late|end)(?: of |[- ]))?${MONTH_NAME},? (?<year>\\d{4})(?!\\d)`),
  new RegExp(`^(?<part>early|mid|late|end)(?: of |[- ])${MONTH_NAME}(?![a-z])`),
  /^q(?<quarter>[1-4]) ?(?<year>\d{4})(?!\d)/,
  /^(?:fiscal year|fy) ?(?<year>\d{4})(?<fiscal>)(?!\d)/,
];

const WEEKDAY_AFTER = new RegExp(
  `^ ?(?:\\( ?(?:(?<sign>[${WEEKDAYS}])(?:曜日?|・祝|・休)?|祝・(?<festive>[${WEEKDAYS}])|(?<english>${ENGLISH_WEEKDAYS.join('|')})[a-z]*\\.?) ?\\)|(?<long>[${WEEKDAYS}])曜日?)`,
);
const CLOCK_AFTER =
  /^ ?(?:(?:午前|午後|am|pm) ?)?\d{1,2}(?::\d{2}(?::\d{2})?(?:\.\d+)?z?(?: ?[ap]m)?|時(?: ?\d{1,2} ?分|半)?)/;
const LOOSE_AFTER: readonly (readonly [RegExp, Loosening])[] = [
  [/^ ?(?:頃|ごろ|ころ)/, 'about'],
  [/^ ?(?:以降|以後|onwards?)/, 'from'],
  [/^ ?(?:まで|迄|以前)/, 'until'],
  [/^ ?(?:付け?)/, null],
];
const LOOSE_BEFORE: readonly (readonly [RegExp, Loosening])[] = [
  [/^(?:約|circa |ca\. ?|around |about )/, 'about'],
  [/^(?:since |after )/, 'from'],
  [/^(?:until |till |by |before )/, 'until'],
];

/** Matches one printed date at the beginning of a folded, lower-case text; null where none begins there. */
export function matchDateParts(text: string): MatchedParts | null {
  let length = 0;
  let loosening: Loosening = null;
  for (const [pattern, meaning] of LOOSE_BEFORE) {
    const before = pattern.exec(text);
    if (before) {
      length = before[0].length;
      loosening = meaning;
    }
  }
  const rest = text.slice(length);
  for (const pattern of [...JAPANESE, ...NUMERIC, ...ENGLISH]) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const parts = partsOf(match.groups ?? {});
    length += match[0].length;
    let weekday = parts.weekday;
    const day = WEEKDAY_AFTER.exec(text.slice(length));
    if (day && parts.day !== null) {
      weekday = weekdayOfGroups(day.groups ?? {});
      length += day[0].length;
    }
    const clock = CLOCK_AFTER.exec(text.slice(length));
    if (clock && parts.day !== null) length += clock[0].length;
    for (const [after, meaning] of LOOSE_AFTER) {
      const loose = after.exec(text.slice(length));
      if (!loose) continue;
      length += loose[0].length;
      loosening = meaning ?? loosening;
    }
    return { parts: { ...parts, weekday, loosening }, length };
  }
  return null;
}

/** Matches a bare day behind a range sign: `30日`, or `6` after `12/4-`. */
export function matchDayOnly(text: string, bareAllowed: boolean): MatchedParts | null {
  const match = (bareAllowed ? /^(\d{1,2})(?: ?日)?(?![\d/.,:年月])/ : /^(\d{1,2}) ?日(?!間)/).exec(text);
  if (!match) return null;
  let length = match[0].length;
  const day = WEEKDAY_AFTER.exec(text.slice(length));
  if (day) length += day[0].length;
  const until = /^ ?(?:まで|迄)/.exec(text.slice(length));
  if (until) length += until[0].length;
  return {
    parts: {
      ...EMPTY,
      day: Number(match[1]),
      weekday: day ? weekdayOfGroups(day.groups ?? {}) : null,
      loosening: until ? 'until' : null,
    },
    length,
  };
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): DateParts {
  const number = (name: string) => (groups[name] === undefined ? null : Number(groups[name]));
  const shift = (name: string) => (groups[name] === undefined ? null : (SHIFTS[groups[name]] ?? null));
  const name = groups['name'];
  const dayName = groups['dayName'];
  const first = number('first');
  const second = number('second');
  const swapped = first !== null && first > 12;
  const dayFirst = first !== null && second !== null;
  return {
    ...EMPTY,
    era: groups['era'] ?? groups['insideEra'] ?? null,
    eraYear: groups['eraYear'] ?? groups['insideEraYear'] ?? null,
    year: number('year') ?? number('insideYear'),
    fiscal: groups['fiscal'] !== undefined,
    yearShift: shift('yearWord'),
    quarter: number('quarter'),
    month:
      name !== undefined ? ENGLISH_MONTHS.indexOf(name) + 1 : dayFirst ? (swapped ? second : first) : number('month'),
    monthShift: shift('monthWord'),
    day: dayFirst ? (swapped ? first : second) : number('day'),
    dayShift: shift('dayWord'),
    part: PARTS[groups['part'] ?? ''] ?? null,
    weekday: dayName === undefined ? null : ENGLISH_WEEKDAYS.indexOf(dayName),
    ambiguous: groups['shortYear'] !== undefined || (dayFirst && first <= 12 && second <= 12 && first !== second),
  };
}

function weekdayOfGroups(groups: Readonly<Record<string, string | undefined>>): number | null {
  const sign = groups['sign'] ?? groups['festive'] ?? groups['long'];
  if (sign !== undefined) return WEEKDAYS.indexOf(sign);
  return groups['english'] === undefined ? null : ENGLISH_WEEKDAYS.indexOf(groups['english']);
}
