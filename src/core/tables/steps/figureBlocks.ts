import type { Figure } from '../document';
import type { FigureGrid, GridPlace } from '../sums/figureGrid';

/** A row or column of a block with the words that name it. Its index is 0-based in the grid. */
export interface NamedLine {
  readonly index: number;
  readonly label: string;
}

/** Figures that stand together: rows named by a text left of them, columns by a heading above. */
export interface FigureBlock {
  readonly rows: readonly NamedLine[];
  readonly columns: readonly NamedLine[];
}

/** The figure at a place of the grid; null where none is printed. */
export type FigureOf = (place: GridPlace) => Figure | null;

/** So many empty rows end a block. */
const MOST_EMPTY = 2;

/**
 * The blocks of figures of a grid. Columns belong together where the same column names their rows: two tables beside each other with names
 * of their own are two blocks. A row of headings below figures begins another block.
 */
export function figureBlocks(grid: FigureGrid): FigureBlock[] {
  return columnGroups(grid).flatMap((columns) => blocksOf(grid, columns));
}

/** Neighbouring columns of figures whose rows the same column names, from left to right. */
function columnGroups(grid: FigureGrid): number[][] {
  const groups: { readonly names: number; readonly columns: number[] }[] = [];
  namingColumns(grid).forEach((counts, column) => {
    const names = mostCounted(counts);
    if (names === null) return;
    const last = groups[groups.length - 1];
    if (last?.names === names) last.columns.push(column);
    else groups.push({ names, columns: [column] });
  });
  return groups.map(({ columns }) => columns);
}

/** For each column, how many of its figures have the text nearest to their left in which column; −1 for none. */
function namingColumns(grid: FigureGrid): Map<number, number>[] {
  const counts = Array.from({ length: grid.width }, () => new Map<number, number>());
  for (let row = 0; row < grid.height; row += 1) {
    let nearest = -1;
    counts.forEach((own, column) => {
      const kind = grid.cell(row, column)?.kind;
      if (kind === 'text') nearest = column;
      else if (kind === 'number') own.set(nearest, (own.get(nearest) ?? 0) + 1);
    });
  }
  return counts;
}

function mostCounted(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [key, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = key;
  return best;
}

/** The column of the text nearest to the left of a place; −1 where there is none. */
function nearestText(grid: FigureGrid, row: number, column: number, stop: number): number {
  for (let at = column - 1; at > stop; at -= 1) if (grid.cell(row, at)?.kind === 'text') return at;
  return -1;
}

function blocksOf(grid: FigureGrid, columns: readonly number[]): FigureBlock[] {
  const [first = 0] = columns;
  const before = previousFigures(grid, first);
  const blocks: FigureBlock[] = [];
  let rows: NamedLine[] = [];
  let headings = new Map<number, string>();
  let empty = 0;
  const close = () => {
    if (rows.length > 0)
      blocks.push({ rows, columns: columns.map((index) => ({ index, label: headings.get(index) ?? '' })) });
    rows = [];
    headings = new Map();
  };
  for (let row = 0; row < grid.height; row += 1) {
    const cells = columns.map((column) => grid.cell(row, column));
    const texts = columns.flatMap((column, at) => {
      const cell = cells[at];
      return cell?.kind === 'text' ? [{ column, text: cell.text }] : [];
    });
    const name = nearestText(grid, row, first, before);
    empty = cells.every((cell) => cell === null) && name < 0 ? empty + 1 : 0;
    if (cells.some((cell) => cell?.kind === 'number')) {
      rows.push({ index: row, label: textAt(grid, { row, column: name }) });
      continue;
    }
    if (texts.length > 0 || empty > MOST_EMPTY) {
      if (rows.length > 0) close();
      for (const { column, text } of texts) headings.set(column, text);
    }
  }
  close();
  return blocks;
}

/** The last column left of another that holds figures; −1 for none. */
function previousFigures(grid: FigureGrid, column: number): number {
  for (let at = column - 1; at >= 0; at -= 1) {
    for (let row = 0; row < grid.height; row += 1) if (grid.cell(row, at)?.kind === 'number') return at;
  }
  return -1;
}

function textAt(grid: FigureGrid, { row, column }: GridPlace): string {
  const cell = column < 0 ? null : grid.cell(row, column);
  return cell?.kind === 'text' ? cell.text : '';
}
