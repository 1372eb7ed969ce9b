import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FigureGrid, SumCell } from '../../src/core/tables/sums/figureGrid';
import { Decimal } from '../../src/core/values/decimal';

/** One table of AggreCol's collection with its annotated sums. */
export interface AnnotatedTable {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly numberFormat: string;
  readonly sums: readonly AnnotatedSum[];
}

export interface AnnotatedSum {
  readonly target: readonly [number, number];
  readonly addends: readonly (readonly [number, number])[];
}

interface Line {
  readonly file_name: string;
  readonly table_id: string;
  readonly table_array: string[][];
  readonly number_format: string;
  readonly aggregation_annotations: {
    readonly operator: string;
    readonly aggregator_index: [number, number];
    readonly aggregatee_indices: [number, number][];
  }[];
}

/** Reads tables, one JSON object a line, gzipped or not. */
export function readTables(path: string): AnnotatedTable[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const table = JSON.parse(line) as Line;
      return {
        name: `${table.file_name} ${table.table_id}`,
        cells: table.table_array,
        numberFormat: table.number_format,
        sums: table.aggregation_annotations
          .filter(({ operator }) => operator === 'Sum')
          .map(({ aggregator_index, aggregatee_indices }) => ({
            target: aggregator_index,
            addends: aggregatee_indices,
          })),
      };
    });
}

/** A table's cells as figures, read in the number format that goes with it. */
export function gridOf({ cells, numberFormat }: Pick<AnnotatedTable, 'cells' | 'numberFormat'>): FigureGrid {
  const read = cellReader(numberFormat);
  const grid = cells.map((row) => row.map(read));
  return {
    height: grid.length,
    width: Math.max(0, ...grid.map((row) => row.length)),
    cell: (row, column) => grid[row]?.[column] ?? null,
  };
}

const PLACEHOLDER = /^(?:[-–—−.…:*x#?]+|n\/?a|n\.a\.|nil|none|\(-+\))$/iu;

/** Reads a cell printed with, say, `Space Comma`: thousands parted by spaces, a comma before the decimals. */
function cellReader(numberFormat: string): (text: string) => SumCell | null {
  const [thousands, point] = numberFormat.split(' ');
  const group = thousands === 'Comma' ? ',' : thousands === 'Space' ? ' ' : thousands === 'Point' ? '\\.' : '';
  const mark = point === 'Comma' ? ',' : '\\.';
  const whole = group === '' ? '\\d+' : `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)`;
  const figure = new RegExp(`^([-+−–]?)\\s*(?:[$£€¥]\\s*)?([-+−–]?)\\s*(${whole}?(?:${mark}\\d+)?)${mark}?$`, 'u');
  return (printed) => {
    const text = printed.replace(/[\u00a0\u2000-\u200b\u202f\u3000]/g, ' ').trim();
    if (text === '') return null;
    if (PLACEHOLDER.test(text)) return { kind: 'placeholder' };
    let inner = text.replace(/^[*†$£€¥]+\s*|\s*[*†]+$/g, '').replace(/\s*[€$£]$/, '');
    const bracketed = /^\((.*)\)$/.exec(inner);
    if (bracketed?.[1] !== undefined) inner = bracketed[1].trim();
    inner = inner.replace(/(\d)\s?(?:[a-zA-Z]|\d?\))$/u, '$1').replace(/\s*%$/, '');
    const match = figure.exec(inner);
    const digits = match?.[3] ?? '';
    if (!match || digits === '' || /^0\d/.test(digits)) return { kind: 'text', text };
    const plain = digits.replace(thousands === 'Comma' ? /,/g : thousands === 'Space' ? / /g : /(?!)/g, '');
    const decimal = new Decimal(point === 'Comma' ? plain.replace(',', '.') : plain);
    const negative =
      (match[1] !== '' && match[1] !== '+') || (match[2] !== '' && match[2] !== '+') || bracketed !== null;
    const places = plain.split(point === 'Comma' ? ',' : '.')[1]?.length ?? 0;
    return {
      kind: 'number',
      value: negative ? decimal.negated() : decimal,
      unit: new Decimal(10).pow(-places),
    };
  };
}
