import type { RoundingMode } from '../rules/rounding';
import type { ThirtyDayRule } from '../rules/yearBases';
import type { CellRange } from '../sheets/address';
import type { Arithmetic } from '../tables/formulas/arithmetic';
import type { CalendarDate } from '../values/calendar';
import type { Decimal } from '../values/decimal';

/**
 * How a computed figure follows from cells: what the written sheets print as a live formula. Cells that hold text
 * appear as the number or date that was read.
 */
export type Expression =
  | Arithmetic
  | { readonly kind: 'date'; readonly value: CalendarDate }
  /** A term that stands in a parameter cell of our own sheets; `value` is what it is now. */
  | { readonly kind: 'incident-date'; readonly value: CalendarDate }
  | { readonly kind: 'tax-rate'; readonly value: Decimal }
  /** The sum of ranges of numeric cells and further terms. */
  | { readonly kind: 'sum'; readonly ranges: readonly CellRange[]; readonly terms: readonly Expression[] }
  | { readonly kind: 'subtract'; readonly from: Expression; readonly what: Expression }
  /** Days between two dates in months of thirty days. */
  | { readonly kind: 'thirty-days'; readonly start: Expression; readonly end: Expression; readonly rule: ThirtyDayRule }
  | { readonly kind: 'multiply'; readonly a: Expression; readonly b: Expression }
  | { readonly kind: 'divide'; readonly a: Expression; readonly b: Expression }
  /** To a multiple of `unit` (a power of ten). */
  | { readonly kind: 'round'; readonly of: Expression; readonly mode: RoundingMode; readonly unit: Decimal };
