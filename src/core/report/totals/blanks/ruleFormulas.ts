/*
 * The formulas of forward mode, over cells of the totals sheet. Numbers of rules stand in helper cells that follow the parameter
 * cells, so that a row's formulas need no words: the order of {@link FAMILIES} is that of the list of rules on the sheet.
 */
import type { ProrationFamily, RoundedFigure } from '../../../rules/proration';
import type { ThirtyDayRule, YearKind } from '../../../rules/yearBases';
import { longDaysUpTo, thirtyDaysFormula } from '../yearFormulas';

/** The families in the order of their numbers, from 1. */
export const FAMILIES: readonly ProrationFamily[] = [
  'calendar-month',
  'calendar-month-all-by-day',
  'fixed-30-part-months',
  'fixed-30-days',
  'annual-365',
  'annual-366',
  'own-months-30',
  'own-months-actual',
  'annual-360',
  'annual-actual',
  'annual-fiscal',
  'annual-30-360',
  'annual-30e-360',
  'months-touched',
  'price-by-day',
  'flat',
];

/** The number of a family. */
export const familyNumber = (family: ProrationFamily): number => FAMILIES.indexOf(family) + 1;

/** What may be rounded, in the order of its numbers, from 1. */
export const ROUNDED: readonly Exclude<RoundedFigure, 'exact'>[] = ['daily', 'monthly', 'whole'];

/** The numbers that a group's parameters stand for, in the order of their rows. */
export const NUMBERS = ['offset', 'firstOut', 'family', 'rounded', 'lift'] as const;

/** The cells that hold a group's rule as numbers. */
export interface RuleNumbers {
  /** Number of the family. */
  readonly family: string;
  /** 1 the daily rate, 2 a month's amount, 3 the whole amount is rounded; what a family cannot do is what it does instead. */
  readonly rounded: string;
  /** What the convention adds to end − start. */
  readonly offset: string;
  /** 1 where the first day is not counted though as many days are, else 0. */
  readonly firstOut: string;
  /** What is added before everything below the unit is cut off: 0 down, 0.5 half up, 0.999999 up. */
  readonly lift: string;
  /** The rounding's unit in yen. */
  readonly unit: string;
}

/** Added to what is rounded up: figures are taken to six decimals, as everywhere on our sheets. */
export const LIFT = { down: '0', 'half-up': '0.5', up: '0.999999' } as const;
const GUARD_DECIMALS = 6;

/** `amount` rounded by the rule; `amount` may be a range inside SUMPRODUCT. Not negative. */
function rounded(amount: string, { unit, lift }: RuleNumbers): string {
  return `${unit}*INT(ROUND(${amount}/${unit}+${lift},${GUARD_DECIMALS}))`;
}

/** The cells of one row: its dates and days, and where the split of its days stands. */
export interface RowCells {
  readonly fee: string;
  readonly start: string;
  readonly end: string;
  readonly days: string;
  readonly first: string;
  readonly last: string;
  readonly touched: string;
  readonly ownMonths: string;
  readonly times: string;
  readonly part1: string;
  readonly of1: string;
  readonly part2: string;
  readonly of2: string;
  readonly full: string;
}

export const daysFormula = ({ start, end }: RowCells, { offset }: RuleNumbers): string => `${end}-${start}+${offset}`;

/** First and last charged day, from how the days lie against end − start (see `chargedPeriod`). */
export function firstFormula({ start, end, days }: RowCells, { firstOut }: RuleNumbers): string {
  const more = `${days}-(${end}-${start})`;
  return `${start}+IF(OR(${more}=-1,AND(${more}=0,${firstOut}=1)),1,0)`;
}

export function lastFormula({ start, end, days }: RowCells, { firstOut }: RuleNumbers): string {
  const more = `${days}-(${end}-${start})`;
  return `${end}-IF(OR(${more}=-1,AND(${more}=0,${firstOut}=0)),1,0)`;
}

/** Calendar months that hold a charged day. */
export const touchedFormula = ({ first, last }: RowCells): string =>
  `(YEAR(${last})-YEAR(${first}))*12+MONTH(${last})-MONTH(${first})+1`;

/** Whole months from the first day's own day (応当日, 民法143条); see `ownMonths`. */
export function ownMonthsFormula({ first, last }: RowCells): string {
  const after = `(${last}+1)`;
  const reached = `MIN(DATE(YEAR${after},MONTH${after},DAY(${first})),DATE(YEAR${after},MONTH${after}+1,1))`;
  return `(YEAR${after}-YEAR(${first}))*12+MONTH${after}-MONTH(${first})-IF(${reached}>${last}+1,1,0)`;
}

/** The day that corresponds to the first one so many months later; a month without it is full at its end. */
function correspondingDay({ first }: RowCells, months: string): string {
  const later = (by: string, day: string) => `DATE(YEAR(${first}),MONTH(${first})+${by},${day})`;
  return `MIN(${later(months, `DAY(${first})`)},${later(`${months}+1`, '1')})`;
}

const monthLength = (day: string): string => `DAY(EOMONTH(${day},0))`;

/** How many whole fees are charged. */
export function timesFormula(cells: RowCells, { family }: RuleNumbers): string {
  const { touched, part1, part2, ownMonths, days } = cells;
  const fullMonths = `${touched}-IF(${part1}>0,1,0)-IF(${part2}>0,1,0)`;
  return `CHOOSE(${family},${fullMonths},0,${fullMonths},0,0,0,${ownMonths},${ownMonths},0,0,0,0,0,${touched},${days},1)`;
}

/** Days of the first part month, of ordinary years, or all days where nothing is told apart. */
export function part1Formula(cells: RowCells, { family }: RuleNumbers): string {
  const { first, last, touched, days, ownMonths } = cells;
  const inFirst = `IF(${touched}=1,${last}-${first}+1,${monthLength(first)}-DAY(${first})+1)`;
  const part = `IF(${inFirst}=${monthLength(first)},0,${inFirst})`;
  const rest = `${last}+1-${correspondingDay(cells, ownMonths)}`;
  const ordinary = (kind: YearKind) => `${days}-${longDays(cells, kind)}`;
  return (
    `CHOOSE(${family},${part},${inFirst},${part},${days},${days},${days},${rest},${rest},${days},` +
    `${ordinary('calendar')},${ordinary('fiscal')},${thirtyDays(cells, '30-360')},${thirtyDays(cells, '30e-360')},0,0,0)`
  );
}

/** What those days are parts of. */
export function of1Formula(cells: RowCells, { family }: RuleNumbers): string {
  const { first, ownMonths } = cells;
  const own = `${correspondingDay(cells, `${ownMonths}+1`)}-${correspondingDay(cells, ownMonths)}`;
  return `CHOOSE(${family},${monthLength(first)},${monthLength(first)},30,30,365,366,30,${own},360,365,365,360,360,1,1,1)`;
}

/**
 * Days of the last part month where it is another than the first (of a whole last month only where every day is charged by itself),
 * or of years of 366 days.
 */
export function part2Formula(cells: RowCells, { family }: RuleNumbers): string {
  const { last, touched } = cells;
  const whole = `AND(${family}<>2,DAY(${last})=${monthLength(last)})`;
  const month = `IF(OR(${family}>3,${touched}=1,${whole}),0,DAY(${last}))`;
  return `IF(${family}=${CALENDAR_YEARS},${longDays(cells, 'calendar')},IF(${family}=${FISCAL_YEARS},${longDays(cells, 'fiscal')},${month}))`;
}

export const of2Formula = ({ last }: RowCells, { family }: RuleNumbers): string =>
  `IF(${family}=3,30,IF(OR(${family}=${CALENDAR_YEARS},${family}=${FISCAL_YEARS}),366,${monthLength(last)}))`;

const CALENDAR_YEARS = familyNumber('annual-actual');
const FISCAL_YEARS = familyNumber('annual-fiscal');

/** Charged days in years of 366 days; see `daysInLongYears`. */
function longDays({ first, last }: RowCells, kind: YearKind): string {
  return `(${longDaysUpTo(last, kind)}-${longDaysUpTo(`(${first}-1)`, kind)})`;
}

/** Days from the first to the day after the last in months of thirty. */
function thirtyDays({ first, last }: RowCells, rule: ThirtyDayRule): string {
  return thirtyDaysFormula(first, `(${last}+1)`, rule);
}

/** More months between the first and the last than any table has. */
const MOST_MONTHS = 600;

/** What the months between the first and the last come to where every day is charged at its month's daily rate. */
export function fullFormula(cells: RowCells, rule: RuleNumbers): string {
  const { first, touched, fee } = cells;
  const month = `ROW($1:$${MOST_MONTHS})`;
  const length = `DAY(DATE(YEAR(${first}),MONTH(${first})+${month}+1,0))`;
  const sum = `SUMPRODUCT((${month}<${touched}-1)*${length}*${rounded(`${fee}/${length}`, rule)})`;
  return `IF(${rule.family}=2,${sum},0)`;
}

/** Fee × whole times and the rounded parts; nothing for no day. */
export function amountFormula(cells: RowCells, rule: RuleNumbers, sign: 1 | -1): string {
  const { fee, days, times, part1, of1, part2, of2, full } = cells;
  const whole = rounded(`(${fee}*(${times}+${part1}/${of1}+${part2}/${of2}))`, rule);
  const daily = `${part1}*${rounded(`${fee}/${of1}`, rule)}+${part2}*${rounded(`${fee}/${of2}`, rule)}`;
  const monthly = `${rounded(`${fee}*${part1}/${of1}`, rule)}+${rounded(`${fee}*${part2}/${of2}`, rule)}`;
  const parts = `IF(${rule.rounded}=1,${daily},${monthly})`;
  const amount = `IF(${days}<1,0,IF(${rule.rounded}=3,${whole},${fee}*${times}+${parts}+${full}))`;
  return sign === -1 ? `-${amount}` : amount;
}
