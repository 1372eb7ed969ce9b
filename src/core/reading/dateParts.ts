import { type Loosening, matchAfter } from './dateForms/after';
import { ENGLISH, ENGLISH_MONTHS, ENGLISH_WEEKDAYS, ordinalOf } from './dateForms/english';
import { JAPANESE } from './dateForms/japanese';
import { type Alternative, alternativesOf, NUMERIC, yearsAlternatives } from './dateForms/numeric';
import { NUMBER, numberOf, yearOfCentury } from './dateForms/years';

/** Which part of a month, or of a year or fiscal year where no month is printed, is meant. */
export type SpanPart = 'beginning' | 'early' | 'middle' | 'late' | 'end' | 'first-half' | 'second-half';

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
  readonly part: SpanPart | null;
  readonly weekday: number | null;
  readonly loosening: Loosening;
  /** The days that the numbers may mean where their order is not certain, none where that is no day; null for other forms. */
  readonly alternatives: readonly Alternative[] | null;
  /** 19年12月4日, 上期: what is meant cannot be told, whatever stands around it. */
  readonly ambiguous: boolean;
}

/** The parts and where they stand in the text. */
export interface MatchedParts {
  readonly parts: DateParts;
  readonly length: number;
  /** Between the numbers of a numeric form. */
  readonly separator: string | null;
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
  alternatives: null,
  ambiguous: false,
};

/** By the words that name them; of a longer word the first that it contains. */
const PARTS: readonly (readonly [RegExp, SpanPart])[] = [
  [/^(?:上旬|初旬|early)/, 'early'],
  [/^(?:中旬|中頃|中ごろ|半ば|なかば|mid)/, 'middle'],
  [/^(?:下旬|late)/, 'late'],
  [/^(?:前半|上半期|上期|前期)/, 'first-half'],
  [/^(?:後半|下半期|下期|後期)/, 'second-half'],
  [/末|^end/, 'end'],
  [/初|始|はじめ|頭|^(?:beginning|start)/, 'beginning'],
];
/** Half a year of a calendar year and of a fiscal year alike: where 年度 is not printed, nobody can tell. */
const HALF_OF_EITHER = /^(?:上期|下期|前期|後期)$/;
const SHIFTS: Readonly<Record<string, number>> = { 同: 0, 当: 0, 翌: 1, 翌々: 2, 前: -1, 前々: -2 };

const BEFORE: readonly (readonly [RegExp, Loosening])[] = [
  [/^(?:約|circa |ca?\. ?|around |about |approx(?:\.|imately)? ?)/, 'about'],
  [/^(?:since |after |on or after )/, 'from'],
  [/^(?:until |till |by |before |through |up to |on or before |no later than |not later than |遅くとも|~ ?)/, 'until'],
  [/^(?:on |as of |dated |effective )/, null],
];

/** Matches one printed date at the beginning of a folded, lower-case text; null where none begins there. */
export function matchDateParts(text: string): MatchedParts | null {
  let length = 0;
  let loosening: Loosening = null;
  for (const [pattern, meaning] of BEFORE) {
    const before = pattern.exec(text);
    if (!before) continue;
    length = before[0].length;
    loosening = meaning;
    break;
  }
  const rest = text.slice(length);
  for (const pattern of [...JAPANESE, ...NUMERIC, ...ENGLISH]) {
    const match = pattern.exec(rest);
    const parts = match && partsOf(match.groups ?? {});
    if (!parts) continue;
    length += match[0].length;
    const ofDay = parts.day !== null || parts.dayShift !== null || parts.alternatives !== null;
    const after = matchAfter(text.slice(length), ofDay);
    return {
      parts: {
        ...parts,
        weekday: after.weekday ?? parts.weekday,
        loosening: after.loosening === undefined ? loosening : (after.loosening ?? loosening),
      },
      length: length + after.length,
      separator: match.groups?.['separator'] ?? null,
    };
  }
  return null;
}

/**
 * Matches what only stands behind a range sign, a day or a month and a day: `30日`, `6` behind `12/4-`, `12.9` behind `2019.12.4-`,
 * `9, 2019` behind `Dec 4–`. `separator` is the one of the range's start, `bare` whether its numbers may stand alone there.
 */
export function matchEndOnly(text: string, separator: string | null, bare: boolean): MatchedParts | null {
  const day =
    new RegExp(`^(?:(?<day>${NUMBER}) ?日(?!間)|(?<part>上旬|中旬|下旬|月?末日?))`).exec(text) ??
    (bare ? bareEnd(text, separator) : null);
  if (!day) return null;
  const groups = day.groups ?? {};
  const after = matchAfter(text.slice(day[0].length), true);
  const number = (name: string) => (groups[name] === undefined ? null : numberOf(groups[name]));
  return {
    parts: {
      ...EMPTY,
      year: number('year'),
      month: number('month'),
      day: number('day'),
      part: partNamed(groups['part'] ?? ''),
      weekday: after.weekday,
      loosening: after.loosening ?? null,
    },
    length: day[0].length + after.length,
    separator,
  };
}

function bareEnd(text: string, separator: string | null): RegExpExecArray | null {
  if (separator === null)
    return /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?(?=$|[ 、,。・()~]|:(?!\d)|まで|迄)(?!,\d)/.exec(
      text,
    );
  const pair =
    separator === '/' ? null : new RegExp(`^(?<month>\\d{1,2})\\${separator}(?<day>\\d{1,2})(?![\\d/.-])`).exec(text);
  return pair ?? /^(?<day>\d{1,2})(?=$|[ 、,。・()~]|まで|迄)(?!,\d)/.exec(text);
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): DateParts | null {
  const text = (...names: readonly string[]) => names.map((name) => groups[name]).find((one) => one !== undefined);
  const number = (...names: readonly string[]) => {
    const found = text(...names);
    return found === undefined ? null : numberOf(found);
  };
  const shift = (name: string) => (groups[name] === undefined ? null : (SHIFTS[groups[name]] ?? null));
  const { first, second, name, dayName } = groups;
  const third = groups['longYear'] ?? groups['third'];
  const alternatives =
    first !== undefined && second !== undefined && third !== undefined
      ? alternativesOf(first, second, third)
      : undefined;
  if (alternatives === null) return null;
  const { bareYear } = groups;
  const bare =
    bareYear === undefined || bareYear === '元'
      ? null
      : yearsAlternatives(Number(bareYear), number('month') ?? 0, number('day') ?? 0);
  const century = number('centuryYear', 'markedYear', 'shortYear');
  const quarterName = groups['quarterName'];
  const fiscal = groups['fiscal'] !== undefined;
  const part = groups['part'] ?? '';
  const eraYear = text('eraYear', 'insideEraYear', 'behindEraYear');
  return {
    ...EMPTY,
    era: text('era', 'insideEra', 'behindEra') ?? null,
    eraYear: eraYear === undefined || eraYear === '元' ? (eraYear ?? null) : String(numberOf(eraYear)),
    year: number('year', 'insideYear', 'behindYear') ?? (century === null ? null : yearOfCentury(century)),
    fiscal,
    yearShift: shift('yearWord') ?? shift('nearWord'),
    quarter: quarterName === undefined ? number('quarter', 'quarterBehind') : ordinalOf(quarterName),
    month: name === undefined ? number('month', 'firstMonth') : ENGLISH_MONTHS.indexOf(name.slice(0, 3)) + 1,
    monthShift: shift('monthWord'),
    day: number('day'),
    dayShift: shift('dayWord'),
    part: halfOf(text('half', 'halfBehind', 'halfName')) ?? partNamed(part),
    weekday: dayName === undefined ? null : ENGLISH_WEEKDAYS.indexOf(dayName.slice(0, 3)),
    alternatives: alternatives ?? bare,
    ambiguous: bareYear === '元' || (!fiscal && HALF_OF_EITHER.test(part)),
  };
}

function partNamed(word: string): SpanPart | null {
  return PARTS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function halfOf(name: string | undefined): SpanPart | null {
  if (name === undefined) return null;
  return ordinalOf(name) === 1 ? 'first-half' : 'second-half';
}
