import type { Candidate } from './judge';
import { NUMBER } from './cellKinds';
import type { Lattice } from './lattice';

const MOST_LINES = 300;

/** Candidates "a line is the sum of a run of lines somewhere else", found by differences of running sums. */
export function farRuns(lattice: Lattice, list: readonly number[]): Candidate[] {
  const { positions, kind, value } = lattice;
  const count = list.length;
  if (count > MOST_LINES || count < 4) return [];
  const votes = new Map<number, number>();
  for (let position = 0; position < positions; position += 1) {
    const before = new Map<number, number[]>();
    const prefix = new Float64Array(count + 1);
    for (let index = 0; index < count; index += 1) {
      const at = (list[index] ?? 0) * positions + position;
      const figure = kind[at] === NUMBER ? (value[at] ?? 0) : 0;
      prefix[index + 1] = (prefix[index] ?? 0) + figure;
      // A run begins with a figure.
      if (figure === 0) continue;
      const known = before.get(prefix[index] ?? 0);
      if (known) known.push(index);
      else before.set(prefix[index] ?? 0, [index]);
    }
    for (let target = 0; target < count; target += 1) {
      const at = (list[target] ?? 0) * positions + position;
      const total = value[at] ?? 0;
      if (kind[at] !== NUMBER || total === 0) continue;
      if (lattice.axis === 'columns' && lattice.words[list[target] ?? 0]?.total !== 'strong') continue;
      for (let end = 1; end < count; end += 1) {
        // A run ends with a figure.
        if (prefix[end + 1] === prefix[end]) continue;
        for (const start of before.get((prefix[end + 1] ?? 0) - total) ?? []) {
          if (end - start < 1 || (target >= start - 1 && target <= end + 1)) continue;
          const key = (target * count + start) * count + end;
          votes.set(key, (votes.get(key) ?? 0) + 1);
        }
      }
    }
  }
  const found: Candidate[] = [];
  for (const [key, hits] of votes) {
    if (hits < 2) continue;
    const end = key % count;
    const rest = (key - end) / count;
    const start = rest % count;
    const target = list[(rest - start) / count] ?? 0;
    found.push({ target, addends: list.slice(start, end + 1), shape: 'far' });
  }
  return found;
}
