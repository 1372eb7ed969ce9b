import type { CellAddress, CellRange } from '../sheets/address';
import type { Document, Figure, Table, TableRow } from '../tables/document';
import type { Decimal } from '../values/decimal';
import { ZERO } from '../values/decimal';

/** Looks up what a cell of the document is called and, where it is a plain number, what it holds. */
export interface FigureIndex {
  /** The name of what stands in a cell: the row's, the total's or the event's; empty where nothing is known of it. */
  readonly labelOf: (cell: CellAddress) => string;
  /** The sum of all cells of the ranges; null where one of them is no number that a formula can refer to. */
  readonly sumOf: (ranges: readonly CellRange[]) => Decimal | null;
}

const keyOf = (sheet: string, row: number, column: number): string => `${row},${column},${sheet}`;

/** Indexes all figures and dates of a document by their cells. */
export function indexFigures(document: Document): FigureIndex {
  const labels = new Map<string, string>();
  const values = new Map<string, Decimal>();
  const label = (cell: CellAddress, name: string): void => {
    const key = keyOf(cell.sheet, cell.row, cell.column);
    if (name !== '' && !labels.has(key)) labels.set(key, name);
  };
  const figure = (one: Figure, name: string): void => {
    label(one.cell, name);
    if (!one.textual) values.set(keyOf(one.cell.sheet, one.cell.row, one.cell.column), one.value);
  };
  for (const table of document.tables) indexTable(table, label, figure);
  for (const { figure: one } of document.oddFormulas) figure(one, one.label);
  for (const event of document.timeline) label(event.cell, event.reading.printed);
  return {
    labelOf: (cell) => labels.get(keyOf(cell.sheet, cell.row, cell.column)) ?? '',
    sumOf: (ranges) => {
      let sum = ZERO;
      for (const range of ranges) {
        for (let row = range.top; row <= range.bottom; row += 1) {
          for (let column = range.left; column <= range.right; column += 1) {
            const value = values.get(keyOf(range.sheet, row, column));
            if (value === undefined) return null;
            sum = sum.plus(value);
          }
        }
      }
      return sum;
    },
  };
}

function indexTable(
  table: Table,
  label: (cell: CellAddress, name: string) => void,
  figure: (one: Figure, name: string) => void,
): void {
  for (const row of table.rows) {
    const name = row.name;
    if (row.nameCell) label(row.nameCell, name);
    for (const one of rowFigures(row)) figure(one, name === '' ? one.label : name);
    for (const one of [row.start, row.restored, row.interest?.from, row.interest?.to]) if (one) label(one.cell, name);
  }
  for (const category of table.categories) {
    if (category.subtotal) figure(category.subtotal, category.subtotal.label);
    label(category.cell, category.label);
  }
  for (const line of table.totals) figure(line.figure, line.label);
  const targets = [...table.relations, ...(table.shareLines ?? []), ...(table.ratios ?? [])];
  for (const { target } of targets) figure(target, target.label);
  if (table.unreadable.length === 0) return;
  const names = new Map(table.rows.map(({ row, name }) => [row, name]));
  for (const { cell } of table.unreadable) label(cell, names.get(cell.row) ?? '');
}

function rowFigures(row: TableRow): Figure[] {
  const { principal = null, days = null, interest = null } = row.interest ?? {};
  const own = [row.amount, row.days, row.fee, row.quantity, row.unitPrice, row.tax, principal, days, interest];
  return own.filter((one) => one !== null);
}
