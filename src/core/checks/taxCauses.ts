import { taxUnit } from '../rules/consumptionTax';
import { ROUNDING_MODES, type RoundingMode, roundTo } from '../rules/rounding';
import type { Figure } from '../tables/document';
import type { Decimal } from '../values/decimal';
import type { Cause } from './finding';
import { message } from './message';
import { numberCause, rankCauses } from './rankCauses';
import { classifySlip } from './slips';
import { otherRates } from './taxGroups';

/** Bits that it costs to have used a rate by mistake. */
const RATE_BITS = new Map([
  ['8', 3],
  ['5', 4.5],
  ['3', 7],
]);
const ANY_RATE_BITS = 4;

/**
 * What may be wrong where no rule gives a tax figure: a rate that does not apply, or a slip in the figure.
 *
 * @param needed What the figure should be: by the printed gross where that is explained, else by the plain rule.
 */
export function taxCauses(
  target: Figure,
  base: Decimal,
  computed: Decimal,
  needed: Decimal,
  allowed: readonly Decimal[],
  mode: RoundingMode,
): Cause[] {
  const causes: Cause[] = [];
  const modes = [mode, ...ROUNDING_MODES.filter((other) => other !== mode)];
  for (const rate of otherRates(allowed)) {
    const exact = base.times(rate).div(100);
    const fits = modes.some((each) => roundTo(exact, taxUnit([target.unit]), each).equals(target.value));
    if (!fits) continue;
    causes.push({
      kind: 'old-tax-rate',
      cell: target.cell,
      stated: target.value,
      suggested: computed,
      cost: RATE_BITS.get(rate.toFixed()) ?? ANY_RATE_BITS,
      label: message('cause.old-tax-rate', { rate, cell: target.cell, stated: target.value, suggested: computed }),
    });
  }
  const slip = classifySlip(target.value, needed);
  if (slip) {
    causes.push(numberCause(slip.kind, target.cell, target.value, needed, slip.bits));
  }
  return rankCauses(causes);
}
