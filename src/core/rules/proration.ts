import type { Decimal } from '../values/decimal';
import type { RoundingMode } from './rounding';

/** How a fee is shared over the days of a period. See the manual's page on pro-rata rules for each family. */
export type ProrationFamily =
  | 'calendar-month'
  | 'calendar-month-all-by-day'
  | 'fixed-30-part-months'
  | 'fixed-30-days'
  | 'annual-365'
  | 'annual-366'
  | 'annual-360'
  | 'annual-actual'
  | 'annual-fiscal'
  | 'annual-30-360'
  | 'annual-30e-360'
  | 'own-months-30'
  | 'own-months-actual'
  | 'months-touched'
  | 'price-by-day'
  | 'flat';

/** What is rounded: the daily rate, each month's (or rest's) amount, the whole amount; `exact` where nothing is divided. */
export type RoundedFigure = 'daily' | 'monthly' | 'whole' | 'exact';

/** A pro-rata rule. `id` is `pro-rata.{family}.{rounded}.{mode}.{unit}`, with `.first-day-out` where the period starts on the day after. */
export interface ProrationRule {
  readonly id: string;
  readonly family: ProrationFamily;
  readonly rounded: RoundedFigure;
  readonly mode: RoundingMode;
  readonly unit: Decimal;
  readonly firstDay: 'in' | 'out';
}
