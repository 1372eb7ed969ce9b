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

/**
 * Reads tables, one JSON object a line, gzipped or not.
 * @throws Error that names the line where one is no such table, or where there is none at all
 */
export function readTables(path: string): AnnotatedTable[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [lineOf(line, index + 1)]));
  if (lines.length === 0) throw new Error('it holds no table');
  return lines.map((table) => {
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

function lineOf(text: string, number: number): Line {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw new Error(`line ${number} is not JSON`);
  }
  if (!isLine(line)) throw new Error(`line ${number} is not a table of AggreCol`);
  return line;
}

function isLine(value: unknown): value is Line {
  const line = (value ?? {}) as Partial<Record<keyof Line, unknown>>;
  const { file_name, table_id, table_array, number_format, aggregation_annotations } = line;
  return (
    [file_name, table_id, number_format].every((text) => typeof text === 'string') &&
    Array.isArray(table_array) &&
    table_array.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string')) &&
    Array.isArray(aggregation_annotations) &&
    aggregation_annotations.every(isAnnotation)
  );
}

function isAnnotation(value: unknown): boolean {
  const { operator, aggregator_index, aggregatee_indices } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof operator === 'string' &&
    isPlace(aggregator_index) &&
    Array.isArray(aggregatee_indices) &&
    aggregatee_indices.every(isPlace)
  );
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((index) => Number.isInteger(index));
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
