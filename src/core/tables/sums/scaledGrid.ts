import { Decimal } from '../../values/decimal';
import type { FigureGrid } from './figureGrid';
import { EMPTY, NUMBER, PLACEHOLDER, TEXT } from './cellKinds';

/** The figures of a grid as whole numbers of one step, row by row. */
export interface ScaledGrid {
  readonly kind: Uint8Array;
  readonly value: Float64Array;
  readonly step: Float64Array;
  readonly frequency: ReadonlyMap<number, number>;
  readonly figureCount: number;
}

/** Sums of so many figures must stay exact in a double. */
const LARGEST_EXACT = 2 ** 52;

/**
 * Scales the figures of a grid to whole numbers. Places that are zero in every figure count as not printed (exports print
 * 1200.00000). Where magnitudes and places together are too much for exact whole numbers, the last places are left out
 * of the search; the checks of what it finds are exact all the same.
 */
export function scaledGrid(grid: FigureGrid): ScaledGrid {
  const { height, width } = grid;
  const size = height * width;
  const kind = new Uint8Array(size);
  const value = new Float64Array(size);
  const step = new Float64Array(size);
  let places = 0;
  let largest = 1;
  const rowPlaces = new Uint8Array(height);
  const columnPlaces = new Uint8Array(width);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const cell = grid.cell(row, column);
      if (cell?.kind !== 'number') continue;
      const own = cell.value.decimalPlaces();
      rowPlaces[row] = Math.max(rowPlaces[row] ?? 0, own);
      columnPlaces[column] = Math.max(columnPlaces[column] ?? 0, own);
      places = Math.max(places, own);
      largest = Math.max(largest, Math.abs(cell.value.toNumber()));
    }
  }
  const room = Math.log10(LARGEST_EXACT / largest / Math.max(height, width));
  while (places > 0 && places > room) places -= 1;
  const scale = new Decimal(10).pow(places);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const cell = grid.cell(row, column);
      kind[at] = cell === null ? EMPTY : cell.kind === 'number' ? NUMBER : cell.kind === 'text' ? TEXT : PLACEHOLDER;
      if (cell?.kind !== 'number') continue;
      value[at] = cell.value.times(scale).toDecimalPlaces(0).toNumber();
      const used = Math.min(rowPlaces[row] ?? 0, columnPlaces[column] ?? 0);
      step[at] = Math.max(1, cell.unit.times(scale).toNumber(), 10 ** (places - used));
    }
  }
  asLabels(kind, value, scale.toNumber(), height, width);
  widenSteps(kind, value, step, height, width);
  const frequency = new Map<number, number>();
  let figureCount = 0;
  for (let at = 0; at < size; at += 1) {
    if (kind[at] !== NUMBER) {
      value[at] = 0;
      continue;
    }
    figureCount += 1;
    const magnitude = Math.abs(value[at] ?? 0);
    frequency.set(magnitude, (frequency.get(magnitude) ?? 0) + 1);
  }
  return { kind, value, step, frequency, figureCount };
}

/** Units that statistics are rounded to, largest first; some offices round to 3 or 5 against disclosure. */
const ROUNDED_TO = [1000, 100, 10, 5, 3] as const;
const LEAST_FIGURES = 16;

/** Where nearly all larger figures of the grid, or of a column, are multiples of a unit, they were rounded to it. */
function widenSteps(kind: Uint8Array, value: Float64Array, step: Float64Array, height: number, width: number): void {
  const widen = (start: number, stride: number, count: number) => {
    const unit = roundedTo(kind, value, step, start, stride, count);
    if (unit === 1) return;
    for (let index = 0; index < count; index += 1) {
      const at = start + index * stride;
      const figure = value[at] ?? 0;
      const wider = (step[at] ?? 1) * unit;
      if (kind[at] === NUMBER && figure % wider === 0) step[at] = wider;
    }
  };
  const before = step.slice();
  widen(0, 1, height * width);
  if (before.some((one, at) => one !== step[at])) return;
  for (let column = 0; column < width; column += 1) widen(column, width, height);
}

function roundedTo(
  kind: Uint8Array,
  value: Float64Array,
  step: Float64Array,
  start: number,
  stride: number,
  count: number,
): number {
  const units = ROUNDED_TO.filter((unit) => {
    let larger = 0;
    let multiples = 0;
    for (let index = 0; index < count; index += 1) {
      const at = start + index * stride;
      if (kind[at] !== NUMBER) continue;
      const steps = Math.abs(value[at] ?? 0) / (step[at] ?? 1);
      if (steps < 10 * unit) continue;
      larger += 1;
      if (steps % unit === 0) multiples += 1;
    }
    return larger >= LEAST_FIGURES && multiples >= 0.97 * larger;
  });
  return units[0] ?? 1;
}

/** Years in a row of two or more, or in a column of three or more, name lines: they are no figures. */
function asLabels(kind: Uint8Array, value: Float64Array, scale: number, height: number, width: number): void {
  const isYear = (at: number) => {
    const year = (value[at] ?? 0) / scale;
    return Number.isInteger(year) && year >= 1900 && year <= 2100;
  };
  const relabel = (start: number, stride: number, count: number, least: number) => {
    const figures: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const at = start + index * stride;
      if (kind[at] === NUMBER) figures.push(at);
    }
    if (figures.length >= least && figures.every(isYear)) for (const at of figures) kind[at] = TEXT;
  };
  for (let row = 0; row < height; row += 1) relabel(row * width, 1, width, 2);
  for (let column = 0; column < width; column += 1) relabel(column, width, height, 3);
}
