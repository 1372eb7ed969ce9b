import type { Decimal } from '../../values/decimal';

/** What a cell is to the search for sums. `unit` is the step of the last printed place: 1, 0.1, 1000 where a text says 千円. */
export type SumCell =
  | { readonly kind: 'number'; readonly value: Decimal; readonly unit: Decimal }
  /** A mark where a figure might stand: -, …, n/a. */
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'text'; readonly text: string };

/** A rectangle of cells from (0, 0), as printed: dates and other things that are not added up are texts; null is empty. */
export interface FigureGrid {
  readonly height: number;
  readonly width: number;
  cell(row: number, column: number): SumCell | null;
  /** What the line's format (bold, lines, indent) says for its being a total, in bits, from -4 to 4; zero where nothing is known. */
  formatBits?(axis: 'rows' | 'columns', line: number): number;
}

/** A printed figure and those that it is (meant to be) the sum of. Rows and columns are 0-based in the grid. */
export interface PrintedSum {
  /** `rows`: the figures of other rows of its column are added up; `columns`: those of other columns of its row. */
  readonly axis: 'rows' | 'columns';
  readonly target: GridPlace;
  /** The figures that are added directly: subtotals rather than their details. Empty cells and placeholders are left out. */
  readonly addends: readonly GridPlace[];
  /** The printed figures add up, within what rounding for print allows. */
  readonly holds: boolean;
  /** Whether a figure that does not add up here is an error (`certain`), or only may be one. */
  readonly certainty: 'certain' | 'possible';
  /** Evidence for the hypothesis behind it, over all cells of its lines. */
  readonly bits: number;
  /** At how many other places the lines of a sum hold that is told for this place only. */
  readonly heldElsewhere?: number;
}

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}
