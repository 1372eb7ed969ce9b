import { NUMBER } from './cellKinds';
import type { Lattice } from './lattice';

const LEAST_DISTINCT = 4;
/** One figure that differs is a slip where so many others are the same. */
const SAME_FOR_ONE = 8;

/** For each line the one right before it if that holds the very same figures, but for slips, or -1: figures printed twice. */
export function twinsOf(lattice: Lattice): Int32Array {
  const { lines } = lattice;
  const twins = new Int32Array(lines).fill(-1);
  for (let line = 1; line < lines; line += 1) if (isTwin(lattice, line - 1, line)) twins[line] = line - 1;
  return twins;
}

function isTwin({ positions, kind, value }: Lattice, before: number, line: number): boolean {
  const distinct = new Set<number>();
  let same = 0;
  let different = 0;
  for (let position = 0; position < positions; position += 1) {
    const first = before * positions + position;
    const second = line * positions + position;
    if ((kind[first] === NUMBER) !== (kind[second] === NUMBER)) return false;
    if (kind[second] !== NUMBER) continue;
    const figure = value[second] ?? 0;
    if (figure !== (value[first] ?? 0)) different += 1;
    else if (figure !== 0) {
      same += 1;
      distinct.add(figure);
    }
    if (different * SAME_FOR_ONE > positions) return false;
  }
  return distinct.size >= LEAST_DISTINCT && different * SAME_FOR_ONE <= same;
}
