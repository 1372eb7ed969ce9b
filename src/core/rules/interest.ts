import { addDays, type CalendarDate, compareDates, daysBetween, isLeapYear } from '../values/calendar';
import { Decimal, ZERO } from '../values/decimal';
import { type RoundingMode, roundTo } from './rounding';
import { daysInLongYears } from './yearBases';

/**
 * What part of a year so many days are.
 *
 * - `fixed-365`: days ÷ 365, leap years or not (利率等の表示の年利建て移行に関する法律25条, and what contracts usually say)
 * - `leap-366`: days of leap years ÷ 366, the others ÷ 365 (閏年特約のない年利)
 * - `own-years`: whole years from the first day's own day (民法143条), the rest ÷ 365 (年単位と日割り)
 * - `fixed-360`: days ÷ 360 (Actual/360)
 */
export type InterestYear = 'fixed-365' | 'leap-366' | 'own-years' | 'fixed-360';

export const INTEREST_YEARS: readonly InterestYear[] = ['fixed-365', 'leap-366', 'own-years', 'fixed-360'];

/** How interest follows from principal, rate and days. */
export interface InterestRule {
  /** `interest.fixed-365.down.1`; `.principal-1000` and `.least-1000` where the principal or the result is cut. */
  readonly id: string;
  readonly year: InterestYear;
  /** What the principal is rounded down to before: 1, or 1,000 yen (地方税法20条の4の2). */
  readonly principalUnit: Decimal;
  /** Interest is rounded to a multiple of this. */
  readonly unit: Decimal;
  readonly mode: RoundingMode;
  /** Interest below this is nothing (1,000 yen, the same article); null where even the least counts. */
  readonly least: Decimal | null;
}

/** The days that bear interest, both ends included. */
export interface InterestPeriod {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

const CHANGE_OF_RATES: CalendarDate = { year: 2020, month: 4, day: 1 };

export type StatutoryRate = 'civil' | 'commercial';

/**
 * The statutory rate of interest in percent, fixed on the first day of delay (民法404条1項, 平成29年法律44号附則15条・17条3項): civil
 * 5 % before 2020-04-01, commercial 6 % (商法旧514条), and 3 % for both from then on.
 */
export function statutoryRate(kind: StatutoryRate, firstDay: CalendarDate): Decimal {
  if (compareDates(firstDay, CHANGE_OF_RATES) >= 0) return new Decimal(3);
  return new Decimal(kind === 'civil' ? 5 : 6);
}

export function interestRule(parts: Omit<InterestRule, 'id'>): InterestRule {
  const { year, principalUnit, unit, mode, least } = parts;
  const cut = principalUnit.equals(1) ? '' : `.principal-${principalUnit.toFixed()}`;
  const dropped = least ? `.least-${least.toFixed()}` : '';
  return { ...parts, id: `interest.${year}.${mode}.${unit.toFixed()}${cut}${dropped}` };
}

/** A fraction of a year as whole numbers. */
export interface YearShare {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * What part of a year the days are; null where the rule needs the calendar and the period is not known.
 *
 * @param days how many days bear interest, 0 or more.
 */
export function yearShare(year: InterestYear, days: number, period: InterestPeriod | null): YearShare | null {
  if (year === 'fixed-365') return { numerator: days, denominator: 365 };
  if (year === 'fixed-360') return { numerator: days, denominator: 360 };
  if (!period) return null;
  if (year === 'own-years') {
    const { years, rest } = ownYears(period);
    return { numerator: years * 365 + rest, denominator: 365 };
  }
  const leap = daysInLongYears(period.first, period.last, 'calendar');
  if (leap === 0) return { numerator: days, denominator: 365 };
  if (leap === days) return { numerator: days, denominator: 366 };
  return { numerator: (days - leap) * 366 + leap * 365, denominator: 365 * 366 };
}

/** Whole years from the first day, each ending on the day before its own day, and the days that are left. */
function ownYears({ first, last }: InterestPeriod): { readonly years: number; readonly rest: number } {
  const end = addDays(last, 1);
  // 29 February has no day of its own in common years: the year ends with the month (民法143条2項ただし書), so the next begins on 1 March.
  const begin = (years: number): CalendarDate => {
    const year = first.year + years;
    const missing = first.month === 2 && first.day === 29 && !isLeapYear(year);
    return missing ? { year, month: 3, day: 1 } : { ...first, year };
  };
  let years = end.year - first.year;
  if (compareDates(begin(years), end) > 0) years -= 1;
  return { years, rest: daysBetween(begin(years), end) };
}

/** Interest at `rate` percent a year on a principal over a part of a year. Exact, then rounded as the rule says. */
export function interestOf(principal: Decimal, rate: Decimal, share: YearShare, rule: InterestRule): Decimal {
  const base = rule.principalUnit.equals(1) ? principal : roundTo(principal, rule.principalUnit, 'down');
  const exact = base
    .times(rate)
    .times(share.numerator)
    .div(share.denominator * 100);
  const rounded = roundTo(exact, rule.unit, rule.mode);
  return rule.least && rounded.abs().lessThan(rule.least) ? ZERO : rounded;
}

/** All rules that are tried on figures of a step (1 for whole yen, 0.01 for cents), the most ordinary first. */
export function interestRules(step: Decimal): readonly InterestRule[] {
  const cents = step.lessThan(1);
  const rules: InterestRule[] = [];
  const modes: readonly RoundingMode[] = cents ? ['half-up', 'down', 'up'] : ['down', 'half-up', 'up'];
  const thousand = new Decimal(1000);
  const units = cents ? [step] : [1, 10, 100].map((unit) => new Decimal(unit));
  for (const unit of units) {
    for (const cut of cents ? [false] : [false, true]) {
      for (const least of unit.equals(100) ? [null, thousand] : [null]) {
        for (const year of INTEREST_YEARS) {
          for (const mode of modes) {
            rules.push(interestRule({ year, principalUnit: cut ? thousand : new Decimal(1), unit, mode, least }));
          }
        }
      }
    }
  }
  return rules;
}
