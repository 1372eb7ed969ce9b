import { performance } from 'node:perf_hooks';
import type { Snapshot } from '../../src/core/sheets/snapshot';
import { findDocument } from '../../src/core/tables/findDocument';
import type { FigureGrid, SumCell } from '../../src/core/tables/sums/figureGrid';
import { findPrintedSums } from '../../src/core/tables/sums/findPrintedSums';
import { Decimal } from '../../src/core/values/decimal';
import { milliseconds, printTable, ratio } from '../measure';
import { numberCell, sheetSnapshot, textCell } from './tableSnapshot';

const ONE = new Decimal(1);
const GROUP_ROWS = 9;
const GROUP_COLUMNS = 5;
const WIDTH = 25;
/** Of the tables that show growth, which have ten times more rows each. */
const SMALLEST = 400;

/** A printed cell of the synthetic table: a heading, or an amount. */
type Cell = string | number;

/**
 * So many rows and 25 columns of figures with headings: a subtotal after every nine rows and every five columns, a grand
 * total of them at the end of both.
 */
function syntheticTable(height: number): Cell[][] {
  const header: Cell[] = ['部署'];
  for (let column = 0; column < WIDTH; column += 1) header.push(kindOf(column, WIDTH, GROUP_COLUMNS, '月'));
  const body: Cell[][] = [];
  let sums = zeros();
  let all = zeros();
  for (let row = 0; row < height; row += 1) {
    const label = kindOf(row, height, GROUP_ROWS, '係');
    let cells: number[];
    if (label === '合計') cells = all;
    else if (label === '小計') [cells, sums] = [sums, zeros()];
    else {
      cells = withTotals(row);
      sums = plus(sums, cells);
      all = plus(all, cells);
    }
    body.push([label, ...cells]);
  }
  return [header, ...body];
}

function kindOf(index: number, length: number, group: number, detail: string): string {
  if (index === length - 1) return '合計';
  return index % (group + 1) === group || index === length - 2 ? '小計' : `${detail}${index + 1}`;
}

function withTotals(row: number): number[] {
  const cells: number[] = [];
  let sum = 0;
  let all = 0;
  for (let column = 0; column < WIDTH; column += 1) {
    const kind = kindOf(column, WIDTH, GROUP_COLUMNS, '月');
    if (kind === '合計') cells.push(all);
    else if (kind === '小計') {
      cells.push(sum);
      sum = 0;
    } else {
      const value = 1000 + ((row * 7919 + column * 104_729 + row * column * 31) % 90_000);
      cells.push(value);
      sum += value;
      all += value;
    }
  }
  return cells;
}

const zeros = (): number[] => Array.from({ length: WIDTH }, () => 0);
const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((value, at) => value + (b[at] ?? 0));

function gridOfCells(cells: readonly (readonly Cell[])[]): FigureGrid {
  const grid = cells.map((row) =>
    row.map((cell): SumCell =>
      typeof cell === 'string' ? { kind: 'text', text: cell } : { kind: 'number', value: new Decimal(cell), unit: ONE },
    ),
  );
  return { height: grid.length, width: WIDTH + 1, cell: (row, column) => grid[row]?.[column] ?? null };
}

function snapshotOfCells(cells: readonly (readonly Cell[])[]): Snapshot {
  return sheetSnapshot(
    'synthetic.xlsx',
    cells.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? textCell(cell) : numberCell(new Decimal(cell), ONE))),
    ),
  );
}

/** Time on a table of 2,280 rows, and on tables of growing height after one that is not counted; a ratio near the cells' own ratio is linear. */
export function printSpeed(): void {
  const rows: string[][] = [];
  let before: { cells: number; search: number; document: number } | null = null;
  findDocument(snapshotOfCells(syntheticTable(SMALLEST)));
  for (const height of [2_280, SMALLEST, 10 * SMALLEST, 100 * SMALLEST]) {
    if (height === SMALLEST) before = null;
    const cells = syntheticTable(height);
    const grid = gridOfCells(cells);
    const search = timeOf(() => findPrintedSums(grid));
    const snapshot = snapshotOfCells(cells);
    const document = timeOf(() => findDocument(snapshot));
    const now = { cells: height * WIDTH, search: search.time, document: document.time };
    rows.push([
      `${height} × ${WIDTH}`,
      `${now.cells}`,
      before ? ratio(now.cells, before.cells) : '',
      `${search.result.length}`,
      milliseconds(now.search),
      before ? ratio(now.search, before.search) : '',
      milliseconds(now.document),
      before ? ratio(now.document, before.document) : '',
    ]);
    before = now;
  }
  printTable(
    'Speed on a table with subtotals and totals of both rows and columns (× against ten times fewer rows)',
    ['table', 'cells', '×', 'sums', 'findPrintedSums ms', '×', 'findDocument ms', '×'],
    rows,
  );
}

function timeOf<T>(work: () => T): { time: number; result: T } {
  const start = performance.now();
  const result = work();
  return { time: performance.now() - start, result };
}
