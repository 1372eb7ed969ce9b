import type { InterestYear } from '../../../rules/interest';
import { literal } from '../../formulas';
import type { Words } from '../../words';
import { longDaysUpTo } from '../yearFormulas';

/** The cells that hold a table's terms; `principalUnit` and `least` are numbers in the formulas. */
export interface InterestTerms {
  readonly dayCount: string;
  readonly year: string;
  readonly mode: string;
  readonly unit: string;
  readonly principalUnit: string;
  readonly least: string | null;
}

/** Decimals that a figure is taken to before it is rounded, as everywhere on our sheets. */
const GUARD_DECIMALS = 6;

export const yearWord = (words: Words, year: InterestYear): string => words.say(`interest-year.short.${year}`);

/** Days from `from` to `to` under the convention; none where it was paid early. */
export function interestDaysFormula(words: Words, from: string, to: string, { dayCount }: InterestTerms): string {
  const is = (rule: 'both-in' | 'both-out') => `${dayCount}=${literal(words.say(`day-count.short.${rule}`))}`;
  return `MAX(0,${to}-${from}+IF(${is('both-in')},1,IF(${is('both-out')},-1,0)))`;
}

/** The first of the days that bear interest, counted back from the day of payment. */
export function firstDayFormula(words: Words, to: string, days: string, { dayCount }: InterestTerms): string {
  const lastOut = (['start-in-end-out', 'both-out'] as const).map(
    (rule) => `${dayCount}=${literal(words.say(`day-count.short.${rule}`))}`,
  );
  return `${to}+1-IF(OR(${lastOut.join(',')}),1,0)-${days}`;
}

/** The part of a year that the days are. `first` is null where the dates are not known: then only fixed years can be told. */
export function shareFormula(words: Words, days: string, first: string | null, { year }: InterestTerms): string {
  const is = (one: InterestYear) => `${year}=${literal(yearWord(words, one))}`;
  const fixed = `IF(${is('fixed-360')},${days}/360,${days}/365)`;
  if (first === null) return fixed;
  const end = `(${first}+${days})`;
  const own = (years: string) => `DATE(YEAR(${first})+${years},MONTH(${first}),DAY(${first}))`;
  const whole = `(YEAR(${end})-YEAR(${first})-IF(${own(`YEAR(${end})-YEAR(${first})`)}>${end},1,0))`;
  const years = `${whole}+(${end}-${own(whole)})/365`;
  const leap = `(${longDaysUpTo(`(${end}-1)`, 'calendar')}-${longDaysUpTo(`(${first}-1)`, 'calendar')})`;
  return (
    `IF(${days}=0,0,IF(${is('own-years')},${years},` +
    `IF(${is('leap-366')},(${days}-${leap})/365+${leap}/366,${fixed})))`
  );
}

/** Principal × rate × part of a year, rounded. */
export function interestFormula(
  words: Words,
  principal: string,
  rate: string,
  share: string,
  terms: InterestTerms,
): string {
  const { mode, unit, principalUnit, least } = terms;
  const base = `INT(ROUND(${principal}/${principalUnit},${GUARD_DECIMALS}))*${principalUnit}`;
  const exact = `ROUND(${principalUnit === '1' ? principal : base}*${rate}*${share}/100/${unit},${GUARD_DECIMALS})`;
  const is = (one: 'down' | 'up') => `${mode}=${literal(words.say(`rounding.${one}`))}`;
  const whole = `IF(${is('down')},ROUNDDOWN(${exact},0),IF(${is('up')},ROUNDUP(${exact},0),ROUND(${exact},0)))`;
  const value = `ROUND(${whole}*${unit},2)`;
  return least === null ? value : `IF(${value}<${least},0,${value})`;
}
