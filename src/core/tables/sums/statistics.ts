import { NUMBER } from './cellKinds';
import type { Judged } from './judge';
import type { Lattice } from './lattice';

/** A mean of figures has so many more decimals than they have. */
const FINER = 3;

/**
 * Whether what stands at a position of a sum are means and the like: the total and most of its addends need many more
 * decimals there than wherever the sum holds. Means of columns that do not hold the same figures need not add up.
 */
export function isStatistic(lattice: Lattice, { target, addends, hits }: Judged, position: number): boolean {
  if (hits.length === 0) return false;
  const finest = (line: number) => Math.min(...hits.map((hit) => endingNoughts(lattice, line, hit)));
  const isFiner = (line: number) => endingNoughts(lattice, line, position) + FINER <= finest(line);
  if (!isFiner(target)) return false;
  const bearing = addends.filter((line) => {
    const at = line * lattice.positions + position;
    return lattice.kind[at] === NUMBER && lattice.value[at] !== 0;
  });
  return bearing.length > 1 && bearing.filter(isFiner).length * 2 >= bearing.length;
}

/** How many noughts a figure ends in, among the places of all figures; many where there is none or nothing. */
function endingNoughts({ positions, kind, value }: Lattice, line: number, position: number): number {
  const at = line * positions + position;
  let figure = kind[at] === NUMBER ? (value[at] ?? 0) : 0;
  if (figure === 0) return Infinity;
  let noughts = 0;
  while (figure % 10 === 0) {
    figure /= 10;
    noughts += 1;
  }
  return noughts;
}
