import { NUMBER } from './cellKinds';
import type { Candidate } from './judge';
import type { Lattice } from './lattice';

/** Candidates "a line is the sum of all lines that are no totals", for the targets where that fits at some position. */
export function leafSums(lattice: Lattice, leaves: readonly number[], targets: readonly number[]): Candidate[] {
  if (leaves.length < 3) return [];
  const { positions, kind, value, step } = lattice;
  const sums = new Float64Array(positions);
  for (const line of leaves) {
    for (let position = 0; position < positions; position += 1) {
      sums[position] = (sums[position] ?? 0) + (value[line * positions + position] ?? 0);
    }
  }
  const among = new Set(leaves);
  return targets.flatMap((target) => {
    for (let position = 0; position < positions; position += 1) {
      const at = target * positions + position;
      const total = value[at] ?? 0;
      if (kind[at] !== NUMBER || total === 0) continue;
      const others = (sums[position] ?? 0) - (among.has(target) ? total : 0);
      if (Math.abs(total - others) * 2 > (step[at] ?? 1) * (leaves.length + 1)) continue;
      return [{ target, addends: leaves.filter((line) => line !== target), shape: 'leaf' as const }];
    }
    return [];
  });
}
