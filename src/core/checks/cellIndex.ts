import { type CellAddress, placeKey } from '../sheets/address';

/** Something a cell, looked up without making its name. */
export class CellIndex<T> {
  private readonly sheets = new Map<string, Map<number, T>>();

  get(cell: CellAddress): T | undefined {
    return this.sheets.get(cell.sheet)?.get(placeKey(cell.row, cell.column));
  }

  set(cell: CellAddress, value: T): void {
    const key = placeKey(cell.row, cell.column);
    const known = this.sheets.get(cell.sheet);
    if (known) known.set(key, value);
    else this.sheets.set(cell.sheet, new Map([[key, value]]));
  }
}
