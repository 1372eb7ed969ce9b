import { Decimal, ZERO } from '../values/decimal';
import { allocateByLargestRemainder } from './largestRemainder';
import type { MonthDays, ProratedPeriod } from './proratedPeriod';
import { prorate } from './prorate';
import type { ProrationRule } from './proration';
import { prorationShape } from './prorationShape';

/** An amount's share of one calendar month. */
export interface AmountOfMonth extends MonthDays {
  readonly amount: Decimal;
}

/**
 * A printed amount by service month. Rules that work month by month give each month's own amount; under the others the amount is
 * shared by days (largest remainder). The shares always add up to `amount`.
 *
 * @param fee The fee behind the amount, or null where none is known.
 */
export function monthShares(
  rule: ProrationRule,
  period: ProratedPeriod,
  fee: number | null,
  amount: Decimal,
): AmountOfMonth[] {
  const own = fee === null ? null : amountsByMonth(rule, period, fee);
  const total = own?.reduce((sum, share) => sum.plus(share), ZERO);
  const sign = amount.isNegative() ? -1 : 1;
  const shares =
    own && total?.equals(amount.abs())
      ? own.map((share) => share.times(sign))
      : allocateByLargestRemainder(
          amount,
          period.months.map((month) => new Decimal(month.days)),
          amount.isInteger() ? new Decimal(1) : new Decimal(10).pow(0 - amount.decimalPlaces()),
        );
  return period.months.map((month, index) => ({ ...month, amount: shares[index] ?? ZERO }));
}

function amountsByMonth(rule: ProrationRule, period: ProratedPeriod, fee: number): Decimal[] | null {
  const byMonth =
    (rule.family === 'calendar-month' || rule.family === 'fixed-30-part-months') && rule.rounded !== 'whole';
  if (!byMonth && rule.family !== 'calendar-month-all-by-day' && rule.family !== 'months-touched') return null;
  return period.months.map((month) => {
    const alone = { ...period, days: month.days, months: [month] };
    const shape = prorationShape(rule.family, rule.rounded, alone, month.days);
    return new Decimal(shape ? prorate(shape, fee, rule.unit.toNumber(), rule.mode) : 0);
  });
}
