import { isFigure, totalLabelOf } from './body';
import type { Header } from './headers';
import type { SheetGrid } from './sheetGrid';
import { MEASURING_ROLES } from './words/headerWords';

/** So many rows from its header on, a table beside the totals of another has one of them beside it. */
const LOOKED_DOWN = 5;

/**
 * Whether a table stands under the left columns of another, beside its totals (税率別内訳 left of 消費税 and 合計), so that it does not
 * end it.
 */
export function standsAside(grid: SheetGrid, header: Header, other: Header): boolean {
  const measuring = header.cells.filter(({ role }) => role !== null && MEASURING_ROLES.has(role));
  const last = Math.max(...measuring.map(({ column }) => column));
  if (other.right >= last) return false;
  const beside = { left: other.right + 1, right: header.right };
  for (let row = other.top; row <= other.top + LOOKED_DOWN; row += 1) {
    const cells = grid.cellsWithin(row, beside);
    const [label] = cells;
    const total = label ? totalLabelOf(grid, [label])?.total : null;
    if (total && total.kind !== 'aside' && cells.some((cell) => isFigure(grid, cell))) return true;
  }
  return false;
}
