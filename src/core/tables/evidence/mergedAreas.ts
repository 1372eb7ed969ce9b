import { areasOverlap, type CellArea } from '../../sheets/address';

/** Areas without those that overlap: each such group becomes the smallest area that holds it. In the order of their tops. */
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
      if (other.bottom < area.top) done.push(other);
      else if (areasOverlap(other, whole)) whole = union(other, whole);
      else still.push(other);
    }
    open = [...still, whole];
  }
  return [...done, ...open].sort((a, b) => a.top - b.top || a.left - b.left);
}

function union(a: CellArea, b: CellArea): CellArea {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
