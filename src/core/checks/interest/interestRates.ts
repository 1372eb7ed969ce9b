import { type StatutoryRate, statutoryRate, yearShare } from '../../rules/interest';
import type { Table } from '../../tables/document';
import { Decimal } from '../../values/decimal';
import { countedDays, type DatedInterest, firstDayOfDelay } from './interestPeriods';
import type { DayCountRule } from '../../rules/dayCount';

/** Where the rates of a table come from: what it prints, the law, or the figures themselves. */
export type RateOrigin = 'printed' | StatutoryRate | 'inferred';

export interface RateScheme {
  readonly origin: RateOrigin;
  /** The rate of a row in percent; null where it has none. */
  readonly rateOf: (row: DatedInterest) => Decimal | null;
}

/** Rates with more decimals are not agreed on. */
const MOST_PLACES = 2;
const MOST_CANDIDATES = 8;
const LARGEST_RATE = 50;

/** What rates a table may follow, the most ordinary first: the printed ones and no others, else the statutory ones, else a round one that its figures follow. */
export function rateSchemes(table: Table, rows: readonly DatedInterest[], dayCount: DayCountRule): RateScheme[] {
  const shared = table.interestRate?.percent ?? null;
  const printed = (row: DatedInterest) => row.interest.rate?.percent ?? shared;
  if (rows.some((row) => printed(row) !== null)) return [{ origin: 'printed', rateOf: printed }];
  const statutory = (['civil', 'commercial'] as const).map((origin): RateScheme => {
    return {
      origin,
      rateOf: (row) => {
        const first = firstDayOfDelay(row);
        return first && statutoryRate(origin, first);
      },
    };
  });
  const dated = rows.some((row) => firstDayOfDelay(row) !== null) ? statutory : [];
  const inferred = roundRates(rows, dayCount).map((rate): RateScheme => ({ origin: 'inferred', rateOf: () => rate }));
  return [...dated, ...inferred];
}

/** The rates with the fewest decimals that rows follow, those of the most rows first. */
function roundRates(rows: readonly DatedInterest[], dayCount: DayCountRule): Decimal[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { principal, interest } = row.interest;
    const days = countedDays(row, dayCount);
    if (!principal || !interest || 'reason' in days || days.days === 0 || !principal.value.gt(0)) continue;
    if (!interest.value.gt(0)) continue;
    const share = yearShare('fixed-365', days.days, null);
    if (!share) continue;
    const year = principal.value.times(share.numerator).div(share.denominator * 100);
    const step = interest.unit.lessThan(1) ? interest.unit : new Decimal(1);
    const [least, greatest] = [interest.value.minus(step).div(year), interest.value.plus(step).div(year)];
    const rate = roundest(least, greatest);
    if (rate) counts.set(rate.toFixed(), (counts.get(rate.toFixed()) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([rate]) => new Decimal(rate));
}

function roundest(least: Decimal, greatest: Decimal): Decimal | null {
  const middle = least.plus(greatest).div(2);
  for (let places = 0; places <= MOST_PLACES; places += 1) {
    const rate = middle.toDecimalPlaces(places);
    if (rate.gt(0) && rate.lte(LARGEST_RATE) && rate.gte(least) && rate.lte(greatest)) return rate;
  }
  return null;
}
