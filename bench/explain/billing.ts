import { correspondingDay, type Day, dayOf, type MonthPart, monthParts, partsOf } from './calendar';

/** How amounts are made from fees, written anew from the definitions: nothing here is shared with what is measured. */
export type Mode = 'down' | 'half-up' | 'up';

/** a ÷ b rounded to a multiple of `unit`; whole numbers, a and b not negative. */
export function roundedRatio(a: number, b: number, mode: Mode, unit = 1): number {
  const step = b * unit;
  const below = (a - (a % step)) / step;
  const rest = a % step;
  const up = mode === 'up' ? rest > 0 : mode === 'half-up' && 2 * rest >= step;
  return (below + (up ? 1 : 0)) * unit;
}

export const FAMILIES = [
  'calendar-month.daily',
  'calendar-month.monthly',
  'calendar-month.whole',
  'calendar-month-all-by-day.daily',
  'fixed-30-part-months.daily',
  'fixed-30-part-months.monthly',
  'fixed-30-part-months.whole',
  'fixed-30-days.daily',
  'fixed-30-days.whole',
  'annual-365.daily',
  'annual-365.whole',
  'annual-366.daily',
  'annual-366.whole',
  'annual-360.daily',
  'annual-360.whole',
  'annual-actual.daily',
  'annual-actual.whole',
  'annual-fiscal.daily',
  'annual-fiscal.whole',
  'annual-30-360.daily',
  'annual-30-360.whole',
  'annual-30e-360.daily',
  'annual-30e-360.whole',
  'own-months-30.daily',
  'own-months-30.monthly',
  'own-months-actual.daily',
  'own-months-actual.monthly',
  'months-touched.exact',
  'price-by-day.exact',
  'flat.exact',
] as const;
export type Family = (typeof FAMILIES)[number];

export interface BillingRule {
  readonly family: Family;
  readonly mode: Mode;
  readonly unit: number;
  /** Whether the period's first day is charged (and its last is not) where start and end are counted once. */
  readonly firstDayIn: boolean;
}

/** The rule's name in reports. */
export function ruleName({ family, mode, unit, firstDayIn }: BillingRule): string {
  const exact = family.endsWith('.exact');
  const dayMatters = !/^(fixed-30-days|annual-36|price-by-day|flat)/.test(family);
  return `pro-rata.${family}.${exact ? 'down.1' : `${mode}.${unit}`}${dayMatters && !firstDayIn ? '.first-day-out' : ''}`;
}

/** The charged days, first and last. */
export interface Charged {
  readonly first: Day;
  readonly last: Day;
}

/** What a fee comes to over the charged days. */
export function billed(rule: BillingRule, fee: number, charged: Charged): number {
  const days = charged.last - charged.first + 1;
  const ratio = (times: number, over: number) => roundedRatio(fee * times, over, rule.mode, rule.unit);
  const [family, rounded] = rule.family.split('.') as [string, string];
  const overDays = (over: number) => (rounded === 'daily' ? ratio(1, over) * days : ratio(days, over));
  switch (family) {
    case 'flat':
      return fee;
    case 'price-by-day':
      return fee * days;
    case 'months-touched':
      return fee * monthParts(charged.first, charged.last).length;
    case 'fixed-30-days':
      return overDays(30);
    case 'annual-365':
      return overDays(365);
    case 'annual-366':
      return overDays(366);
    case 'annual-360':
      return overDays(360);
    case 'annual-actual':
    case 'annual-fiscal':
      return byYears(rule, fee, charged, family === 'annual-fiscal' ? 4 : 1);
    case 'annual-30-360':
    case 'annual-30e-360': {
      const thirty = thirtyDays(charged.first, charged.last + 1, family === 'annual-30e-360');
      return rounded === 'daily' ? ratio(1, 360) * thirty : ratio(thirty, 360);
    }
    case 'own-months-30':
    case 'own-months-actual':
      return ownMonths(rule, fee, charged, family === 'own-months-30' ? 30 : null);
    default:
      return rounded === 'whole'
        ? wholeMonths(rule, fee, charged)
        : [...billedByMonth(rule, fee, charged).values()].reduce((sum, each) => sum + each, 0);
  }
}

/** Each calendar month's part of the amount, for the families that charge month by month. */
export function billedByMonth(rule: BillingRule, fee: number, charged: Charged): Map<number, number> {
  const allByDay = rule.family === 'calendar-month-all-by-day.daily';
  const amount = (part: MonthPart) => {
    if (part.days === part.length && !allByDay) return fee;
    const over = rule.family.startsWith('fixed-30') ? 30 : part.length;
    return rule.family.endsWith('.daily')
      ? roundedRatio(fee, over, rule.mode, rule.unit) * part.days
      : roundedRatio(fee * part.days, over, rule.mode, rule.unit);
  };
  return new Map(monthParts(charged.first, charged.last).map((part) => [part.key, amount(part)]));
}

function wholeMonths(rule: BillingRule, fee: number, charged: Charged): number {
  let numerator = 0;
  let denominator = 1;
  for (const { days, length } of monthParts(charged.first, charged.last)) {
    const full = days === length;
    const over = full ? 1 : rule.family.startsWith('fixed-30') ? 30 : length;
    numerator = numerator * over + (full ? 1 : days) * denominator;
    denominator *= over;
  }
  return roundedRatio(fee * numerator, denominator, rule.mode, rule.unit);
}

/** Each year, from the first of a month, over its own days. */
function byYears(rule: BillingRule, fee: number, { first, last }: Charged, month: number): number {
  let [ordinary, long] = [0, 0];
  for (let day = first; day <= last; day += 1) {
    const { year, month: own } = partsOf(day);
    const begun = own < month ? year - 1 : year;
    const length = dayOf(begun + 1, month, 1) - dayOf(begun, month, 1);
    if (length === 366) long += 1;
    else ordinary += 1;
  }
  return rule.family.endsWith('.daily')
    ? roundedRatio(fee, 365, rule.mode, rule.unit) * ordinary + roundedRatio(fee, 366, rule.mode, rule.unit) * long
    : roundedRatio(fee * (ordinary * 366 + long * 365), 365 * 366, rule.mode, rule.unit);
}

/** Days in months of thirty. */
function thirtyDays(from: Day, to: Day, european: boolean): number {
  const [a, b] = [partsOf(from), partsOf(to)];
  const first = a.day === 31 ? 30 : a.day;
  const second = b.day === 31 && (european || first === 30) ? 30 : b.day;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + second - first;
}

function ownMonths(rule: BillingRule, fee: number, { first, last }: Charged, over: number | null): number {
  let months = 0;
  while (correspondingDay(first, months + 1) <= last + 1) months += 1;
  const reached = correspondingDay(first, months);
  const rest = last + 1 - reached;
  if (rest === 0) return fee * months;
  const length = over ?? correspondingDay(first, months + 1) - reached;
  const part = rule.family.endsWith('.daily')
    ? roundedRatio(fee, length, rule.mode, rule.unit) * rest
    : roundedRatio(fee * rest, length, rule.mode, rule.unit);
  return fee * months + part;
}

/** Tax on groups of amounts in whole units, each group rounded. Negative amounts are rounded as their magnitudes. */
export function taxOn(groups: readonly number[], percent: number, mode: Mode): number {
  return groups.reduce(
    (sum, amount) => sum + Math.sign(amount) * roundedRatio(Math.abs(amount) * percent, 100, mode),
    0,
  );
}
