import type { ReportContext } from '../context';
import { PARAMETER_TOP, parameterKinds } from '../parameters';
import { ruleGroups } from '../ruleGroups';
import { FAMILIES, NUMBERS } from './blanks/ruleFormulas';
import { COMPARE_COLUMNS, COMPARE_TERMS, type CompareModel } from './compare/compareShape';
import { INTEREST_COLUMNS, interestTermsOf } from './interest/interestShape';
import { groupingsOf, type TaxGrouping } from './taxChoice';
import type { ClaimGroup, TotalsModel } from './totalsModel';

/** Columns shared by all sections (0-based): number, name, then figures. */
export const NUMBER = 0;
export const NAME = 1;
export const FIRST = 2;

/** The column of the lines' printed amounts: net, or gross where they hold the tax. */
export function amountColumn({ inclusive }: TotalsModel): number {
  return inclusive ? FIRST + 2 : FIRST;
}

/** A section: its heading, its header row, its detail rows and the row after them. */
export interface Block {
  readonly title: number;
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

export type SummaryLine = 'net' | 'tax' | 'gross' | 'claims' | 'grand';

/** Where everything stands on the totals sheet, worked out before anything is planned: sections refer to each other. */
export interface TotalsLayout {
  readonly taxed: boolean;
  readonly summary: (Block & { readonly rows: ReadonlyMap<SummaryLine, number> }) | null;
  readonly matrix: (Block & { readonly groupings: readonly Exclude<TaxGrouping, 'printed'>[] }) | null;
  readonly lines: (Block & { readonly total: number }) | null;
  readonly months:
    | (Block & {
        readonly firstMonth: number;
        readonly unsplit: number;
        readonly sum: number;
        readonly net: number;
        readonly tax: number;
        readonly gross: number;
      })
    | null;
  readonly claims: (Block & { readonly total: number }) | null;
  /** The tax compared with another rule. */
  readonly compare: Block | null;
  /** Its items, on which it is computed. */
  readonly compareItems: Block | null;
  /** Tables of interest, in the order of the verification's. */
  readonly interest: readonly Block[];
  /** Rows with empty cells, computed. */
  readonly blanks: Block | null;
  /** Total lines with empty cells, computed. */
  readonly blankTotals: Block | null;
  /** The days of those rows, split as their rules need it. */
  readonly split: Block | null;
  /** The list of rules, and the parameters as numbers. */
  readonly numbers: Block | null;
  readonly columns: number;
}

/** Figure columns of the widest section of forward mode. */
const SPLIT_COLUMNS = 10;

export function totalsLayout(context: ReportContext, model: TotalsModel, compared: CompareModel | null): TotalsLayout {
  const taxed = context.parameters.taxGrouping !== null;
  const parameters = parameterKinds(context.verification).length;
  let next = PARAMETER_TOP + parameters + (parameters > 0 ? 1 : -2);
  /** A block with a heading, a note, a header row, so many rows and so many rows of totals, and an empty row after it. */
  const block = (details: number, totals: number, notes = 1): Block => {
    const title = next;
    const header = title + notes + 1;
    next = header + details + totals + 2;
    return { title, header, first: header + 1, last: header + details };
  };
  const lineCount = model.lines.length;
  const claimRows = model.claims.reduce(
    (sum, group) => sum + group.rows.length + (hasSubtotal(group, model) ? 1 : 0),
    0,
  );
  const summaryLines = linesOfSummary(taxed, lineCount > 0, claimRows > 0);
  const summary = summaryLines.length > 0 ? block(summaryLines.length, 0, 0) : null;
  const groupings = groupingsOf(model);
  const matrix = taxed ? { ...block(groupings.length, 0), groupings } : null;
  const blanks = model.blanks.length > 0 ? block(model.blanks.length, 0) : null;
  const blankTotals = model.blankTotals.length > 0 ? block(model.blankTotals.length, 0, 0) : null;
  const lines = lineCount > 0 ? block(lineCount, 1) : null;
  const months = taxed && model.months.length > 0 ? block(lineCount, 3) : null;
  const claims = claimRows > 0 ? block(claimRows, 1) : null;
  const compareRows = compared?.rows.length ?? 0;
  const compare = compared ? block(compareRows, 0, compareRows > 0 ? 1 + COMPARE_TERMS : 1) : null;
  const interest = context.verification.interest.map((table) =>
    block(table.rows.length, 1, 1 + interestTermsOf(table).length),
  );
  const splits = model.blanks.filter((line) => line.split !== null).length;
  const split = splits > 0 ? block(splits, 0) : null;
  const numberRows = FAMILIES.length + ruleGroups(context.verification).length * NUMBERS.length;
  const numbers = model.blanks.length > 0 ? block(numberRows, 0) : null;
  const compareItems = compared && compareRows > 0 ? block(compared.totals.ledger.items.length, 0) : null;
  const firstMonth = FIRST + 1;
  const unsplit = firstMonth + model.months.length;
  return {
    taxed,
    summary: summary && {
      ...summary,
      rows: new Map(summaryLines.map((line, index) => [line, summary.first + index])),
    },
    matrix,
    lines: lines && { ...lines, total: lines.last + 1 },
    months: months && {
      ...months,
      firstMonth,
      unsplit,
      sum: unsplit + 1,
      net: months.last + 1,
      tax: months.last + 2,
      gross: months.last + 3,
    },
    claims: claims && { ...claims, total: claims.last + 1 },
    compare,
    compareItems,
    interest,
    blanks,
    blankTotals,
    split,
    numbers,
    columns: Math.max(
      FIRST + 4,
      months ? unsplit + 2 : 0,
      blanks ? FIRST + SPLIT_COLUMNS : 0,
      compareItems ? FIRST + COMPARE_COLUMNS : 0,
      interest.length > 0 ? FIRST + INTEREST_COLUMNS : 0,
    ),
  };
}

/** A single group without a category needs no subtotal beside the total. */
export function hasSubtotal(group: ClaimGroup, model: TotalsModel): boolean {
  return group.label !== null || model.claims.length > 1;
}

function linesOfSummary(taxed: boolean, net: boolean, claims: boolean): SummaryLine[] {
  const lines: SummaryLine[] = [];
  if (net) lines.push('net');
  if (net && taxed) lines.push('tax', 'gross');
  if (claims) lines.push('claims');
  if (net && claims) lines.push('grand');
  return lines;
}
