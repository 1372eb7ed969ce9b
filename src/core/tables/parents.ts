import { sumOf } from '../values/decimal';
import type { Figure } from './document';

interface Valued {
  readonly figure: Figure;
}

const MOST_CHILDREN = 60;

/**
 * Some tables print a heading line with the sum of the lines below it and no total word (人件費 300, 給料 100, 手当 200).
 * Where the lines do not add up to the total, but do without such lines, those are left out; else all lines stay, so that
 * a difference is reported against what is printed.
 */
export function withoutParents<T extends Valued>(lines: readonly T[], total: Figure): readonly T[] {
  if (sumOf(lines.map(({ figure }) => figure.value)).eq(total.value)) return lines;
  const leaves: T[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    const children = childrenOf(lines, index);
    if (children === 0) leaves.push(line);
    else leaves.push(...lines.slice(index + 1, index + 1 + children));
    index += 1 + children;
  }
  const fits = leaves.length < lines.length && sumOf(leaves.map(({ figure }) => figure.value)).eq(total.value);
  return fits ? leaves : lines;
}

/** How many of the lines directly below a line add up to it, two figures at least besides zeros; 0 where none do. */
export function childrenOf(lines: readonly Valued[], parent: number): number {
  const target = lines[parent]?.figure.value;
  if (!target || target.isZero()) return 0;
  let sum = target.minus(target);
  let figures = 0;
  for (let count = 1; count <= MOST_CHILDREN; count += 1) {
    const child = lines[parent + count];
    if (!child) return 0;
    sum = sum.plus(child.figure.value);
    if (!child.figure.value.isZero()) figures += 1;
    if (figures >= 2 && sum.eq(target)) return count;
  }
  return 0;
}
