import type { ProrationRule } from '../rules/proration';
import type { Document } from '../tables/document';
import type { Decimal } from '../values/decimal';
import type { Finding } from './finding';
import type { ResolvedTerms } from './terms';

/** The pro-rata rule behind a table's amounts, as inferred or as its fee column states. */
export interface ProrationInference {
  readonly table: string;
  readonly rule: ProrationRule;
  /** Rules that give every fitting row from the same fees and so cannot be told apart from `rule`. */
  readonly equivalent: readonly ProrationRule[];
  readonly runnerUp: { readonly rule: ProrationRule; readonly bitsBehind: number } | null;
  readonly bits: number;
  readonly marginBits: number;
  readonly strength: 'fits' | 'possible' | 'not-enough-evidence';
  readonly supportingRows: number;
  readonly rowsConsidered: number;
  readonly rows: readonly InferredRow[];
}

export interface InferredRow {
  /** Index into the table's rows. */
  readonly row: number;
  /** The fees that give the printed amount exactly, as a closed interval of whole yen; null where none does. */
  readonly fees: { readonly least: Decimal; readonly greatest: Decimal } | null;
  /** The roundest of them. */
  readonly fee: Decimal | null;
  /** The amount by calendar month under the rule and that fee; adds up to the printed amount. */
  readonly months: readonly MonthShare[];
  /** Not a multiple of the step that most rows' fees are multiples of. */
  readonly odd: boolean;
}

export interface MonthShare {
  readonly year: number;
  readonly month: number;
  /** Days of the month that the rule charges. */
  readonly days: number;
  readonly amount: Decimal;
}

/** Computed from the leaf rows of all tables of a kind; null where the workbook has no such part. */
export interface DocumentTotals {
  readonly net: Decimal | null;
  readonly tax: Decimal | null;
  readonly gross: Decimal | null;
  readonly claims: Decimal | null;
  readonly grand: Decimal | null;
}

/** All that the checks say of a document. Plain data. */
export interface Verification {
  readonly document: Document;
  readonly terms: ResolvedTerms;
  readonly findings: readonly Finding[];
  readonly prorations: readonly ProrationInference[];
  readonly totals: DocumentTotals;
}
