import { addsUp } from './addsUp';
import type { Figure } from './document';
import type { Line } from './lines';
import { lessens, settlementOf, type Settlement } from './words/settlementWords';

/** A line that has a figure in the column at hand. */
export interface Entry {
  readonly line: Line;
  readonly figure: Figure;
  /** A total stands above. */
  readonly belowTotal: boolean;
}

/** The lines with a figure in a column, headings apart. */
export function entriesOf(lines: readonly Line[], column: number): Entry[] {
  let belowTotal = false;
  return lines.flatMap((line) => {
    const figure = line.figures.get(column);
    if (!figure || line.kind === 'section') return [];
    const entry = { line, figure, belowTotal };
    belowTotal = belowTotal || line.kind === 'total';
    return [entry];
  });
}

/** Which of the figures behind a total are added and which are taken off. */
export interface SignedTerms {
  readonly addends: readonly Figure[];
  readonly subtracted: readonly Figure[];
  readonly holds: boolean;
  /** What is taken off is so by plain words, or nothing is. */
  readonly sure: boolean;
}

/** What lines are there for by their labels, read once each: totals down every column ask again. */
const settlements = new WeakMap<Line, { readonly settlement: Settlement | null }>();

/** The part of a line in a settlement, by its label; null for any other line. */
export function settlementOfLine(line: Line): Settlement | null {
  const known = settlements.get(line) ?? { settlement: settlementOf(line.label) };
  settlements.set(line, known);
  return known.settlement;
}

/** Whether a line takes off what it prints without a sign. */
export function isDeduction({ line, figure }: Entry): boolean {
  return figure.value.gt(0) && lessens(settlementOfLine(line));
}

/**
 * The signs of the figures behind a total. What a line takes off may be printed with a sign or without one: where it is printed
 * without, the words say so (値引 5,000), unless the figures add up only if it is added.
 */
export function signedTerms(target: Figure, parts: readonly Entry[]): SignedTerms {
  const deductions = parts.filter((part) => part.line.total === null && isDeduction(part));
  const split = (chosen: readonly Entry[]) => {
    const subtracted = chosen.map(({ figure }) => figure);
    const addends = parts.filter((part) => !chosen.includes(part)).map(({ figure }) => figure);
    return { addends, subtracted, holds: addsUp(target, addends, subtracted) };
  };
  if (deductions.length === 0) return { ...split([]), sure: true };
  const below = deductions.filter(({ belowTotal }) => belowTotal);
  const sure = deductions.filter(({ line }) => settlementOfLine(line)?.sure === true);
  // Among the lines of a bill, a name such as Payment terminal is that of a thing: below its total it settles the bill.
  const plain = below.length > 0 ? sure.filter(({ belowTotal }) => belowTotal) : sure;
  const readings = [below, deductions, plain, []].map(split);
  const held = readings.find(({ holds }) => holds);
  if (held) return { ...held, sure: true };
  return { ...split(plain), sure: plain.length === (below.length > 0 ? below : deductions).length };
}
