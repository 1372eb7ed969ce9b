import { ERA_NAME, eraYearBefore } from '../eras';
import { type CalendarDate, compareDates, isRealDate } from '../../values/calendar';
import { ERA_YEAR, NUMBER, s, yearOfCentury } from './years';

/** 2020/6上旬 */
const PART = `${s}(?:月${s})?(?<part>上旬|初旬|中旬|半ば|下旬|末日?)`;

/** Forms of digits and separators in folded, lower-case text, the longer ones first. */
export const NUMERIC: readonly RegExp[] = [
  new RegExp(
    `^${ERA_YEAR}(?:${s}\\(${s}(?<insideYear>\\d{4})${s}\\))?${s}(?<separator>[./-])${s}(?<month>\\d{1,2})(?:${s}[./-]${s}(?<day>\\d{1,2})(?:\\.(?=$| ))?|\\.?${PART})?(?![\\d/.])`,
  ),
  new RegExp(
    `^(?:(?<year>\\d{4})(?:\\((?<insideEra>${ERA_NAME})${s}(?<insideEraYear>元|${NUMBER})\\))?|['‘’](?<centuryYear>\\d{2}))(?<separator>[./・-]) ?(?<month>\\d{1,2})\\k<separator> ?(?<day>\\d{1,2})(?!\\d|\\.\\d|\\k<separator>\\d)(?:\\.(?=$| ))?(?:t(?=\\d))?`,
  ),
  new RegExp(`^(?<year>\\d{4})(?<separator>\\/)(?<month>\\d{1,2})(?:${PART})?(?![\\d/])`),
  /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])(?![\d/.,:年月号-])/,
  /^(?<first>\d{1,2})(?<separator>[./-])(?<second>\d{1,2})\k<separator>(?<longYear>\d{4})(?!\d)/,
  /^(?<first>\d{1,2})(?<separator>[./])(?<second>\d{1,2})\k<separator>(?<third>\d{1,2})(?![\d/.])/,
  /^(?<month>\d{1,2})(?<separator>\/)(?<day>\d{1,2})(?![\d/])/,
];

/** In which order the numbers of a date stand; `era` is year, month, day with the year of an era that is not named. */
export type NumericOrder = 'year-first' | 'day-first' | 'month-first' | 'era';

/** One of the days that numbers may mean. */
export interface Alternative {
  readonly order: NumericOrder;
  readonly date: CalendarDate;
}

/**
 * The days that three numbers may mean, each once and only those that exist: 3/4/2020 is two, 26/12/2019 one, 31/4/2019 none.
 * A year of two digits may also be that of the last era that had it (20/3/4: 平成20年). Null where no number can be a year.
 */
export function alternativesOf(first: string, second: string, third: string): readonly Alternative[] | null {
  if (first.length < 2 && third.length < 2) return null;
  const year = third.length === 4 ? Number(third) : yearOfCentury(Number(third));
  const [one, two] = [Number(first), Number(second)];
  const found: Alternative[] = [];
  const add = (order: NumericOrder, date: CalendarDate) => {
    const known = found.some((other) => compareDates(other.date, date) === 0);
    if (isRealDate(date) && !known) found.push({ order, date });
  };
  if (first.length === 2 && third.length < 4) {
    const day = Number(third);
    add('year-first', { year: yearOfCentury(one), month: two, day });
    const era = eraYearBefore({ month: two, day }, one);
    if (era !== null) add('era', { year: era, month: two, day });
  }
  if (third.length >= 2) {
    add('day-first', { year, month: two, day: one });
    add('month-first', { year, month: one, day: two });
  }
  return found;
}
