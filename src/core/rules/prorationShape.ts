import { addDays } from '../values/calendar';
import { type OwnMonths, ownMonths, type ProratedPeriod } from './proratedPeriod';
import type { ProrationFamily, RoundedFigure } from './proration';
import { countThirtyDays, daysInLongYears, type ThirtyDayRule, type YearKind } from './yearBases';

/** `times` × R(fee × `numerator` ÷ `denominator`), R being the rule's rounding. Whole numbers. */
export interface ProrationTerm {
  readonly times: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** How an amount follows from a fee: `fullFees` × fee + Σ terms. */
export interface ProrationShape {
  readonly fullFees: number;
  readonly terms: readonly ProrationTerm[];
}

const DAYS_ONLY: readonly ProrationFamily[] = [
  'fixed-30-days',
  'annual-365',
  'annual-366',
  'annual-360',
  'price-by-day',
  'flat',
];

/** Whether a family needs the calendar, not days only. */
export function needsCalendar(family: ProrationFamily): boolean {
  return !DAYS_ONLY.includes(family);
}

/**
 * The shape of a rule over one row's charged days.
 *
 * @param period The charged days on the calendar, or null where only their number is known.
 * @returns null where the rule needs the calendar and the row has none.
 */
export function prorationShape(
  family: ProrationFamily,
  rounded: RoundedFigure,
  period: ProratedPeriod | null,
  days: number,
): ProrationShape | null {
  switch (family) {
    case 'flat':
      return { fullFees: 1, terms: [] };
    case 'price-by-day':
      return { fullFees: days, terms: [] };
    case 'fixed-30-days':
      return overDays(rounded, days, 30);
    case 'annual-365':
      return overDays(rounded, days, 365);
    case 'annual-366':
      return overDays(rounded, days, 366);
    case 'annual-360':
      return overDays(rounded, days, 360);
    case 'annual-actual':
      return period && overYears(rounded, period, 'calendar');
    case 'annual-fiscal':
      return period && overYears(rounded, period, 'fiscal');
    case 'annual-30-360':
      return period && overThirtyDays(rounded, period, '30-360');
    case 'annual-30e-360':
      return period && overThirtyDays(rounded, period, '30e-360');
    case 'months-touched':
      return period && { fullFees: period.months.length, terms: [] };
    case 'calendar-month':
      return period && overMonths(rounded, period, null);
    case 'fixed-30-part-months':
      return period && overMonths(rounded, period, 30);
    case 'calendar-month-all-by-day':
      return (
        period && {
          fullFees: 0,
          terms: period.months.map((month) => ({ times: month.days, numerator: 1, denominator: month.length })),
        }
      );
    case 'own-months-30':
      return period && overOwnMonths(rounded, ownMonths(period), 30);
    case 'own-months-actual':
      return period && overOwnMonths(rounded, ownMonths(period), null);
  }
}

function overDays(rounded: RoundedFigure, days: number, divisor: number): ProrationShape {
  const term =
    rounded === 'daily'
      ? { times: days, numerator: 1, denominator: divisor }
      : { times: 1, numerator: days, denominator: divisor };
  return { fullFees: 0, terms: [term] };
}

/** The days of each year over its own 365 or 366; for calendar years that is Actual/Actual (ISDA 2006 Definitions §4.16(b)). */
function overYears(rounded: RoundedFigure, { first, last, days }: ProratedPeriod, kind: YearKind): ProrationShape {
  const long = daysInLongYears(first, last, kind);
  if (long === 0) return overDays(rounded, days, 365);
  if (long === days) return overDays(rounded, days, 366);
  const ordinary = days - long;
  const terms =
    rounded === 'daily'
      ? [
          { times: ordinary, numerator: 1, denominator: 365 },
          { times: long, numerator: 1, denominator: 366 },
        ]
      : [{ times: 1, numerator: ordinary * 366 + long * 365, denominator: 365 * 366 }];
  return { fullFees: 0, terms };
}

/** Days in months of thirty, up to the day after the last one; null where that leaves none. */
function overThirtyDays(
  rounded: RoundedFigure,
  { first, last }: ProratedPeriod,
  rule: ThirtyDayRule,
): ProrationShape | null {
  const days = countThirtyDays(first, addDays(last, 1), rule);
  return days > 0 ? overDays(rounded, days, 360) : null;
}

function overMonths(rounded: RoundedFigure, period: ProratedPeriod, divisor: number | null): ProrationShape {
  const parts = period.months.filter((month) => month.days < month.length);
  const full = period.months.length - parts.length;
  if (rounded === 'whole') {
    let numerator = full;
    let denominator = 1;
    for (const part of parts) {
      const of = divisor ?? part.length;
      numerator = numerator * of + part.days * denominator;
      denominator *= of;
    }
    return { fullFees: 0, terms: [{ times: 1, numerator, denominator }] };
  }
  return {
    fullFees: full,
    terms: parts.map((part) =>
      rounded === 'daily'
        ? { times: part.days, numerator: 1, denominator: divisor ?? part.length }
        : { times: 1, numerator: part.days, denominator: divisor ?? part.length },
    ),
  };
}

function overOwnMonths(rounded: RoundedFigure, own: OwnMonths, divisor: number | null): ProrationShape {
  const denominator = divisor ?? own.restLength;
  const rest =
    rounded === 'daily'
      ? { times: own.rest, numerator: 1, denominator }
      : { times: 1, numerator: own.rest, denominator };
  return { fullFees: own.months, terms: own.rest === 0 ? [] : [rest] };
}

/** Yen of amount for a yen of fee, before rounding. */
export function slopeOf(shape: ProrationShape): number {
  return shape.terms.reduce((sum, term) => sum + (term.times * term.numerator) / term.denominator, shape.fullFees);
}
