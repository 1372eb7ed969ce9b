import { type CellAddress, MAX_COLUMNS } from '../sheets/address';

/** Something a cell, looked up without making its name. */
export class CellIndex<T> {
  private readonly sheets = new Map<string, Map<number, T>>();

  get(cell: CellAddress): T | undefined {
    return this.sheets.get(cell.sheet)?.get(placeOf(cell));
  }

  set(cell: CellAddress, value: T): void {
    const known = this.sheets.get(cell.sheet);
    if (known) known.set(placeOf(cell), value);
    else this.sheets.set(cell.sheet, new Map([[placeOf(cell), value]]));
  }
}

function placeOf({ row, column }: CellAddress): number {
  return row * MAX_COLUMNS + column;
}
