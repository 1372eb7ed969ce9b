import { amountColumn, type Column } from './column';
import type { Certainty, Figure, Relation, SumRelation, TableKind } from './document';
import type { Line } from './lines';
import { withoutParents } from './parents';
import { entriesOf, type Entry, isDeduction, settlementOfLine, signedTerms } from './signedTerms';
import { baseRelations, INCLUSIVE_HEADER, taxRelation, taxTotals, withholdingRelations } from './taxRelations';
import { detailsOf, isExclusiveTax, isWhole, previousTotal } from './totalLines';
import { isStillDue } from './words/dueWords';

/** What a column's lines are read with. */
interface Reading {
  readonly entries: readonly Entry[];
  /** Rows of headings between the lines. */
  readonly headings: readonly number[];
  readonly certainty: Certainty;
  readonly kind: TableKind;
  /** The amounts hold their tax: then a total with tax is one of theirs. */
  readonly inclusive: boolean;
  /** Where the first tax stands that is added; −1 for nowhere. */
  readonly firstTax: number;
}

/** The relations that the labelled lines of a table assert down its columns. */
export function totalRelations(lines: readonly Line[], columns: readonly Column[], kind: TableKind): Relation[] {
  const own = amountColumn(columns)?.column;
  const headings = lines.flatMap((line) => (line.kind === 'section' ? [line.row] : []));
  return columns
    .filter(({ addable }) => addable)
    .flatMap((column) => {
      const entries = entriesOf(lines, column.column);
      const sure = column.role !== 'days' && (column.column === own || column.role !== 'quantity');
      const within = entries.some(({ line }) => line.kind === 'tax' && line.total?.inclusive === true);
      const inclusive = within || INCLUSIVE_HEADER.test(column.header);
      const firstTax = entries.findIndex(isExclusiveTax);
      const reading: Reading = {
        entries,
        headings,
        certainty: sure ? 'certain' : 'possible',
        kind,
        inclusive,
        firstTax,
      };
      return relationsDown(reading, column.column === own, column.header);
    });
}

function relationsDown(reading: Reading, own: boolean, header: string): Relation[] {
  const { entries } = reading;
  const down = entries.flatMap(({ line }, index) => {
    if (line.kind === 'tax') return taxRelation(entries, index, header);
    return line.kind === 'total' ? totalRelation(reading, index) : [];
  });
  return own ? [...down, ...baseRelations(entries), ...taxTotals(entries), ...withholdingRelations(entries)] : down;
}

function totalRelation(reading: Reading, index: number): Relation[] {
  const { entries, certainty } = reading;
  const entry = entries[index];
  const own = entry?.line.total;
  if (!entry || !own) return [];
  const before = previousTotal(entries, index);
  const previous = before < 0 ? undefined : entries[before];
  const between = entries.slice(before + 1, index);
  const taxes = distinctTaxes(between.filter(isExclusiveTax));
  const parts = between.filter(({ line }) => line.kind === 'detail');
  if (taxes.length > 0 && !own.net) {
    if (previous && isWhole(entries, before)) return [grossRelation(entry, previous, taxes, parts, certainty)];
    return leavesWithTaxes(reading, index, taxes);
  }
  const taxed = reading.firstTax >= 0 && reading.firstTax < before;
  if (previous && settles(entry, previous, parts, taxed)) return settled(entry, previous, parts, certainty);
  // A total right below a gross one is what is left to pay, or takes in more than this column shows.
  if (taxed && parts.length === 0) return [];
  return leafRelation(reading, index);
}

/** Whether a total follows from the one above it and what stands between: allowances, payments, a balance. */
function settles(entry: Entry, previous: Entry, parts: readonly Entry[], taxed: boolean): boolean {
  const worded = parts.every(({ line }) => settlementOfLine(line) !== null);
  if (parts.length === 0)
    return taxed && (entry.figure.value.eq(previous.figure.value) || isStillDue(entry.line.label));
  const rank = entry.line.total?.rank ?? 0;
  const holds = signedTerms(entry.figure, [previous, ...parts]).holds;
  if (!worded) return taxed && rank >= 3 && holds;
  if (!taxed && rank > (previous.line.total?.rank ?? 0)) return false;
  return holds || !signedTerms(entry.figure, parts).holds;
}

function settled(entry: Entry, previous: Entry, parts: readonly Entry[], certainty: Certainty): Relation[] {
  const terms = signedTerms(entry.figure, [previous, ...parts]);
  return [sumRelation(entry.figure, terms, terms.sure ? certainty : 'possible')];
}

function leafRelation({ entries, headings, certainty, kind, inclusive, firstTax }: Reading, index: number): Relation[] {
  const entry = entries[index];
  const own = entry?.line.total;
  if (!entry || !own) return [];
  const { details, doubtful } = detailsOf(entries, index, own.rank);
  if (details.length === 0) return [];
  const leaves = withoutParents(ofOwnSection(details, entry, headings), entry.figure);
  const terms = signedTerms(entry.figure, leaves);
  // Among lines, words such as 値引 may head anything but for bills.
  const signed = terms.subtracted.length === 0 && leaves.every((leaf) => !isDeduction(leaf));
  const plain = signed || terms.holds || (terms.sure && (kind === 'invoice' || standsBelowTotal(entries, leaves)));
  const sure =
    certainty === 'certain' && !doubtful && plain && (!own.gross || (inclusive && firstTax < 0)) && !own.loose;
  return [sumRelation(entry.figure, terms, sure ? 'certain' : 'possible')];
}

/** Whether all lines that take something off stand below a subtotal. */
function standsBelowTotal(entries: readonly Entry[], leaves: readonly Entry[]): boolean {
  const first = entries.findIndex(({ line }) => line.kind === 'total');
  return first >= 0 && leaves.every((leaf) => !isDeduction(leaf) || entries.indexOf(leaf) > first);
}

/** The details below the last heading above a total, where those add up to it and all of them do not. */
function ofOwnSection(details: readonly Entry[], total: Entry, headings: readonly number[]): readonly Entry[] {
  const heading = headings.reduce((last, row) => (row < total.line.row ? Math.max(last, row) : last), -1);
  const own = details.filter(({ line }) => line.row > heading);
  if (own.length === 0 || own.length === details.length) return details;
  const fits = (entries: readonly Entry[]) => signedTerms(total.figure, entries).holds;
  return fits(own) && !fits(details) ? own : details;
}

function sumRelation(
  target: Figure,
  { addends, subtracted }: { addends: readonly Figure[]; subtracted: readonly Figure[] },
  certainty: Certainty,
): SumRelation {
  const taken = subtracted.length === 0 ? {} : { subtracted };
  return { kind: 'sum', target, addends, ...taken, axis: 'rows', certainty };
}

/** Of taxes by rate and their total only the total counts. */
function distinctTaxes(taxes: readonly Entry[]): readonly Entry[] {
  const whole = taxes.filter(({ line }) => line.total?.rate === null);
  return whole.length === 1 && taxes.length > 2 ? whole : taxes;
}

/** Gross = net + tax, with what is charged or allowed after tax. */
function grossRelation(
  entry: Entry,
  net: Entry,
  taxes: readonly Entry[],
  parts: readonly Entry[],
  certainty: Certainty,
): Relation {
  const [tax] = taxes;
  if (tax && taxes.length === 1 && parts.length === 0) {
    return { kind: 'gross', target: entry.figure, net: net.figure, tax: tax.figure };
  }
  const terms = signedTerms(entry.figure, [net, ...taxes, ...parts]);
  const rated = taxes.length === 1 || taxes.every(({ line }) => line.total?.rate !== null);
  return sumRelation(entry.figure, terms, rated && terms.sure ? certainty : 'possible');
}

/** A gross total without a printed net one: its lines and the taxes. */
function leavesWithTaxes({ entries, certainty }: Reading, index: number, taxes: readonly Entry[]): Relation[] {
  const entry = entries[index];
  const { details } = detailsOf(entries, index, 4);
  if (!entry || details.length === 0) return [];
  const terms = signedTerms(entry.figure, [...details, ...taxes]);
  const rated = taxes.length === 1 || taxes.every(({ line }) => line.total?.rate !== null);
  return [sumRelation(entry.figure, terms, rated && terms.sure ? certainty : 'possible')];
}
