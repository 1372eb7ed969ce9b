import type { CellAddress } from '../../sheets/address';
import type { Relation, SumRelation, Table } from '../document';
import type { SheetGrid } from '../sheetGrid';
import type { SheetFigureIndex } from './sumRelations';

/**
 * Sums that words and structure assert, with the cells in their lines that print that there is nothing to add,
 * right before or after an addend or another such cell.
 *
 * @param table the table that they stand in: down its columns, only its detail rows can be lines of a sum.
 */
export function withNilCells(
  relations: readonly Relation[],
  table: Pick<Table, 'rows'>,
  grid: SheetGrid,
  figures: SheetFigureIndex,
): Relation[] {
  const details = new Set(table.rows.map(({ row }) => row));
  return relations.map((relation) => {
    if (relation.kind !== 'sum') return relation;
    const nil = nilCellsOf(relation, details, grid, figures);
    return nil.length === 0 ? relation : { ...relation, nil };
  });
}

function nilCellsOf(
  { axis, target, addends, subtracted = [] }: SumRelation,
  details: ReadonlySet<number>,
  grid: SheetGrid,
  figures: SheetFigureIndex,
): CellAddress[] {
  const down = axis === 'rows';
  const lineOf = ({ row, column }: CellAddress) => (down ? row : column);
  const [position] = addends.map(({ cell }) => (down ? cell.column : cell.row));
  if (position === undefined || addends.some(({ cell }) => (down ? cell.column : cell.row) !== position)) return [];
  const own = new Set([...addends, ...subtracted].map(({ cell }) => lineOf(cell)));
  const first = down ? grid.top : grid.left;
  const last = down ? grid.bottom : grid.right;
  const cellAt = (line: number) => {
    const place = down ? { row: line, column: position } : { row: position, column: line };
    return { row: place.row - grid.top, column: place.column - grid.left };
  };
  const nilAt = (line: number) => (down && !details.has(line) ? null : figures.nilAt(cellAt(line)));
  const found = new Map<number, CellAddress>();
  // From each addend both ways, until something else than a placeholder stands there.
  const walk = (from: number, step: number) => {
    for (let line = from + step; line >= first && line <= last && line !== lineOf(target.cell); line += step) {
      const cell = own.has(line) ? null : nilAt(line);
      if (!cell) return;
      found.set(line, cell);
    }
  };
  for (const line of own) {
    walk(line, -1);
    walk(line, 1);
  }
  return [...found.values()];
}
