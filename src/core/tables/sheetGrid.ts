import type { NumericOrder } from '../reading/dateForms/numeric';
import { inCommaPoint, type NumberStyle, numberStyleOf } from '../reading/numberStyle';
import { numericOrderOf } from '../reading/numericOrder';
import { type PrintedAmount, readAmount } from '../reading/readAmount';
import { isDateFormat, readNumberCell } from '../reading/readNumberCell';
import { areaHolds, type CellAddress, type CellArea, placeKey } from '../sheets/address';
import { type CellSnapshot, isCellError, type SheetSnapshot } from '../sheets/snapshot';
import { type CalendarDate, type DateSystem, dateOfSerial } from '../values/calendar';

/** What a cell holds, before its column's role is known. Empty and blank-text cells are absent. */
export type GridCell = { readonly row: number; readonly column: number; readonly cell: CellSnapshot } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error' }
  | { readonly kind: 'boolean' }
);

const WIDEST_MERGE = 20_000;

/** A sheet's cells with their kinds and merges, each looked at once. */
export class SheetGrid {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  private readonly cells: (readonly GridCell[])[] = [];
  private readonly byColumn: Map<number, GridCell>[] = [];
  private readonly covered = new Map<number, CellArea>();
  private readonly amounts = new Map<string, PrintedAmount | null>();
  private readonly dateOrders = new Map<number, NumericOrder | null>();
  private readonly style: NumberStyle;

  constructor(
    readonly sheet: SheetSnapshot,
    readonly dateSystem: DateSystem,
  ) {
    this.top = sheet.origin.row;
    this.left = sheet.origin.column;
    this.bottom = this.top + sheet.rows.length - 1;
    this.right = this.left + (sheet.rows[0]?.length ?? 0) - 1;
    sheet.rows.forEach((row, r) => {
      const found: GridCell[] = [];
      row.forEach((cell, c) => {
        const read = cell && this.classify(cell, this.top + r, this.left + c);
        if (read) found.push(read);
      });
      this.cells.push(found);
      this.byColumn.push(new Map(found.map((cell) => [cell.column, cell])));
    });
    for (const merge of sheet.merges) this.cover(merge);
    this.style = numberStyleOf(this.texts());
  }

  /** The same sheet without what stands in some areas. */
  without(areas: readonly CellArea[]): SheetGrid {
    if (areas.length === 0) return this;
    const rows = this.sheet.rows.map((row, r) =>
      row.map((cell, c) => (areas.some((area) => areaHolds(area, this.top + r, this.left + c)) ? null : cell)),
    );
    return new SheetGrid({ ...this.sheet, rows }, this.dateSystem);
  }

  /** Whether a cell's figure is a fraction that is printed in percent. */
  isPercent(cell: GridCell): boolean {
    if (cell.kind === 'number') return cell.cell.numberFormat.includes('%');
    return this.amountOf(cell)?.measure === 'percent';
  }

  /** The cells whose figures are fractions printed in percent. */
  percentCells(): CellAddress[] {
    return this.cells.flatMap((row) => row.filter((cell) => this.isPercent(cell)).map((cell) => this.address(cell)));
  }

  /** Cells of a row from left to right, without the empty ones. */
  rowCells(row: number): readonly GridCell[] {
    return this.cells[row - this.top] ?? [];
  }

  /** The cells of a row from column `left` to column `right`, likewise. */
  cellsWithin(row: number, { left, right }: Pick<CellArea, 'left' | 'right'>): readonly GridCell[] {
    return this.rowCells(row).filter(({ column }) => column >= left && column <= right);
  }

  at(row: number, column: number): GridCell | null {
    return this.byColumn[row - this.top]?.get(column) ?? null;
  }

  /** The cell itself, or the top left one of the merged area that covers it. */
  anchor(row: number, column: number): GridCell | null {
    const merge = this.mergeAt(row, column);
    return merge ? this.at(merge.top, merge.left) : this.at(row, column);
  }

  mergeAt(row: number, column: number): CellArea | null {
    return this.covered.get(placeKey(row, column)) ?? null;
  }

  isHidden(row: number): boolean {
    return this.sheet.hiddenRows.has(row);
  }

  address(cell: { readonly row: number; readonly column: number }): CellAddress {
    return { sheet: this.sheet.name, row: cell.row, column: cell.column };
  }

  /** The figure in a number cell or in a text that is a figure and nothing else. */
  amountOf(cell: GridCell): PrintedAmount | null {
    if (cell.kind === 'number') return readNumberCell(cell.value, cell.cell.numberFormat);
    if (cell.kind !== 'text') return null;
    const known = this.amounts.get(cell.text);
    if (known !== undefined) return known;
    const read = readAmount(inCommaPoint(cell.text, this.style));
    this.amounts.set(cell.text, read);
    return read;
  }

  /** In which order the numbers of the dates in a column stand (3/4/2020), where its texts tell. */
  dateOrderOf(column: number): NumericOrder | null {
    const known = this.dateOrders.get(column);
    if (known !== undefined) return known;
    const texts = this.byColumn.flatMap((row) => {
      const cell = row.get(column);
      return cell?.kind === 'text' ? [cell.text] : [];
    });
    const order = numericOrderOf(texts);
    this.dateOrders.set(column, order);
    return order;
  }

  private *texts(): Iterable<string> {
    for (const row of this.cells) for (const cell of row) if (cell.kind === 'text') yield cell.text;
  }

  private cover(merge: CellArea): void {
    const bottom = Math.min(merge.bottom, this.bottom);
    const right = Math.min(merge.right, this.right);
    if ((bottom - merge.top + 1) * (right - merge.left + 1) > WIDEST_MERGE) return;
    for (let row = merge.top; row <= bottom; row += 1) {
      for (let column = merge.left; column <= right; column += 1) this.covered.set(placeKey(row, column), merge);
    }
  }

  private classify(cell: CellSnapshot, row: number, column: number): GridCell | null {
    const { value } = cell;
    if (typeof value === 'number') {
      const date = isDateFormat(cell.numberFormat) ? dateOfSerial(value, this.dateSystem) : null;
      return date ? { row, column, cell, kind: 'date', date } : { row, column, cell, kind: 'number', value };
    }
    if (typeof value === 'boolean') return { row, column, cell, kind: 'boolean' };
    if (isCellError(value)) return { row, column, cell, kind: 'error' };
    const text = value.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
    return text === '' ? null : { row, column, cell, kind: 'text', text };
  }
}

/** The text that a cell shows. */
export function printedText(cell: GridCell): string {
  return cell.kind === 'text' ? cell.text : cell.cell.text;
}
