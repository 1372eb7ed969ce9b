import { columnName } from '../../../../../src/core/sheets/address';
import type { FigureGrid, GridPlace, PrintedSum, SumCell } from '../../../../../src/core/tables/sums/figureGrid';
import { Decimal } from '../../../../../src/core/values/decimal';

const FIGURE = /^-?\d[\d,]*(?:\.(\d+))?$/u;
const PLACEHOLDERS = new Set(['-', '…', 'n/a']);

/** A cell as written: a figure with its printed places, a placeholder, a text; nothing for an empty one. */
function cellOf(written: string): SumCell | null {
  if (written === '') return null;
  if (PLACEHOLDERS.has(written)) return { kind: 'placeholder' };
  const figure = FIGURE.exec(written);
  if (!figure) return { kind: 'text', text: written };
  return {
    kind: 'number',
    value: new Decimal(written.replace(/,/g, '')),
    unit: new Decimal(10).pow(-(figure[1] ?? '').length),
  };
}

/** A grid of cells as written. */
export function gridOf(rows: readonly (readonly (string | number)[])[]): FigureGrid {
  const cells = rows.map((row) => row.map((written) => cellOf(String(written))));
  return {
    height: cells.length,
    width: Math.max(0, ...cells.map((row) => row.length)),
    cell: (row, column) => cells[row]?.[column] ?? null,
  };
}

/** A grid drawn as text: a line a row, cells parted by bars. */
export function drawn(text: string): FigureGrid {
  return gridOf(cellsOf(text));
}

/** The cells of a drawing, as written. */
export function cellsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

export function transposed<T>(rows: readonly (readonly T[])[], blank: T): T[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? blank));
}

/**
 * Sums in short, those of the same lines together, in order: `4 = 1+2+3 in B C` where row 4 adds up rows 1 to 3 in columns
 * B and C; `D = B+C in 1 2` for columns; `≠` where the figures do not add up. Rows are numbered from 1.
 */
export function inShort(sums: readonly PrintedSum[]): string[] {
  const places = new Map<string, { order: number; at: number[]; name: (at: number) => string }>();
  for (const { axis, target, addends, holds } of sums) {
    const name = axis === 'rows' ? rowName : columnName;
    const line = axis === 'rows' ? target.row : target.column;
    const lines = addends.map(({ row, column }) => (axis === 'rows' ? row : column));
    const key = `${name(line)} ${holds ? '=' : '≠'} ${lines.map(name).join('+')}`;
    const order = (axis === 'rows' ? 0 : 1_000_000) + line * 2 + (holds ? 0 : 1);
    const known = places.get(key) ?? { order, at: [], name: axis === 'rows' ? columnName : rowName };
    known.at.push(axis === 'rows' ? target.column : target.row);
    places.set(key, known);
  }
  return [...places]
    .sort(([first, a], [second, b]) => a.order - b.order || (first < second ? -1 : 1))
    .map(
      ([key, { at, name }]) =>
        `${key} in ${at
          .sort((a, b) => a - b)
          .map(name)
          .join(' ')}`,
    );
}

function rowName(row: number): string {
  return String(row + 1);
}

/** The sums of a transposed grid as those of the grid itself. */
export function turned(sums: readonly PrintedSum[]): PrintedSum[] {
  const turn = ({ row, column }: GridPlace) => ({ row: column, column: row });
  return sums.map((sum) => ({
    ...sum,
    axis: sum.axis === 'rows' ? 'columns' : 'rows',
    target: turn(sum.target),
    addends: sum.addends.map(turn),
  }));
}
