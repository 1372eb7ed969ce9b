import type { Certainty, Document, Figure, Relation, Table } from '../../../src/core/tables/document';
import { document, figure } from './documents';

export const GRID_SHEET = '集計';

/** A grid of printed figures with the sums that it asserts. Cells are `[row, column]`, 0-based; missing cells are empty. */
export interface GridInput {
  readonly cells: readonly (readonly (string | number | null)[])[];
  readonly sums: readonly GridSum[];
  /** Worth of the last printed place of all figures; 1 where not given. */
  readonly unit?: string;
  readonly headers?: readonly string[];
  readonly unitNote?: string;
  readonly unreadable?: Table['unreadable'];
}

export interface GridSum {
  readonly target: readonly [number, number];
  readonly addends: readonly (readonly [number, number])[];
  readonly certainty?: Certainty;
}

/** The document of one table of figures and sums, without rows of its own. */
export function gridDocument(input: GridInput): Document {
  const figures = new Map<string, Figure>();
  input.cells.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (value === null) return;
      const cell = { sheet: GRID_SHEET, row, column };
      figures.set(`${row},${column}`, figure(value, cell, input.unit ? { unit: figure(input.unit, cell).value } : {}));
    }),
  );
  const at = ([row, column]: readonly [number, number]): Figure => {
    const found = figures.get(`${row},${column}`);
    if (!found) throw new Error(`no figure in ${row},${column}`);
    return found;
  };
  const relations: Relation[] = input.sums.map(({ target, addends, certainty }) => ({
    kind: 'sum',
    target: at(target),
    addends: addends.map(at),
    axis: addends.every(([row]) => row === target[0]) ? 'columns' : 'rows',
    certainty: certainty ?? 'certain',
  }));
  const height = input.cells.length;
  const width = Math.max(0, ...input.cells.map((cells) => cells.length));
  const table: Table = {
    id: 't1',
    kind: 'amounts',
    sheet: GRID_SHEET,
    range: { top: 0, left: 0, bottom: height - 1, right: width - 1 },
    columns: (input.headers ?? []).map((header, column) => ({
      role: 'amount',
      column,
      header,
      headerCell: { sheet: GRID_SHEET, row: 0, column },
    })),
    rows: [],
    categories: [],
    totals: [],
    relations,
    unreadable: input.unreadable ?? [],
    ...(input.unitNote === undefined ? {} : { unitNote: input.unitNote }),
  };
  return document([table]);
}

/** The cells with a total right of each row, below each column and, in the corner, of both; and the sums that say so. */
export function withTotals(body: readonly (readonly number[])[]): { cells: number[][]; sums: GridSum[] } {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const height = body.length;
  const width = body[0]?.length ?? 0;
  const withRight = body.map((row) => [...row, sum(row)]);
  const below = Array.from({ length: width + 1 }, (_, column) => sum(withRight.map((row) => row[column] ?? 0)));
  const cells = [...withRight, below];
  const sums: GridSum[] = [
    ...cells.map((_, row) => ({
      target: [row, width] as const,
      addends: Array.from({ length: width }, (__, column) => [row, column] as const),
    })),
    ...below.map((_, column) => ({
      target: [height, column] as const,
      addends: Array.from({ length: height }, (__, row) => [row, column] as const),
    })),
  ];
  return { cells, sums };
}
