import type { ComparisonRule } from '../rules/comparisonRule';
import type { DayCountRule } from '../rules/dayCount';
import type { ProrationRule } from '../rules/proration';
import type { RoundingMode } from '../rules/rounding';
import type { CellAddress } from '../sheets/address';
import type { CalendarDate } from '../values/calendar';
import type { Decimal } from '../values/decimal';

/** What a user may set. Null means: find it in the workbook or infer it. */
export interface Terms {
  readonly incidentDate: CalendarDate | null;
  readonly dayCount: DayCountRule | null;
  /** In percent: 10 is 10 %. */
  readonly taxRate: Decimal | null;
  readonly taxRounding: RoundingMode | null;
  /** How amounts follow from fees and days. */
  readonly proration: ProrationRule | null;
  /** The rule of consumption tax that the document's own is compared with; changes no check. */
  readonly comparison: ComparisonRule | null;
}

export const NO_TERMS: Terms = {
  incidentDate: null,
  dayCount: null,
  taxRate: null,
  taxRounding: null,
  proration: null,
  comparison: null,
};

/** Where a term's value came from. */
export type TermSource =
  | { readonly kind: 'user' }
  | { readonly kind: 'cell'; readonly cell: CellAddress }
  | { readonly kind: 'inferred'; readonly supporting: number; readonly of: number }
  /** The tax rate in force on a date. */
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'default' };

export interface Term<T> {
  readonly value: T;
  readonly source: TermSource;
}

/** The terms a verification was made under. Null where nothing in the workbook needs the term or gives it. */
export interface ResolvedTerms {
  readonly incidentDate: Term<CalendarDate> | null;
  readonly dayCount: Term<DayCountRule> | null;
  readonly taxRate: Term<Decimal> | null;
  readonly taxRounding: Term<RoundingMode> | null;
  /** The pro-rata rule's id (`pro-rata.calendar-month.daily.down.1`), where one is chosen, stated or inferred, or needed to compute empty cells. */
  readonly proration: Term<string> | null;
  /** Null where nothing is taxed. */
  readonly comparison: Term<ComparisonRule> | null;
}
