import { Decimal } from '../values/decimal';
import { roundTo } from './rounding';

const ONE_YEN = new Decimal(1);

/** Up to this much of a payment the lower rate applies, to the rest the higher (所得税法204条, 205条). */
export const LOWER_PART = new Decimal(1_000_000);
/** Income tax with the reconstruction surtax (復興財源確保法28条): 10 % and 20 %, each × 102.1 %. */
export const LOWER_RATE = new Decimal('0.1021');
export const HIGHER_RATE = new Decimal('0.2042');

/**
 * Income tax that is withheld from a fee (源泉徴収税額), in yen, rounded down.
 *
 * @param fee the fee in yen: without consumption tax where that is stated apart, else with it (直法6-1).
 */
export function withheldFrom(fee: Decimal): Decimal {
  if (fee.lte(LOWER_PART)) return roundTo(fee.times(LOWER_RATE), ONE_YEN, 'down');
  const lower = LOWER_PART.times(LOWER_RATE);
  return lower.plus(roundTo(fee.minus(LOWER_PART).times(HIGHER_RATE), ONE_YEN, 'down'));
}
