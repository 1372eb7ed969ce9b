import { addsUp } from './addsUp';
import { ZERO } from '../values/decimal';
import { amountColumn, type Column } from './column';
import type { Certainty, Figure, Relation, TableKind } from './document';
import type { Line } from './lines';
import { withoutParents } from './parents';
import { entriesOf, type Entry, isDeduction, settlementOfLine, signedTerms } from './signedTerms';
import { baseRelations, INCLUSIVE_HEADER, taxRelation, taxTotals, withholdingRelations } from './taxRelations';
import { takeIn } from './openLines';
import { sumRelation } from './sumRelation';
import { detailsOf, isExclusiveTax, isWhole, previousTotal } from './totalLines';
import { isStillDue } from './words/dueWords';

const MOST_TOTALS = 12;

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
  // Beside prices, quantities are of many kinds; without, they are what a table counts (世帯数, 件数).
  const priced = columns.some(({ role }) => role === 'unit-price');
  const amounts = columns.filter(({ role, addable }) => role === 'amount' && addable).length;
  const headings = lines.flatMap((line) => (line.kind === 'section' ? [line.row] : []));
  return columns
    .filter(({ addable }) => addable)
    .flatMap((column) => {
      const entries = entriesOf(lines, column.column);
      const counted = column.role === 'quantity' && !priced && amounts > 1;
      const sure = column.role !== 'days' && (column.column === own || column.role !== 'quantity' || counted);
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
      return relationsDown(reading, column.column === own, column);
    });
}

function relationsDown(reading: Reading, own: boolean, { role, header }: Column): Relation[] {
  const { entries } = reading;
  const money = role !== 'quantity' && role !== 'days';
  const down = entries.flatMap(({ line }, index) => {
    if (line.kind === 'tax') return money ? taxRelation(entries, index, header) : [];
    return line.kind === 'total' ? totalRelation(reading, index) : [];
  });
  return own ? [...down, ...baseRelations(entries), ...taxTotals(entries), ...withholdingRelations(entries)] : down;
}

function totalRelation(reading: Reading, index: number): Relation[] {
  const { entries, certainty } = reading;
  const entry = entries[index];
  const own = entry?.line.total;
  if (!entry || !own || own.step) return [];
  if (own.parts) return namedRelation(reading, entry, own.parts);
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

/** A total of the totals that its label names, by their sheet rows. */
function namedRelation({ entries, certainty }: Reading, { figure }: Entry, rows: readonly number[]): Relation[] {
  const addends = entries.flatMap((part) => (rows.includes(part.line.row) ? [part.figure] : []));
  return addends.length < 2 ? [] : [sumRelation(figure, { addends }, 'rows', certainty)];
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
  return [sumRelation(entry.figure, terms, 'rows', terms.sure ? certainty : 'possible')];
}

function leafRelation({ entries, headings, certainty, kind, inclusive, firstTax }: Reading, index: number): Relation[] {
  const entry = entries[index];
  const own = entry?.line.total;
  if (!entry || !own) return [];
  const { details, doubtful } = detailsOf(entries, index, own.rank);
  const totals = totalsRightAbove(entries, index);
  if (totals && !signedTerms(entry.figure, details).holds)
    return [sumRelation(entry.figure, { addends: totals }, 'rows', certainty)];
  if (details.length === 0) return [];
  const leaves = withoutParents(withoutLarger(ofOwnSection(details, entry, headings), entry, entries), entry.figure);
  const read = signedTerms(entry.figure, leaves);
  const added = kind !== 'invoice' && !read.holds && leaves.every(mayBeAdded);
  const terms = added
    ? { addends: leaves.map(({ figure }) => figure), subtracted: [], holds: false, sure: true }
    : read;
  // Among lines, words such as 値引 may head anything but for bills.
  const signed = added || (terms.subtracted.length === 0 && leaves.every((leaf) => !isDeduction(leaf)));
  const plain = signed || terms.holds || (terms.sure && (kind === 'invoice' || standsBelowTotal(entries, leaves)));
  const sure =
    certainty === 'certain' && !doubtful && plain && (!own.gross || (inclusive && firstTax < 0)) && !own.loose;
  return [sumRelation(entry.figure, terms, 'rows', sure ? 'certain' : 'possible')];
}

/** A line that prints what the lines below it come to, those below the total too, is no part of it: left out where the others add up. */
function withoutLarger(details: readonly Entry[], total: Entry, entries: readonly Entry[]): readonly Entry[] {
  const [first, ...rest] = details;
  if (!first || rest.length < 2 || first.figure.value.lte(total.figure.value)) return details;
  if (!signedTerms(total.figure, rest).holds) return details;
  let sum = ZERO;
  for (let at = entries.indexOf(first) + 1; at < entries.length; at += 1) {
    const entry = entries[at];
    if (entry?.line.kind === 'detail') sum = sum.plus(entry.figure.value);
    if (at > entries.indexOf(total) && sum.eq(first.figure.value)) return rest;
  }
  return details;
}

/**
 * Figures right above a total that stands below another, two at least and each a total or no part of one, that add up to it. One of them
 * ranks no lower than it, so that words alone would take it for the end of another block.
 */
function totalsRightAbove(entries: readonly Entry[], index: number): Figure[] | null {
  const target = entries[index]?.figure;
  const own = entries[index]?.line.total?.rank ?? 0;
  if (!target || entries[index - 1]?.line.kind !== 'total') return null;
  const open: { readonly figure: Figure; readonly rank: number }[] = [];
  for (const { line, figure } of entries.slice(0, index)) {
    if (line.kind !== 'detail' && line.kind !== 'total') continue;
    const rank = line.kind === 'total' ? (line.total?.rank ?? 0) : 0;
    takeIn(open, rank);
    open.push({ figure, rank });
  }
  for (let count = 2; count <= Math.min(open.length, MOST_TOTALS); count += 1) {
    const last = open.slice(-count);
    const figures = last.map((one) => one.figure);
    if (last.some((one) => one.rank >= own) && addsUp(target, figures)) return figures;
  }
  return null;
}

/** What was paid before is taken off on bills; elsewhere 前受金 and 預り金 are items like others. */
function mayBeAdded(entry: Entry): boolean {
  const role = settlementOfLine(entry.line)?.role;
  return !isDeduction(entry) || (role === 'paid' && !entry.belowTotal);
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
  return sumRelation(entry.figure, terms, 'rows', rated && terms.sure ? certainty : 'possible');
}

/** A gross total without a printed net one: its lines and the taxes. */
function leavesWithTaxes({ entries, certainty }: Reading, index: number, taxes: readonly Entry[]): Relation[] {
  const entry = entries[index];
  const { details } = detailsOf(entries, index, 4);
  if (!entry || details.length === 0) return [];
  const terms = signedTerms(entry.figure, [...details, ...taxes]);
  const rated = taxes.length === 1 || taxes.every(({ line }) => line.total?.rate !== null);
  return [sumRelation(entry.figure, terms, 'rows', rated && terms.sure ? certainty : 'possible')];
}
