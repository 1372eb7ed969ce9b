import type { CellAddress } from '../src/core/sheets/address';
import type { Document, Figure, Relation } from '../src/core/tables/document';
import { Decimal } from '../src/core/values/decimal';

const SHEET = '集計';
const ONE = new Decimal(1);

/**
 * A document of one table with so many rows and columns of figures, a total of each row and column, and a grand total of the
 * totals; one digit is changed in so many of the cells.
 */
export function syntheticGrid(height: number, width: number, wrong: number): Document {
  const values: number[][] = Array.from({ length: height }, (_, row) =>
    Array.from(
      { length: width },
      (__, column) => 1000 + ((row * 7919 + column * 104_729 + row * column * 31) % 90_000),
    ),
  );
  const rowTotals = values.map((cells) => sum(cells));
  const columnTotals = Array.from({ length: width }, (_, column) => sum(values.map((cells) => cells[column] ?? 0)));
  for (let fault = 0; fault < wrong; fault += 1) {
    const cells = values[(fault * 997) % height];
    const column = (fault * 7) % width;
    if (cells) cells[column] = withOtherDigit(cells[column] ?? 0, fault % 2 === 0 ? 3 : 2);
  }
  const body = values.map((cells, row) => cells.map((value, column) => figure(value, row, column)));
  const right = rowTotals.map((value, row) => figure(value, row, width));
  const below = columnTotals.map((value, column) => figure(value, height, column));
  const corner = figure(sum(rowTotals), height, width);
  const relations: Relation[] = [
    ...right.map((target, row) => sumRelation(target, body[row] ?? [], 'columns')),
    ...below.map((target, column) => sumRelation(target, columnOf(body, column), 'rows')),
    sumRelation(corner, right, 'rows'),
    sumRelation(corner, below, 'columns'),
  ];
  return {
    workbookName: `grid-${height}x${width}.xlsx`,
    dateSystem: 1900,
    tables: [
      {
        id: 't1',
        kind: 'amounts',
        sheet: SHEET,
        range: { top: 0, left: 0, bottom: height + 1, right: width },
        columns: [],
        rows: [],
        categories: [],
        totals: [],
        relations,
        unreadable: [],
      },
    ],
    timeline: [],
    incidentCandidates: [],
    oddFormulas: [],
    percentCells: new Set(),
    unreadableDates: [],
  };
}

function sumRelation(target: Figure, addends: readonly Figure[], axis: 'rows' | 'columns'): Relation {
  return { kind: 'sum', target, addends, axis, certainty: 'certain' };
}

function columnOf(body: readonly (readonly Figure[])[], column: number): Figure[] {
  return body.flatMap((cells) => cells[column] ?? []);
}

/** The header stands in the first sheet row. */
function figure(value: number, row: number, column: number): Figure {
  const cell: CellAddress = { sheet: SHEET, row: row + 1, column };
  return { value: new Decimal(value), unit: ONE, approximate: false, textual: false, label: '', cell };
}

/** Two changes in a column must not make up for each other: they are not by the same. */
function withOtherDigit(value: number, by: number): number {
  const hundreds = Math.floor(value / 100) % 10;
  return value + (hundreds < 5 ? by * 100 : -by * 100);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
