import { addsUp } from '../addsUp';
import type { Figure } from '../document';
import { type OpenLine, takeIn } from '../openLines';
import { childrenOf } from '../parents';
import {
  isClosingStock,
  isCostOfSales,
  isOpeningStock,
  type Sign,
  signOfTerm,
  type StepWord,
  stepOf,
} from '../words/stepWords';
import { readTotalLabel } from '../words/totalWords';
import type { NamedLine } from './figureBlocks';

/** The figure of a line at a position along it; null where none is printed. */
export type FigureAt = (line: number, position: number) => Figure | null;

/** A line with its part in a step. */
export interface SignedLine {
  readonly line: number;
  readonly sign: Sign;
}

/** How a step follows from other lines, and how many of the positions looked at bear that out. */
export interface StepReading {
  readonly target: number;
  readonly terms: readonly SignedLine[];
  readonly word: StepWord;
  readonly holds: number;
  readonly fails: number;
  /** Every sign is said by words, of the line or of the step. */
  readonly worded: boolean;
  /** What is taken off is printed with a minus: then it is added. */
  readonly printedMinus: boolean;
}

interface Term {
  readonly line: number;
  readonly sign: Sign;
  /** The line's own words say the sign. */
  readonly hard: boolean;
  /** The line's own words, or those of the step, do. */
  readonly worded: boolean;
}

/** The lines of a block, where they may have figures, and which. */
interface Figures {
  readonly lines: readonly NamedLine[];
  readonly positions: readonly number[];
  readonly figureAt: FigureAt;
}

interface Open extends OpenLine {
  readonly at: number;
}

/** What was sold costs what was in store, what came in, less what is left (企業会計原則 損益計算書原則三C). */
const COST: StepWord = { others: 1, strong: true, kind: 'cost' };
const STEP_RANK = 5;
const MOST_TERMS = 14;
/** Signs that no word says are tried both ways for so many lines at most. */
const MOST_FREE = 5;
/** So many positions tell how a step is meant. */
const LOOKED_AT = 200;
const CARRIED = /繰越|前(年度?|月|期|回)|残/;
const NO_TERM = /率$|割合|構成比|比$|平均|%|\b(percent|ratio|rate|average|avg|share|per)\b/i;

/**
 * How the steps among lines follow from the lines before them, in order. Totals stand for what they take in; a step for all that led to
 * it.
 *
 * @param positions where the lines may have figures.
 */
export function stepReadings(
  lines: readonly NamedLine[],
  positions: readonly number[],
  figureAt: FigureAt,
): StepReading[] {
  const words = lines.map(({ label }) => stepOf(label) ?? (isCostOfSales(label) ? COST : null));
  if (!words.some((word) => word !== null)) return [];
  const looked = positions.slice(0, LOOKED_AT);
  const readings: StepReading[] = [];
  const seen = new Set<string>();
  let open: Open[] = [];
  lines.forEach(({ label }, at) => {
    const word = words[at] ?? null;
    const goods = word === COST ? goodsSold(open, lines) : null;
    const from = goods ?? open;
    const counts = word && (word !== COST || goods);
    const reading = counts ? bestReading({ lines, positions: looked, figureAt }, from, at, word) : null;
    // A name that comes again (net income before and after an adjustment) is no step of the same kind.
    const again = reading?.holds === 0 && seen.has(label);
    seen.add(label);
    if (reading && !again) readings.push(reading);
    if (reading && (reading.holds > 0 || reading.word.strong)) {
      const rest = goods ? open.slice(0, open.length - goods.length) : [];
      open = [...rest, { at, rank: goods ? 1 : STEP_RANK }];
      return;
    }
    const total = readTotalLabel(label);
    if (NO_TERM.test(label) || (total?.kind === 'aside' && !CARRIED.test(label)) || total?.kind === 'base') return;
    const rank = total?.kind === 'total' ? total.rank : 0;
    takeIn(open, rank);
    open.push({ at, rank });
  });
  return readings;
}

/** What stands from the goods in store at the beginning on, above the cost of sales; null where there are none. */
function goodsSold(open: readonly Open[], lines: readonly NamedLine[]): Open[] | null {
  const first = open.findIndex((one) => isOpeningStock(lines[one.at]?.label ?? ''));
  return first < 0 ? null : open.slice(first);
}

function bestReading(figures: Figures, open: readonly Open[], at: number, word: StepWord): StepReading | null {
  const { lines } = figures;
  const target = lines[at]?.index;
  if (target === undefined) return null;
  const all = open.map((one) => one.at);
  const steps = new Set(open.flatMap((one) => (one.rank === STEP_RANK ? [one.at] : [])));
  const groups = [all, ...leavesOf(all, figures), all.slice(-3), all.slice(-2)].filter(
    (group, index, others) =>
      group.length >= 2 &&
      group.length <= MOST_TERMS &&
      others.findIndex((other) => other.length === group.length) === index,
  );
  let best: StepReading | null = null;
  for (const group of groups) {
    const terms = termsOf(group, lines, word, steps);
    for (const signed of signings(terms)) {
      const worded = terms.every((term, index) => term.worded && signed[index]?.sign === term.sign);
      for (const printedMinus of [true, false]) {
        const { holds, fails } = counted({ target, terms: signed, printedMinus }, figures);
        if (holds + fails === 0) continue;
        if (best === null || holds > best.holds)
          best = { target, terms: signed, word, holds, fails, worded, printedMinus };
        if (fails === 0) return best;
      }
    }
  }
  return best;
}

/** Lines that print what those below them come to (販売費及び一般管理費, then its details) without the details. */
function leavesOf(group: readonly number[], { lines, positions, figureAt }: Figures): number[][] {
  for (const position of positions) {
    const figured = group.flatMap((at) => {
      const figure = figureAt(lines[at]?.index ?? -1, position);
      return figure ? [{ at, figure }] : [];
    });
    const kept: number[] = [];
    let index = 0;
    while (index < figured.length) {
      const one = figured[index];
      if (one) kept.push(one.at);
      index += 1 + childrenOf(figured, index);
    }
    if (kept.length < figured.length) return [kept];
  }
  return [];
}

function termsOf(
  group: readonly number[],
  lines: readonly NamedLine[],
  word: StepWord,
  steps: ReadonlySet<number>,
): Term[] {
  return group.map((at, index) => {
    const { index: line, label } = lines[at] ?? { index: -1, label: '' };
    const own = steps.has(at) ? 1 : signIn(word, label);
    // What a statement begins with is added, unless its words say otherwise.
    const said = own ?? (index === 0 ? 1 : word.others);
    return { line, sign: said ?? -1, hard: own !== null, worded: said !== null };
  });
}

function signIn({ kind }: StepWord, label: string): Sign | null {
  if (kind === 'works') return null;
  return kind === 'cost' ? (isClosingStock(label) ? -1 : 1) : signOfTerm(label);
}

/** The signs that words say; then those that differ where they say nothing of the line itself. */
function* signings(terms: readonly Term[]): Generator<SignedLine[]> {
  const free = terms.flatMap(({ hard }, index) => (hard ? [] : [index]));
  const tried = free.length > MOST_FREE ? 1 : 2 ** free.length;
  for (let flips = 0; flips < tried; flips += 1) {
    yield terms.map(({ line, sign }, index) => {
      const bit = free.indexOf(index);
      return { line, sign: bit >= 0 && (flips >> bit) & 1 ? (sign === 1 ? -1 : 1) : sign };
    });
  }
}

function counted(
  reading: Pick<StepReading, 'target' | 'terms' | 'printedMinus'>,
  { positions, figureAt }: Figures,
): { readonly holds: number; readonly fails: number } {
  let holds = 0;
  let fails = 0;
  for (const position of positions) {
    const figures = figuresOfStep(reading, position, figureAt);
    if (!figures) continue;
    const counting = [...figures.addends, ...figures.subtracted].filter(({ value }) => !value.isZero());
    if (counting.length < 2) continue;
    if (addsUp(figures.target, figures.addends, figures.subtracted)) holds += 1;
    else fails += 1;
  }
  return { holds, fails };
}

/** The figures of a step at a position; null where too few are printed. */
export function figuresOfStep(
  { target, terms, printedMinus }: Pick<StepReading, 'target' | 'terms' | 'printedMinus'>,
  position: number,
  figureAt: FigureAt,
): { readonly target: Figure; readonly addends: Figure[]; readonly subtracted: Figure[] } | null {
  const own = figureAt(target, position);
  if (!own) return null;
  const addends: Figure[] = [];
  const subtracted: Figure[] = [];
  for (const { line, sign } of terms) {
    const figure = figureAt(line, position);
    if (!figure) continue;
    if (sign === 1 || (printedMinus && figure.value.isNegative())) addends.push(figure);
    else subtracted.push(figure);
  }
  return addends.length === 0 || addends.length + subtracted.length < 2 ? null : { target: own, addends, subtracted };
}
