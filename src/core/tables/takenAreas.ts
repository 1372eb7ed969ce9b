import type { CellArea } from '../sheets/address';

/** Areas of a sheet, looked up by the rows that they reach over. */
export class TakenAreas {
  private readonly byRow = new Map<number, CellArea[]>();

  constructor(areas: readonly CellArea[]) {
    for (const area of areas) this.add(area);
  }

  add(area: CellArea): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const known = this.byRow.get(row);
      if (known) known.push(area);
      else this.byRow.set(row, [area]);
    }
  }

  holds(row: number, column: number): boolean {
    return this.reachesInto(row, column, column);
  }

  /** Whether one of the areas holds a cell of a row from column `from` to column `to`. */
  reachesInto(row: number, from: number, to: number): boolean {
    return this.byRow.get(row)?.some(({ left, right }) => to >= left && from <= right) ?? false;
  }
}
