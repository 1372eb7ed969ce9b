import { NUMBER } from './cellKinds';
import type { Lattice } from './lattice';

const LEAST_DISTINCT = 4;

/** For each line the one right before it if that holds the very same figures everywhere, or -1: a figure printed twice. */
export function twinsOf(lattice: Lattice): Int32Array {
  const { lines, positions, kind, value } = lattice;
  const twins = new Int32Array(lines).fill(-1);
  const byFigures = new Map<string, number>();
  for (let line = 0; line < lines; line += 1) {
    const distinct = new Set<number>();
    let figures = '';
    for (let position = 0; position < positions; position += 1) {
      const at = line * positions + position;
      if (kind[at] !== NUMBER) continue;
      const figure = value[at] ?? 0;
      if (figure !== 0) distinct.add(figure);
      figures += `${position}:${figure} `;
    }
    if (distinct.size < LEAST_DISTINCT) continue;
    const before = byFigures.get(figures);
    if (before === line - 1) twins[line] = before;
    byFigures.set(figures, line);
  }
  return twins;
}
