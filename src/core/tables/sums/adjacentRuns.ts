import { NUMBER } from './cellKinds';
import type { Candidate, Shape } from './judge';
import type { Lattice } from './lattice';

const ENDS_KEPT = 6;
/** Runs of up to so many lines are walked along, with their rounding; longer ones are looked up by their running sums. */
const WALKED = 64;
/** How many steps of rounding a longer run may be off by. */
const STEPS_OFF = 4;
/** Votes of fewer bits, together, prove nothing even where the words speak for a total. */
const LEAST_VOTES = 2;

/**
 * Candidates of the form "a line is the sum of the run of lines before (or after) it" within an ordered list of lines. At
 * every position running sums are compared with the figure; each end of a run that fits is a vote for it.
 *
 * @param skipped how many lines of the list lie between the line and the run.
 * @param others lines outside the list, in order, that may be sums of runs of it as well.
 */
export function adjacentRuns(
  lattice: Lattice,
  list: readonly number[],
  shape: Shape,
  { skipped = 0, others = [] }: { skipped?: number; others?: readonly number[] } = {},
): Candidate[] {
  const found: Candidate[] = [];
  const votes = new Float64Array(list.length);
  for (const direction of [-1, 1] as const) {
    const ordered = direction < 0 ? list : [...list].reverse();
    const printed = gathered(lattice, ordered);
    const distant = distantVotes(printed, skipped);
    const propose = (target: number, before: number, far?: ReadonlyMap<number, number>) => {
      if ((lattice.figures[target] ?? 0) === 0) return;
      for (const end of votedEnds(lattice, printed, target, before, far, votes)) {
        const addends = ordered.slice(end, before).filter((line) => (lattice.figures[line] ?? 0) > 0);
        if (addends.length >= 2) found.push({ target, addends: direction < 0 ? addends : addends.reverse(), shape });
      }
    };
    ordered.forEach((target, index) => propose(target, index - skipped, distant.get(index)));
    let index = 0;
    for (const target of direction < 0 ? others : [...others].reverse()) {
      while (index < ordered.length && ((ordered[index] ?? 0) - target) * direction > 0) index += 1;
      propose(target, index - skipped);
    }
  }
  return found;
}

/** The figures of a list of lines, those of each position in a row, as they are walked along. */
interface Gathered {
  readonly lines: readonly number[];
  readonly positions: number;
  /** By position × lines + index in the list; NaN where there is no number. */
  readonly value: Float64Array;
  readonly step: Float64Array;
}

function gathered({ positions, kind, value, step }: Lattice, lines: readonly number[]): Gathered {
  const values = new Float64Array(positions * lines.length).fill(NaN);
  const steps = new Float64Array(positions * lines.length);
  for (const [index, line] of lines.entries()) {
    for (let position = 0; position < positions; position += 1) {
      const at = line * positions + position;
      if (kind[at] !== NUMBER) continue;
      values[position * lines.length + index] = value[at] ?? 0;
      steps[position * lines.length + index] = step[at] ?? 1;
    }
  }
  return { lines, positions, value: values, step: steps };
}

/** The beginnings of the runs up to `before` in the list that fit the target, those with most votes first. */
function votedEnds(
  lattice: Lattice,
  list: Gathered,
  target: number,
  before: number,
  distant: ReadonlyMap<number, number> | undefined,
  votes: Float64Array,
): number[] {
  const { positions, kind, value, step } = lattice;
  const touched: number[] = [];
  const vote = (end: number, worth: number) => {
    if (votes[end] === 0) touched.push(end);
    votes[end] = (votes[end] ?? 0) + Math.max(0.1, worth);
  };
  const least = Math.max(0, before - WALKED);
  for (let position = 0; position < positions; position += 1) {
    const at = target * positions + position;
    const total = value[at] ?? 0;
    if (kind[at] !== NUMBER || total === 0) continue;
    let unit = step[at] ?? 1;
    let sum = 0;
    let numeric = 0;
    let nonzero = 0;
    const start = position * list.lines.length;
    for (let from = start + before - 1; from >= start + least; from -= 1) {
      const addend = list.value[from] ?? NaN;
      if (Number.isNaN(addend)) continue;
      numeric += 1;
      const own = list.step[from] ?? 1;
      if (own < unit) unit = own;
      if (addend === 0) continue;
      nonzero += 1;
      sum += addend;
      if (nonzero < 2) continue;
      const difference = Math.abs(total - sum);
      if (difference * 2 > unit * (numeric + 1)) continue;
      vote(from - start, Math.log2(Math.abs(total) / unit + 1) - Math.log2((2 * difference) / unit + 1));
    }
  }
  for (const [end, worth] of distant ?? []) vote(end, worth);
  const best = touched
    .filter((end) => (votes[end] ?? 0) >= LEAST_VOTES)
    .sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b)
    .slice(0, ENDS_KEPT);
  for (const end of touched) votes[end] = 0;
  return [...new Set(best.flatMap((end) => [end, withZeros(lattice, list.lines, target, end)]))];
}

/** Votes for the beginnings of runs that are too long to walk along, by the index of the line: running sums that lie a total apart. */
function distantVotes(list: Gathered, skipped: number): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const found = new Map<number, Map<number, number>>();
  const count = list.lines.length;
  if (count <= WALKED + 1) return found;
  const before = new Float64Array(count + 1);
  for (let position = 0; position < list.positions; position += 1) {
    const latest = new Map<number, number>();
    for (let index = 0; index < count; index += 1) {
      const printed = list.value[position * count + index] ?? NaN;
      const figure = Number.isNaN(printed) ? 0 : printed;
      before[index + 1] = (before[index] ?? 0) + figure;
      const entering = index - skipped - WALKED - 1;
      // A run begins with a figure.
      if (entering >= 0 && before[entering + 1] !== before[entering]) latest.set(before[entering] ?? 0, entering);
      if (figure === 0) continue;
      const unit = list.step[position * count + index] ?? 1;
      for (let off = -STEPS_OFF; off <= STEPS_OFF; off += 1) {
        const end = latest.get((before[index - skipped] ?? 0) - figure + off * unit);
        if (end === undefined) continue;
        const known = found.get(index) ?? new Map<number, number>();
        const worth = Math.log2(Math.abs(figure) / unit + 1) - Math.log2(2 * Math.abs(off) + 1);
        found.set(index, known.set(end, (known.get(end) ?? 0) + worth));
      }
    }
  }
  return found;
}

/** The beginning of a run with the lines before it that hold nothing but zeros where the target has figures. */
function withZeros(lattice: Lattice, list: readonly number[], target: number, end: number): number {
  const { positions, kind, value } = lattice;
  let first = end;
  for (let next = end - 1; next >= 0; next -= 1) {
    const line = list[next] ?? 0;
    let figures = 0;
    for (let position = 0; position < positions; position += 1) {
      const at = line * positions + position;
      if (kind[at] !== NUMBER || kind[target * positions + position] !== NUMBER) continue;
      if (value[at] !== 0) return first;
      figures += 1;
    }
    if (figures === 0) return first;
    first = next;
  }
  return first;
}
