import type { CellArea } from '../sheets/address';

/** Something an area of a sheet, looked up by the rows that the areas reach over. */
export class AreasByRow<T extends object> {
  private readonly byRow = new Map<number, { readonly area: CellArea; readonly holder: T }[]>();

  add(area: CellArea, holder: T): void {
    const entry = { area, holder };
    for (let row = area.top; row <= area.bottom; row += 1) {
      const known = this.byRow.get(row);
      if (known) known.push(entry);
      else this.byRow.set(row, [entry]);
    }
  }

  /** What was added first of all whose area holds the cell; null where none does. */
  at(row: number, column: number): T | null {
    return this.reachingInto(row, column, column);
  }

  /** Likewise of those whose areas hold a cell of a row from column `from` to column `to`. */
  reachingInto(row: number, from: number, to: number): T | null {
    return this.byRow.get(row)?.find(({ area }) => to >= area.left && from <= area.right)?.holder ?? null;
  }
}
