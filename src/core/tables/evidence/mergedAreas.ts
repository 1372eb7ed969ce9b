import type { CellArea } from '../../sheets/address';

/** Areas with at most so many rows between them are one where they share columns. */
const MOST_ROWS_BETWEEN = 1;

/** Areas joined where they overlap or nearly touch: each such group becomes the smallest area that holds it. In the order of their tops. */
export function mergedAreas(areas: readonly CellArea[]): CellArea[] {
  let current = distinct(areas);
  for (;;) {
    const next = swept(current);
    if (next.length === current.length) return next;
    current = next;
  }
}

function distinct(areas: readonly CellArea[]): CellArea[] {
  const known = new Map(areas.map((area) => [[area.top, area.left, area.bottom, area.right].join(' '), area]));
  return [...known.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** One pass from top to bottom. A merged area may come to overlap another one: the caller goes on until nothing changes. */
function swept(areas: readonly CellArea[]): CellArea[] {
  const done: CellArea[] = [];
  let open: CellArea[] = [];
  for (const area of areas) {
    const still: CellArea[] = [];
    let whole = area;
    for (const other of open) {
      if (other.bottom + MOST_ROWS_BETWEEN + 1 < area.top) done.push(other);
      else if (belongTogether(other, whole)) whole = union(other, whole);
      else still.push(other);
    }
    open = [...still, whole];
  }
  return [...done, ...open].sort((a, b) => a.top - b.top || a.left - b.left);
}

function belongTogether(a: CellArea, b: CellArea): boolean {
  const near = MOST_ROWS_BETWEEN + 1;
  return a.top <= b.bottom + near && b.top <= a.bottom + near && a.left <= b.right && b.left <= a.right;
}

function union(a: CellArea, b: CellArea): CellArea {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
