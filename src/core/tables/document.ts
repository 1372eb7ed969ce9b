import type { AmountReading, DateReading, UnreadableReason } from '../reading/readings';
import type { CellAddress, CellArea, CellRange } from '../sheets/address';
import type { CalendarDate, DateSystem } from '../values/calendar';
import type { Decimal } from '../values/decimal';
import type { ThirtyDayRule } from '../rules/yearBases';
import type { Arithmetic } from './formulas/arithmetic';

export type TableKind = 'reduction' | 'claims' | 'invoice' | 'interest' | 'timeline' | 'amounts';

export type ColumnRole =
  | 'name'
  | 'category'
  | 'description'
  | 'quantity'
  | 'unit-price'
  | 'base-quantity'
  | 'discount'
  | 'surcharge'
  | 'factor'
  | 'fee'
  | 'start'
  | 'restored'
  | 'days'
  | 'amount'
  | 'tax'
  | 'tax-rate'
  | 'total'
  | 'principal'
  | 'due'
  | 'paid'
  | 'interest-rate'
  | 'interest'
  | 'date'
  | 'text'
  | 'other';

/** A printed figure and where it stands. */
export interface Figure extends AmountReading {
  readonly cell: CellAddress;
  /**
   * The figure is (part of) a text: a formula that refers to the cell would not get the number. Such figures go into
   * formulas as the number that was read.
   */
  readonly textual: boolean;
  /** The name of what the figure counts: the row's label, or the text around a figure inside a label. */
  readonly label: string;
}

export interface DateCell {
  readonly cell: CellAddress;
  readonly reading: DateReading;
  /** The cell holds text, not a serial number. */
  readonly textual: boolean;
}

export interface TableColumn {
  readonly role: ColumnRole;
  /** 0-based sheet column. */
  readonly column: number;
  readonly header: string;
  readonly headerCell: CellAddress;
}

/** One detail row: a system, a cost, an invoice line. Never a total. */
export interface TableRow {
  /** 0-based sheet row. */
  readonly row: number;
  /** Which block of the table (between repeated headers): 0, 1, … */
  readonly block: number;
  readonly name: string;
  readonly nameCell: CellAddress | null;
  /** Index into the table's categories, or null. */
  readonly category: number | null;
  readonly start: DateCell | null;
  readonly restored: DateCell | null;
  readonly days: Figure | null;
  readonly amount: Figure | null;
  readonly fee: Figure | null;
  /** Figures of further columns of fees, or of their totals; absent where there are none. */
  readonly otherFees?: readonly Figure[];
  readonly quantity: Figure | null;
  readonly unitPrice: Figure | null;
  /** What else the amount follows from besides quantity and unit price; absent where nothing is printed. */
  readonly pricing?: Pricing;
  readonly tax: Figure | null;
  readonly hidden: boolean;
  /** The rate of tax that the row prints or is marked with, in percent; absent where there is none. */
  readonly taxRate?: Decimal;
  /** The amount is printed without a sign and taken off (値引 5,000); absent where it is added. */
  readonly takenOff?: boolean;
  /** The row's empty cells in columns of days and amounts; absent where none is empty. */
  readonly blanks?: RowBlanks;
  /** The sheet row of an earlier row of the table that prints the same in every column; absent where there is none. */
  readonly repeats?: number;
  /** In tables of interest only. Its dates and figures are not among the row's other ones. */
  readonly interest?: InterestRow;
}

/** A rate of interest a year, as printed. */
export interface InterestRate {
  /** 3 is 3 %. */
  readonly percent: Decimal;
  readonly cell: CellAddress;
  /** What a formula that refers to the cell gets: 0.03 or 3; null where the rate is (part of) a text. */
  readonly live: 'fraction' | 'percent' | null;
}

/** What a row of a table of interest prints. */
export interface InterestRow {
  readonly principal: Figure | null;
  readonly from: DateCell | null;
  /** Whether `from` is the last day to pay, interest running from the day after, or the first day that bears interest. */
  readonly fromIs: 'due' | 'first-day';
  /** The day of payment, the last that bears interest. */
  readonly to: DateCell | null;
  readonly days: Figure | null;
  /** The row's own rate; null where it prints none. */
  readonly rate: InterestRate | null;
  readonly interest: Figure | null;
  /** The row's empty cells in the columns of days and interest; null where filled or without a column. */
  readonly blanks: { readonly days: CellAddress | null; readonly interest: CellAddress | null };
}

/** Empty cells under a heading that lets one expect a figure. A dash or a text is not empty. */
export interface RowBlanks {
  readonly days: CellAddress | null;
  readonly amount: CellAddress | null;
}

/** How many units a price is for, and what is taken off or added to quantity × price. */
export interface Pricing {
  /** The quantity that the price is for, from a column for it or from the price's heading (単価（千枚当たり）); null: one. */
  readonly per: Figure | Decimal | null;
  readonly adjustments: readonly PriceAdjustment[];
  /** What quantity × price is multiplied by besides: hours beside persons, months, a share (掛率). Absent where there is nothing. */
  readonly factors?: readonly PriceFactor[];
}

/** A number that quantity × price is multiplied by; a share as such (0.8) or in percent (80). */
export interface PriceFactor {
  readonly figure: Figure;
  readonly measure: 'number' | 'fraction' | 'percent';
}

/** A discount or surcharge of a row, whatever its sign: an amount of money, or a share of the product (0.1, or 10 under a header with %). */
export interface PriceAdjustment {
  readonly figure: Figure;
  readonly effect: 'less' | 'more';
  readonly measure: 'money' | 'fraction' | 'percent';
  /** The row's tax, in a table whose amounts hold it. Absent for discounts and surcharges. */
  readonly tax?: true;
}

/** A label that groups rows (費用種別), with its printed subtotal where there is one, often inside the label's text. */
export interface Category {
  readonly label: string;
  readonly cell: CellAddress;
  /** Indexes into the table's rows. */
  readonly rows: readonly number[];
  readonly subtotal: Figure | null;
}

/** A line below, above or between the detail rows that totals them. */
export interface TotalLine {
  readonly kind: 'subtotal' | 'total' | 'tax' | 'gross';
  readonly row: number;
  readonly label: string;
  readonly figure: Figure;
}

/** A total line whose cell in the amounts' column is empty. */
export interface BlankTotal {
  readonly kind: TotalLine['kind'];
  readonly label: string;
  readonly cell: CellAddress;
  /** The rate that its label prints, in percent. */
  readonly rate: Decimal | null;
  /** Indexes of the table's rows that it takes in. */
  readonly rows: readonly number[];
}

/** Whether the structure and the words leave no doubt that the figures are meant so. */
export type Certainty = 'certain' | 'possible';

export interface SumRelation {
  readonly kind: 'sum';
  readonly target: Figure;
  /** The leaf figures, details and not subtotals of them, where words and structure say it; what is added directly where the figures do. */
  readonly addends: readonly Figure[];
  /** Figures that are printed without a sign and taken off all the same: 値引 5,000, Less deposit. Absent where there are none. */
  readonly subtracted?: readonly Figure[];
  readonly axis: 'rows' | 'columns';
  readonly certainty: Certainty;
  /** Cells in the lines of the addends that print that there is nothing to add (—, 該当なし), or do not say what (＊). */
  readonly nil?: readonly CellAddress[];
}

export interface TaxRelation {
  readonly kind: 'tax';
  readonly target: Figure;
  /** The taxed detail figures, in the order of the table's rows. */
  readonly lines: readonly Figure[];
  /** Figures printed without a sign that lessen what is taxed, such as 値引. Absent where there are none. */
  readonly subtracted?: readonly Figure[];
  /** An allowance among the lines names no rate: it is shared among the rates of the others, nobody says how. */
  readonly shared?: boolean;
  /** The rates of those that are taken off. */
  readonly subtractedRates?: readonly (Decimal | null)[];
  /** The label says that the taxed amounts hold the tax (内消費税). */
  readonly inclusive?: boolean;
  /** The words do not say that it is the Japanese consumption tax, nor at which rate (Sales tax, VAT): any rate may be meant. */
  readonly anyRate?: boolean;
  /** The rate printed for each of the lines, in percent, in their order; null where none is. */
  readonly rates: readonly (Decimal | null)[];
  /** The printed net total, where there is one. */
  readonly net: Figure | null;
  /** A rate printed in the label or a rate column, in percent; null where none is. */
  readonly statedRate: Decimal | null;
}

export interface GrossRelation {
  readonly kind: 'gross';
  readonly target: Figure;
  readonly net: Figure;
  readonly tax: Figure;
}

/** Income tax withheld from a fee (源泉徴収税額). */
export interface WithholdingRelation {
  readonly kind: 'withholding';
  readonly target: Figure;
  /** The fee without consumption tax. */
  readonly net: Figure;
  /** The fee with it; null where it is not printed. */
  readonly gross: Figure | null;
}

/** A printed figure that is meant to follow from others. Whether it does is for the checks. */
export type Relation = SumRelation | TaxRelation | GrossRelation | WithholdingRelation;

/** A line that says what percentage of others it is: 諸経費（15%）, 値引（①×5%）, Contingency 10%. */
export interface ShareLine {
  readonly target: Figure;
  /** 15 is 15 %. */
  readonly percent: Decimal;
  /** What the share may be of, the likeliest first. */
  readonly bases: readonly { readonly added: readonly Figure[]; readonly subtracted: readonly Figure[] }[];
  /** The label says of what (①×5%). */
  readonly stated: boolean;
  /** Lines of this name are usually reckoned so. */
  readonly worded: boolean;
}

/** A printed percentage of a column of them: a figure, or the growth from `less` to it, over another. */
export interface Ratio {
  readonly target: Figure;
  readonly part: Figure;
  /** What is taken off the part first: (part − less) ÷ whole. */
  readonly less: Figure | null;
  /** Not zero. */
  readonly whole: Figure;
  /** Printed as 12.5, not as the fraction 0.125 (which a cell may show as 12.5%). */
  readonly inPercent: boolean;
  readonly certainty: Certainty;
}

/** A cell that is not what its column holds. */
export interface UnreadableCell {
  readonly cell: CellAddress;
  readonly role: ColumnRole;
  readonly printed: string;
  readonly reason: UnreadableReason;
}

export interface Table {
  /** `t1`, `t2`, … in sheet order. */
  readonly id: string;
  readonly kind: TableKind;
  readonly sheet: string;
  /** With its headers and totals. */
  readonly range: CellArea;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly categories: readonly Category[];
  readonly totals: readonly TotalLine[];
  readonly relations: readonly Relation[];
  readonly unreadable: readonly UnreadableCell[];
  /** Absent where no line says that it is a share of others. */
  readonly shareLines?: readonly ShareLine[];
  /** Absent where no column holds ratios of others. */
  readonly ratios?: readonly Ratio[];
  /** Absent where every total line has its figure. */
  readonly blankTotals?: readonly BlankTotal[];
  /** The rate of interest printed for all rows, in a heading or a note; absent where there is none. */
  readonly interestRate?: InterestRate;
  /** The nearest note above the table, or in its headers, of the unit that its figures are printed in, such as 単位：千円. */
  readonly unitNote?: string;
  /** The table says that its days are business days. */
  readonly businessDays?: true;
  /** The table's days are counted in months of thirty days: absent until its rows have been looked at for that, and where they are not. */
  readonly thirtyDays?: ThirtyDayRule;
}

/** The second date of a row of a course of events. */
export interface EventEnd extends DateCell {
  readonly heading: string;
  /** The headings of both columns name what comes before what: 照会日 and 回答日. */
  readonly follows: boolean;
}

export interface TimelineEvent {
  readonly cell: CellAddress;
  readonly reading: DateReading;
  readonly text: string;
  /** Cells that hold the text, which may be other than the date's. */
  readonly textCells: readonly CellAddress[];
  /** The date is text. */
  readonly textual: boolean;
  /** Which course of events of its sheet it belongs to, from 0. */
  readonly course: number;
  /** The heading of its column of dates; empty where it has none. */
  readonly heading: string;
  /** The date that its row gives in another column: 終了日, 回答日. It ends the event unless it lies before it. */
  readonly until: EventEnd | null;
  /** The fiscal year (from April) that it stands under, with the heading's print and cell; null under none. */
  readonly under: { readonly year: number; readonly printed: string; readonly cell: CellAddress } | null;
  /** The dates of letters that its text says it answers or was given. */
  readonly answers: readonly DateReading[];
}

/** A date in a text or a labelled cell that may be the incident's; the most likely first. */
export interface IncidentCandidate {
  readonly date: CalendarDate;
  readonly cell: CellAddress;
  readonly textual: boolean;
}

/** A figure whose formula is not what its neighbours lead one to expect, where that changes the figure. */
export interface OddFormula {
  readonly figure: Figure;
  /** It differs from the formulas around it; is a number typed among formulas; or adds up figures but not those next to them. */
  readonly deviation: 'differs' | 'typed' | 'skips';
  /** The cell's own formula; null where it is typed. */
  readonly own: string | null;
  /** The formula to expect, as it would read in this cell. */
  readonly usual: string;
  /** The cells that have that formula; none where cells are skipped. */
  readonly alike: readonly CellRange[];
  readonly alikeCount: number;
  /** The cells next to those added up that are left out. */
  readonly skipped: readonly CellAddress[];
  /** What the expected formula reckons and what that gives; null where it is more than arithmetic over cells. */
  readonly reckons: Arithmetic | null;
  readonly value: Decimal | null;
}

/** What was found in a workbook. Plain data. */
export interface Document {
  readonly workbookName: string;
  readonly dateSystem: DateSystem;
  readonly tables: readonly Table[];
  readonly timeline: readonly TimelineEvent[];
  readonly incidentCandidates: readonly IncidentCandidate[];
  readonly oddFormulas: readonly OddFormula[];
  /** Cells that print fractions in percent, by their qualified names. */
  readonly percentCells: ReadonlySet<string>;
  /** Date cells of timelines that could not be read. */
  readonly unreadableDates: readonly UnreadableCell[];
}
