import type { ProrationRule } from '../rules/proration';
import type { DayCountRule } from '../rules/dayCount';
import type { ProratedPeriod } from '../rules/proratedPeriod';
import type { CellAddress } from '../sheets/address';
import type { BlankTotal, Document } from '../tables/document';
import type { CalendarDate } from '../values/calendar';
import type { Decimal } from '../values/decimal';
import type { Finding, Message } from './finding';
import type { ReckonedTable } from './interest/resolveInterest';
import type { ResolvedTerms, Term } from './terms';

/** The pro-rata rule behind a table's amounts, as inferred or as its fee column states. */
export interface ProrationInference {
  readonly table: string;
  readonly rule: ProrationRule;
  /** Rules that give every fitting row from the same fees and so cannot be told apart from `rule`. */
  readonly equivalent: readonly ProrationRule[];
  /**
   * Rules that fit the same rows from other fees and that the figures do not tell apart from `rule`: named where only together they
   * stand out. Empty otherwise; `marginBits` is then how far ahead they are together.
   */
  readonly alike: readonly ProrationRule[];
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

/** What an empty cell of a table is to hold, computed. */
export interface ComputedRow {
  /** Index into the table's rows. */
  readonly row: number;
  /** The empty cells; null where the figure is printed or has no column. */
  readonly daysCell: CellAddress | null;
  readonly amountCell: CellAddress | null;
  /** Charged days, printed or counted; null where neither can be. */
  readonly days: number | null;
  /** The days were counted here, not printed. */
  readonly counted: boolean;
  /** The charged days on the calendar; null where the dates are not known. */
  readonly period: ProratedPeriod | null;
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
  /** Null where the amount is printed or cannot be computed. */
  readonly amount: Decimal | null;
  /** Why what is missing cannot be computed; null where all of it is. */
  readonly reason: Message | null;
}

/** A total line whose cell is empty, with what it is to hold; null where a row that it takes in could not be computed. */
export interface ComputedTotal extends BlankTotal {
  readonly value: Decimal | null;
}

/** The empty cells of days, amounts and totals of a table, computed (forward mode). Nothing of it is written into the table. */
export interface ComputedTable {
  readonly table: string;
  /** The rule that the amounts are computed by; null where none is computed. */
  readonly rule: Term<ProrationRule> | null;
  readonly dayCount: DayCountRule;
  /** −1 where the table prints its amounts as negative figures. */
  readonly sign: 1 | -1;
  readonly rows: readonly ComputedRow[];
  readonly totals: readonly ComputedTotal[];
  /** The sum of all rows' amounts, printed and computed; null where one is missing. */
  readonly net: Decimal | null;
}

/** All that the checks say of a document. Plain data. */
export interface Verification {
  readonly document: Document;
  readonly terms: ResolvedTerms;
  readonly findings: readonly Finding[];
  readonly prorations: readonly ProrationInference[];
  /** Tables with empty cells that follow from what is printed. */
  readonly computed: readonly ComputedTable[];
  /** Tables of interest, with what their rows come to. */
  readonly interest: readonly ReckonedTable[];
  readonly totals: DocumentTotals;
}
