import type { Candidate } from './judge';
import type { Lattice } from './lattice';

/**
 * What the words alone say: a line that is named a total takes in the lines since the last total or heading before it, or
 * those that follow it up to the next.
 *
 * @param list the lines that may be added up, in order: no details of sums that are known.
 * @param isKnown whether the sum of what stands beside a line is known already.
 */
export function labelledSums(
  lattice: Lattice,
  list: readonly number[],
  isKnown: (line: number) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  list.forEach((target, index) => {
    if (lattice.words[target]?.total !== 'strong' || isKnown(target)) return;
    for (const direction of [-1, 1] as const) {
      const run: number[] = [];
      for (let at = index + direction; at >= 0 && at < list.length; at += direction) {
        const line = list[at] ?? 0;
        const apart = (lattice.figures[line] ?? 0) === 0;
        if (apart && run.length > 0) break;
        if (lattice.words[line]?.total === 'strong') break;
        if (!apart) run.push(line);
      }
      if (run.length >= 2) found.push({ target, addends: run.sort((a, b) => a - b), shape: 'label' });
    }
  });
  return found;
}
