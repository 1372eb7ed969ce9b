import { ERA_NAME, yearOfUnnamedEra } from '../eras';
import { type CalendarDate, isRealDate } from '../../values/calendar';
import { ERA_YEAR, NUMBER, s, yearOfCentury } from './years';

/** 2020/6上旬 */
const PART = `${s}(?:月${s})?(?<part>上旬|初旬|中旬|半ば|下旬|末日?)`;

/** Forms of digits and separators in folded, lower-case text, the longer ones first. */
export const NUMERIC: readonly RegExp[] = [
  new RegExp(
    `^${ERA_YEAR}(?:${s}\\(${s}(?<insideYear>\\d{4})${s}\\))?${s}(?<separator>[./-])${s}(?<month>\\d{1,2})(?:${s}[./-]${s}(?<day>\\d{1,2})(?:\\.(?=$| ))?|\\.?${PART})?(?![\\d/.])`,
  ),
  new RegExp(
    `^(?:(?<year>\\d{4})(?:\\((?<insideEra>${ERA_NAME})${s}(?<insideEraYear>元|${NUMBER})\\))?|['‘’](?<centuryYear>\\d{2}))(?<separator>[./・-]) ?(?<month>\\d{1,2})\\k<separator> ?(?<day>\\d{1,2})(?!\\d|\\.\\d|\\k<separator>(?!\\d{4}(?:[-/.]| ?年)|\\d{1,2}[ -]?[a-z]{3})\\d)(?:\\.(?=$| ))?(?:t(?=\\d))?`,
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
 * The days that three numbers may mean, by the order of the numbers; only those that exist: two for 3/4/2020, one for 26/12/2019, none
 * for 31/4/2019. A year of two digits that comes first may also be one of an era (20/3/4: 平成20年). Null where no number can be a year.
 */
export function alternativesOf(first: string, second: string, third: string): readonly Alternative[] | null {
  if (first.length < 2 && third.length < 2) return null;
  const [one, two] = [Number(first), Number(second)];
  const year = third.length === 4 ? Number(third) : yearOfCentury(Number(third));
  return [
    ...(first.length === 2 && third.length < 4 ? yearsAlternatives(one, two, Number(third)) : []),
    ...(third.length >= 2 ? existing('day-first', { year, month: two, day: one }) : []),
    ...(third.length >= 2 ? existing('month-first', { year, month: one, day: two }) : []),
  ];
}

/** The days of a year of two digits: in this century or the last, and in the era that had it last. */
export function yearsAlternatives(twoDigits: number, month: number, day: number): readonly Alternative[] {
  const inEra = yearOfUnnamedEra(twoDigits, { month, day });
  return [
    ...existing('year-first', { year: yearOfCentury(twoDigits), month, day }),
    ...(inEra === null ? [] : existing('era', { year: inEra, month, day })),
  ];
}

function existing(order: NumericOrder, date: CalendarDate): Alternative[] {
  return isRealDate(date) ? [{ order, date }] : [];
}
