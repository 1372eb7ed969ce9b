import type { ThirtyDayRule, YearKind } from '../../rules/yearBases';

/** How many days of years of 366 there are up to a day, as a formula over the day's cell or formula; see `daysInLongYears`. */
export function longDaysUpTo(day: string, kind: YearKind): string {
  // A fiscal year goes by the year of its February.
  const year = kind === 'fiscal' ? `(YEAR(${day})+IF(MONTH(${day})<4,0,1))` : `YEAR(${day})`;
  const eve = kind === 'fiscal' ? `DATE(${year}-1,4,0)` : `DATE(${year},1,0)`;
  const before = `(${year}-1)`;
  const longYears = `(INT(${before}/4)-INT(${before}/100)+INT(${before}/400))`;
  const isLong = `DAY(DATE(${year},3,0))=29`;
  return `(366*${longYears}+IF(${isLong},${day}-${eve},0))`;
}

/**
 * Days from one day to another in months of thirty; see `countThirtyDays`. Written out, as spreadsheets do not agree on what DAYS360 does
 * at the end of February.
 */
export function thirtyDaysFormula(from: string, to: string, rule: ThirtyDayRule): string {
  const months = `(YEAR(${to})-YEAR(${from}))*360+(MONTH(${to})-MONTH(${from}))*30`;
  const plainFirst = `MIN(DAY(${from}),30)`;
  const lastOfFebruary = (day: string) => `AND(MONTH(${day})=2,DAY(${day}+1)=1)`;
  const first = rule === '30-360-us' ? `IF(${lastOfFebruary(from)},30,${plainFirst})` : plainFirst;
  const plainLast = `MIN(DAY(${to}),IF(${first}=30,30,31))`;
  if (rule === '30e-360') return `(${months}+MIN(DAY(${to}),30)-${first})`;
  if (rule === '30-360') return `(${months}+${plainLast}-${first})`;
  return `(${months}+IF(AND(${lastOfFebruary(from)},${lastOfFebruary(to)}),30,${plainLast})-${first})`;
}
