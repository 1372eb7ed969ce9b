import { type CalendarDate, compareDates } from '../values/calendar';

export type EraId = 'reiwa' | 'heisei' | 'showa' | 'taisho' | 'meiji';

/** A Japanese era with its first and last day (改元: 元号法; the older ones by the rescripts of their time). */
interface Era {
  readonly id: EraId;
  readonly names: readonly string[];
  readonly first: CalendarDate;
  readonly last: CalendarDate | null;
}

const ERAS: readonly Era[] = [
  { id: 'reiwa', names: ['令和', '令', 'r', '㋿'], first: { year: 2019, month: 5, day: 1 }, last: null },
  {
    id: 'heisei',
    names: ['平成', '平', 'h', '㍻'],
    first: { year: 1989, month: 1, day: 8 },
    last: { year: 2019, month: 4, day: 30 },
  },
  {
    id: 'showa',
    names: ['昭和', '昭', 's', '㍼'],
    first: { year: 1926, month: 12, day: 25 },
    last: { year: 1989, month: 1, day: 7 },
  },
  {
    id: 'taisho',
    names: ['大正', '大', 't', '㍽'],
    first: { year: 1912, month: 7, day: 30 },
    last: { year: 1926, month: 12, day: 24 },
  },
  {
    id: 'meiji',
    names: ['明治', '明', 'm', '㍾'],
    first: { year: 1868, month: 1, day: 25 },
    last: { year: 1912, month: 7, day: 29 },
  },
];

/** Source of a pattern for an era's name or abbreviation, in folded lower-case text. */
export const ERA_NAME = ERAS.flatMap((era) => era.names).join('|');

function eraOf(name: string): Era | undefined {
  return ERAS.find((era) => era.names.includes(name.toLowerCase()));
}

/** An era's first day and its last, null for the one that goes on; null for an unknown name. */
export function eraSpan(name: string): Pick<Era, 'id' | 'first' | 'last'> | null {
  return eraOf(name) ?? null;
}

/** The Gregorian year of a year of an era; `元` is 1. Null for a year 0 or an unknown era. */
export function yearOfEra(name: string, yearInEra: string): number | null {
  const era = eraOf(name);
  const count = yearInEra === '元' ? 1 : Number(yearInEra);
  return era && Number.isInteger(count) && count >= 1 ? era.first.year + count - 1 : null;
}

/** Whether any of the days from `start` to `end` lies in the era: 令和元年4月 and 昭和64年2月 have none. */
export function eraCovers(name: string, start: CalendarDate, end: CalendarDate): boolean {
  const era = eraOf(name);
  if (!era) return false;
  return compareDates(end, era.first) >= 0 && (era.last === null || compareDates(start, era.last) <= 0);
}

/** Two digits with a nought before them are a year of 令和 rather than of the eras before. */
const LAST_OF_ONE_DIGIT = 9;

/**
 * The Gregorian year that a year without its era most likely is, besides one of a century: 令和 up to 9 (02/6/9), else that of the last
 * era before which had the day (31.4.1: 平成31年). Null where none had.
 */
export function yearOfUnnamedEra(
  yearInEra: number,
  day: { readonly month: number; readonly day: number },
): number | null {
  const names = yearInEra <= LAST_OF_ONE_DIGIT ? ['令和', '平成', '昭和'] : ['平成', '昭和'];
  for (const name of names) {
    const year = yearOfEra(name, String(yearInEra));
    if (year !== null && eraCovers(name, { year, ...day }, { year, ...day })) return year;
  }
  return null;
}
