import type { Table } from '../tables/document';
import { LARGEST_AMOUNT } from '../rules/prorate';
import { shapesOver } from './chargedRows';
import { productAmounts } from './checkQuantities';
import type { InferredProration } from './inferProration';
import { feesOf, rowBits } from './ruleEvidence';
import type { StatedProration } from './statedProration';
import type { AmountPreference } from './sumCauses';

/** Bits that a printed fee, or a quantity with its price, is worth: the amount follows from it exactly or does not. */
const FEE_BITS = 20;

/** How far the rule behind a table's amounts prefers another amount in a row to the printed one. */
export function amountPreference(
  table: Table,
  stated: StatedProration | null,
  inferred: InferredProration | null,
): AmountPreference {
  const statedAmounts = productAmounts(table);
  if (stated?.certain) for (const { row, computed } of stated.rows) if (computed) statedAmounts.set(row, computed);
  const chargedRows = new Map((inferred?.rows ?? []).map((charged) => [table.rows[charged.index], charged] as const));
  return (row, suggested) => {
    const computed = statedAmounts.get(row);
    if (computed && row.amount) {
      if (computed.equals(suggested)) return FEE_BITS;
      return computed.equals(row.amount.value) ? 0 - FEE_BITS : 0;
    }
    if (!inferred || inferred.inference.strength === 'not-enough-evidence') return 0;
    const charged = chargedRows.get(row);
    const shape = charged && shapesOver([charged])(inferred.best.rule)[0];
    if (!charged || !shape || !suggested.isInteger() || suggested.abs().greaterThan(LARGEST_AMOUNT)) return 0;
    const changed = { ...charged, magnitude: suggested.abs().toNumber() };
    const bits = (each: typeof charged) => rowBits(feesOf(inferred.best, shape, each), shape, inferred.profile);
    return changed.magnitude === 0 ? 0 : bits(changed) - bits(charged);
  };
}
