import type { Candidate, Shape } from './judge';
import { NUMBER } from './cellKinds';
import type { Lattice } from './lattice';

const ENDS_KEPT = 6;

/**
 * Candidates of the form "a line is the sum of the run of lines before (or after) it" within an ordered list of lines. At
 * every position running sums are compared with the figure; each end of a run that fits is a vote for it.
 *
 * @param skipped how many lines of the list lie between the line and the run.
 */
export function adjacentRuns(lattice: Lattice, list: readonly number[], shape: Shape, skipped = 0): Candidate[] {
  const found: Candidate[] = [];
  const votes = new Float64Array(list.length);
  list.forEach((target, index) => {
    if ((lattice.figures[target] ?? 0) === 0) return;
    for (const direction of [-1, 1] as const) {
      const ends = votedEnds(lattice, list, index, direction, skipped, votes);
      for (const end of ends) {
        const run = direction < 0 ? list.slice(end, index - skipped) : list.slice(index + 1 + skipped, end + 1);
        const addends = run.filter((line) => (lattice.figures[line] ?? 0) > 0);
        if (addends.length >= 2) found.push({ target, addends: addends.sort((a, b) => a - b), shape });
      }
    }
  });
  return found;
}

function votedEnds(
  lattice: Lattice,
  list: readonly number[],
  index: number,
  direction: -1 | 1,
  skipped: number,
  votes: Float64Array,
): number[] {
  const { positions, kind, value, step } = lattice;
  const target = list[index] ?? 0;
  const touched: number[] = [];
  for (let position = 0; position < positions; position += 1) {
    const at = target * positions + position;
    const total = value[at] ?? 0;
    if (kind[at] !== NUMBER || total === 0) continue;
    let unit = step[at] ?? 1;
    let sum = 0;
    let numeric = 0;
    let nonzero = 0;
    for (let end = index + direction * (1 + skipped); end >= 0 && end < list.length; end += direction) {
      const from = (list[end] ?? 0) * positions + position;
      if (kind[from] !== NUMBER) continue;
      numeric += 1;
      const addend = value[from] ?? 0;
      if ((step[from] ?? 1) < unit) unit = step[from] ?? 1;
      if (addend === 0) continue;
      nonzero += 1;
      sum += addend;
      if (nonzero < 2) continue;
      const difference = Math.abs(total - sum);
      if (difference * 2 > unit * (numeric + 1)) continue;
      const worth = Math.log2(Math.abs(total) / unit + 1) - Math.log2((2 * difference) / unit + 1);
      if ((votes[end] ?? 0) === 0) touched.push(end);
      votes[end] = (votes[end] ?? 0) + Math.max(0.1, worth);
    }
  }
  const best = touched
    .sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || Math.abs(b - index) - Math.abs(a - index))
    .slice(0, ENDS_KEPT);
  for (const end of touched) votes[end] = 0;
  return [...new Set(best.flatMap((end) => [end, withZeros(lattice, list, target, end, direction)]))];
}

/** The end of a run with the lines after it that hold nothing but zeros where the target has figures. */
function withZeros(lattice: Lattice, list: readonly number[], target: number, end: number, direction: -1 | 1): number {
  const { positions, kind, value } = lattice;
  let last = end;
  for (let next = end + direction; next >= 0 && next < list.length; next += direction) {
    const line = list[next] ?? 0;
    let figures = 0;
    for (let position = 0; position < positions; position += 1) {
      const at = line * positions + position;
      if (kind[at] !== NUMBER || kind[target * positions + position] !== NUMBER) continue;
      if (value[at] !== 0) return last;
      figures += 1;
    }
    if (figures === 0) return last;
    last = next;
  }
  return last;
}
