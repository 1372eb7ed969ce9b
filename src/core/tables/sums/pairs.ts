import { groupBy } from '../../values/grouping';
import { floorDivide } from '../../values/integers';
import type { Candidate } from './judge';
import { NUMBER } from './cellKinds';
import type { Lattice } from './lattice';

const MOST_LINES = 400;
const MOST_LOOKUPS = 6_000_000;

/** Candidates "a line is the sum of two others" that fit at two positions or more: differences and balances are such. */
export function pairCandidates(lattice: Lattice): Candidate[] {
  const { lines, positions, kind, value } = lattice;
  const bearing = Array.from({ length: lines }, (_, line) => line).filter((line) => (lattice.figures[line] ?? 0) >= 2);
  if (bearing.length > MOST_LINES || bearing.length < 3) return [];
  const pairs = (bearing.length * (bearing.length - 1)) / 2;
  const chosen = richestPositions(lattice, Math.max(4, floorDivide(MOST_LOOKUPS, pairs)));
  const votes = new Map<number, number>();
  for (const position of chosen) {
    const here = bearing.filter((line) => {
      const at = line * positions + position;
      return kind[at] === NUMBER && value[at] !== 0;
    });
    const byValue = groupBy(here, (line) => value[line * positions + position] ?? 0);
    for (let i = 0; i < here.length; i += 1) {
      const a = here[i] ?? 0;
      const first = value[a * positions + position] ?? 0;
      for (let j = i + 1; j < here.length; j += 1) {
        const b = here[j] ?? 0;
        const targets = byValue.get(first + (value[b * positions + position] ?? 0));
        if (!targets || targets.length > 4) continue;
        for (const target of targets) {
          if (target === a || target === b) continue;
          const key = (target * lines + a) * lines + b;
          votes.set(key, (votes.get(key) ?? 0) + 1);
        }
      }
    }
  }
  const found: Candidate[] = [];
  for (const [key, count] of votes) {
    if (count < 2) continue;
    const b = key % lines;
    const rest = (key - b) / lines;
    const a = rest % lines;
    found.push({ target: (rest - a) / lines, addends: [a, b], shape: 'pair' });
  }
  return found;
}

/** The positions with most figures, in order. */
function richestPositions(lattice: Lattice, most: number): number[] {
  const { lines, positions, kind } = lattice;
  const counts = Array.from({ length: positions }, (_, position) => {
    let count = 0;
    for (let line = 0; line < lines; line += 1) if (kind[line * positions + position] === NUMBER) count += 1;
    return { position, count };
  }).filter(({ count }) => count >= 3);
  if (counts.length <= most) return counts.map(({ position }) => position);
  return counts
    .sort((a, b) => b.count - a.count || a.position - b.position)
    .slice(0, most)
    .map(({ position }) => position);
}
