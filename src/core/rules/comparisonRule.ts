import type { Decimal } from '../values/decimal';
import type { TaxGrouping } from './consumptionTax';
import { ROUNDING_MODES, type RoundingMode } from './rounding';

export const TAX_GROUPINGS: readonly TaxGrouping[] = ['whole', 'per-line', 'per-category', 'per-month', 'per-rate'];

/** A rule of consumption tax that the document's own one is compared with. */
export interface ComparisonRule {
  /** What is rounded at a time. */
  readonly grouping: TaxGrouping;
  readonly rounding: RoundingMode;
  /** Whether the amounts hold the tax (内税); null: as the document has it. */
  readonly inclusive: boolean | null;
  /** In percent, for all that is taxed; null: each line's own rate. */
  readonly rate: Decimal | null;
}

/** The rule's id: `tax.per-month.up`, with `.inclusive` or `.exclusive` where it says so. The rate is no part of it. */
export function comparisonId({ grouping, rounding, inclusive }: ComparisonRule): string {
  const held = inclusive === null ? '' : inclusive ? '.inclusive' : '.exclusive';
  return `tax.${grouping}.${rounding}${held}`;
}

/** Reads an id, `tax.` in front or not; null where it is none. */
export function comparisonRuleOf(id: string, rate: Decimal | null): ComparisonRule | null {
  const [grouping, rounding, held, ...rest] = id.replace(/^tax\./, '').split('.');
  const knownGrouping = TAX_GROUPINGS.find((each) => each === grouping);
  const knownRounding = ROUNDING_MODES.find((each) => each === rounding);
  if (!knownGrouping || !knownRounding || rest.length > 0) return null;
  if (held !== undefined && held !== 'inclusive' && held !== 'exclusive') return null;
  const inclusive = held === undefined ? null : held === 'inclusive';
  return { grouping: knownGrouping, rounding: knownRounding, inclusive, rate };
}
