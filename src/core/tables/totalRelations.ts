import { addsUp } from './addsUp';
import { amountColumn, type Column } from './column';
import type { Certainty, Figure, Relation } from './document';
import type { Line } from './lines';
import { withoutParents } from './parents';
import { isDeduction } from './words/totalWords';

/** A line that has a figure in the column at hand. */
interface Entry {
  readonly line: Line;
  readonly figure: Figure;
}

/** The relations that the labelled lines of a table assert down its columns. */
export function totalRelations(lines: readonly Line[], columns: readonly Column[]): Relation[] {
  const own = amountColumn(columns)?.column;
  const headings = lines.flatMap(({ kind, row }) => (kind === 'section' ? [row] : []));
  return columns
    .filter(({ addable }) => addable)
    .flatMap((column) => {
      const entries = lines.flatMap((line) => {
        const figure = line.figures.get(column.column);
        return figure && line.kind !== 'section' ? [{ line, figure }] : [];
      });
      const sure = column.role !== 'days' && (column.column === own || column.role !== 'quantity');
      return relationsDown(entries, headings, sure ? 'certain' : 'possible');
    });
}

function relationsDown(entries: readonly Entry[], headings: readonly number[], certainty: Certainty): Relation[] {
  const relations: Relation[] = [];
  entries.forEach((entry, index) => {
    const { line } = entry;
    if (line.kind === 'tax') relations.push(...taxRelation(entries, index));
    if (line.kind === 'total') relations.push(...totalRelation(entries, index, headings, certainty));
  });
  return relations;
}

/** Positions of the labelled lines directly above `index`, nearest first, with no detail between. */
function labelledAbove(entries: readonly Entry[], index: number): Entry[] {
  const above: Entry[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (!entry || entry.line.kind === 'detail') break;
    above.push(entry);
  }
  return above;
}

function totalRelation(
  entries: readonly Entry[],
  index: number,
  headings: readonly number[],
  certainty: Certainty,
): Relation[] {
  const entry = entries[index];
  const own = entry?.line.total;
  if (!entry || !own) return [];
  const above = labelledAbove(entries, index);
  const taxes = above.filter(({ line }) => line.kind === 'tax' && line.total?.inclusive !== true);
  const grossBetween = above.findIndex(({ line }) => line.kind === 'total');
  const nearestTax = above.findIndex(({ line }) => line.kind === 'tax' && line.total?.inclusive !== true);
  const followsTax = nearestTax >= 0 && (grossBetween < 0 || nearestTax < grossBetween);
  if (followsTax && !own.net) return grossRelation(entries, index, taxes, above, certainty);
  // A total right below a gross one repeats it, is what is left to pay, or takes in more than this column shows.
  if (nearestTax >= 0 && grossBetween >= 0) return [];
  const { addends: details, doubtful } = addendsOf(entries, index, own.rank);
  if (details.length === 0) return [];
  const addends = withoutParents(ofOwnSection(details, entry, headings), entry.figure);
  const deducted = addends.some((one) => isDeduction(one.line.label) && one.figure.value.gt(0));
  const sure = certainty === 'certain' && !doubtful && !deducted && !own.gross && !own.loose;
  return [sumRelation(entry.figure, addends, sure ? 'certain' : 'possible')];
}

/** The details below the last heading above a total, where those add up to it and all of them do not. */
function ofOwnSection(details: readonly Entry[], total: Entry, headings: readonly number[]): readonly Entry[] {
  const heading = headings.reduce((last, row) => (row < total.line.row ? Math.max(last, row) : last), -1);
  const own = details.filter(({ line }) => line.row > heading);
  if (own.length === 0 || own.length === details.length) return details;
  const fits = (entries: readonly Entry[]) => addsUp(total.figure, figuresOfEntries(entries));
  return fits(own) && !fits(details) ? own : details;
}

const figuresOfEntries = (entries: readonly Entry[]) => entries.map(({ figure }) => figure);

function sumRelation(target: Figure, addends: readonly Entry[], certainty: Certainty): Relation {
  return { kind: 'sum', target, addends: figuresOfEntries(addends), axis: 'rows', certainty };
}

/** The details that a total of a rank takes in: those since the last total of its rank or a higher one. */
function addendsOf(entries: readonly Entry[], index: number, rank: number): { addends: Entry[]; doubtful: boolean } {
  const details = (from: number, to: number) => entries.slice(from, to).filter(({ line }) => line.kind === 'detail');
  const closes = (entry: Entry) => entry.line.kind === 'total' && (entry.line.total?.rank ?? 0) >= rank;
  let boundary = index - 1;
  while (boundary >= 0 && !closes(entries[boundary] as Entry)) boundary -= 1;
  const since = details(boundary + 1, index);
  if (since.length > 0) return { addends: since, doubtful: false };
  const before = details(0, index);
  // Two totals of one rank below each other: the second may take in everything.
  if (before.length > 0) return { addends: rank >= 3 ? before : [], doubtful: true };
  let end = index + 1;
  while (end < entries.length && !closes(entries[end] as Entry)) end += 1;
  return { addends: details(index + 1, end), doubtful: end < entries.length };
}

function grossRelation(
  entries: readonly Entry[],
  index: number,
  taxes: readonly Entry[],
  above: readonly Entry[],
  certainty: Certainty,
): Relation[] {
  const target = entries[index];
  const tax = taxes[0];
  if (!target || !tax) return [];
  const net = above.find((one) => one.line.kind === 'total' && above.indexOf(one) > above.indexOf(tax));
  if (net && taxes.length === 1) {
    return [{ kind: 'gross', target: target.figure, net: net.figure, tax: tax.figure }];
  }
  const { addends } = addendsOf(entries, index, 4);
  if (addends.length === 0) return [];
  const parts = [...addends, ...[...taxes].reverse()];
  const plain = taxes.length === 1 || taxes.every(({ line }) => line.total?.rate !== null);
  return [sumRelation(target.figure, parts, plain ? certainty : 'possible')];
}

function taxRelation(entries: readonly Entry[], index: number): Relation[] {
  const entry = entries[index];
  if (!entry) return [];
  const statedRate = entry.line.total?.rate ?? null;
  const above = labelledAbove(entries, index);
  const base = above.find(
    ({ line }) => line.kind === 'base' && statedRate !== null && line.total?.rate?.eq(statedRate) === true,
  );
  const net = above.find(({ line }) => line.kind === 'total') ?? null;
  const taxedTo = net ? entries.indexOf(net) : index;
  const { addends } = addendsOf(entries, taxedTo, net?.line.total?.rank ?? 3);
  const rated = statedRate !== null && addends.some(({ line }) => line.rate !== null);
  const lines = rated ? addends.filter(({ line }) => line.rate?.eq(statedRate) === true) : base ? [base] : addends;
  if (lines.length === 0) return [];
  const whole = lines.length === addends.length;
  return [
    {
      kind: 'tax',
      target: entry.figure,
      lines: lines.map(({ figure }) => figure),
      rates: lines.map(({ line }) => (line.kind === 'base' ? (line.total?.rate ?? null) : line.rate)),
      net: base ? base.figure : whole && net ? net.figure : null,
      statedRate,
    },
  ];
}
