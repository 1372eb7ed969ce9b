import { foldLabel } from '../../reading/fold';
import type { FigureGrid } from './figureGrid';
import { NUMBER, TEXT } from './cellKinds';
import { type LineWords, wordsOfLine } from './lineWords';
import { type ScaledGrid, scaledGrid } from './scaledGrid';

/**
 * A grid seen along one axis: lines that may total other lines, and the positions at which they do. Figures are whole
 * multiples of one printed step, so that sums of them are exact.
 */
export interface Lattice {
  readonly axis: 'rows' | 'columns';
  readonly lines: number;
  readonly positions: number;
  /** Of the cell of a line at a position: line × positions + position. */
  readonly kind: Uint8Array;
  readonly value: Float64Array;
  /** The step of the last printed place, in the same unit as the values. */
  readonly step: Float64Array;
  readonly words: readonly LineWords[];
  /** 1 for positions that hold shares, averages and the like, by their own heading: there sums need not add up. */
  readonly ratios: Uint8Array;
  /** What the format of each line says for its being a total, in bits. */
  readonly formatBits: Float64Array;
  /** How many figures each line holds. */
  readonly figures: Int32Array;
  /** How many figures of the grid have a value, by its magnitude. */
  readonly frequency: ReadonlyMap<number, number>;
  readonly figureCount: number;
}

/** Both views of a grid: its rows as lines, then its columns. */
export function latticesOf(grid: FigureGrid): { rows: Lattice; columns: Lattice } {
  const scaled = scaledGrid(grid);
  const rows = latticeAlong(grid, scaled, 'rows');
  const columns = latticeAlong(grid, scaled, 'columns');
  const ratiosOf = ({ words }: Pick<Lattice, 'words'>) => Uint8Array.from(words, ({ percent }) => (percent ? 1 : 0));
  return { rows: { ...rows, ratios: ratiosOf(columns) }, columns: { ...columns, ratios: ratiosOf(rows) } };
}

function latticeAlong(grid: FigureGrid, scaled: ScaledGrid, axis: 'rows' | 'columns'): Omit<Lattice, 'ratios'> {
  const { height, width } = grid;
  const lines = axis === 'rows' ? height : width;
  const positions = axis === 'rows' ? width : height;
  const { kind, value, step } = axis === 'rows' ? scaled : transposed(scaled, height, width);
  const figures = new Int32Array(lines);
  for (let line = 0; line < lines; line += 1) {
    for (let position = 0; position < positions; position += 1) {
      if (kind[line * positions + position] === NUMBER) figures[line] = (figures[line] ?? 0) + 1;
    }
  }
  const textOf = (line: number, position: number) => {
    const cell = axis === 'rows' ? grid.cell(line, position) : grid.cell(position, line);
    return cell?.kind === 'text' ? foldLabel(cell.text) : null;
  };
  const words = Array.from({ length: lines }, (_, line) => wordsOfLine(headingTexts(kind, line, positions, textOf)));
  return {
    axis,
    lines,
    positions,
    kind,
    value,
    step,
    words,
    formatBits: Float64Array.from({ length: lines }, (_, line) => grid.formatBits?.(axis, line) ?? 0),
    figures,
    frequency: scaled.frequency,
    figureCount: scaled.figureCount,
  };
}

/** The texts of a line before its first figure: what stands left of a row's figures, or above a column's. */
function headingTexts(
  kind: Uint8Array,
  line: number,
  positions: number,
  textOf: (line: number, position: number) => string | null,
): string[] {
  const texts: string[] = [];
  for (let position = 0; position < positions; position += 1) {
    const what = kind[line * positions + position];
    if (what === NUMBER) break;
    const text = what === TEXT ? textOf(line, position) : null;
    if (text !== null && text !== '') texts.push(text);
  }
  return texts;
}

function transposed(scaled: ScaledGrid, height: number, width: number): Pick<ScaledGrid, 'kind' | 'value' | 'step'> {
  const kind = new Uint8Array(height * width);
  const value = new Float64Array(height * width);
  const step = new Float64Array(height * width);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = row * width + column;
      const to = column * height + row;
      kind[to] = scaled.kind[from] ?? 0;
      value[to] = scaled.value[from] ?? 0;
      step[to] = scaled.step[from] ?? 0;
    }
  }
  return { kind, value, step };
}
