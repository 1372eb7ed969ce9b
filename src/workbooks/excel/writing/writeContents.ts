import type { PlannedCell, SheetPlan } from '../../../core/sheets/sheetPlan';
import type { DateSystem } from '../../../core/values/calendar';
import { type CellEntry, cellEntry } from './cellEntry';

/** Characters of entries in one request, so that its JSON in UTF-8 stays below the 5 MB that Excel on the web takes. */
const CHARACTERS_PER_REQUEST = 1_000_000;

/** Some rows of the sheet with an entry for each of their cells from column A on. */
interface Block {
  readonly top: number;
  readonly entries: CellEntry[][];
}

/** Number formats, to be set before the entries that are read by them. Cells of the general format are left out. */
export function setNumberFormats(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const formatted = plan.cells.filter(
    ({ style }) => style.numberFormat !== undefined && style.numberFormat !== 'General',
  );
  const [first] = formatted;
  if (!first) return;
  const bottom = formatted.reduce((greatest, { row }) => Math.max(greatest, row), first.row);
  const top = formatted.reduce((least, { row }) => Math.min(least, row), first.row);
  const width = widthOf(formatted);
  const formats = emptyGrid(bottom - top + 1, width);
  for (const { row, column, style } of formatted) setAt(formats, row - top, column, style.numberFormat ?? null);
  sheet.getRangeByIndexes(top, 0, formats.length, width).numberFormat = formats;
}

/**
 * Writes what the cells hold, the title aside: it comes last, in place of the notice. One sync for every request beyond
 * the first; the last entries wait for the caller's sync.
 */
export async function writeContents(sheet: Excel.Worksheet, plan: SheetPlan, dateSystem: DateSystem): Promise<void> {
  const cells = plan.cells.filter((cell) => !isTitle(cell) && cell.content.kind !== 'blank');
  const width = widthOf(cells);
  let first = true;
  for (const { top, entries } of blocksOf(cells, width, dateSystem)) {
    if (!first) await sheet.context.sync();
    first = false;
    sheet.getRangeByIndexes(top, 0, entries.length, width).formulas = entries;
  }
}

/** Puts the title where the notice stood: the sheet is complete. */
export function writeTitle(sheet: Excel.Worksheet, plan: SheetPlan, dateSystem: DateSystem): void {
  const title = plan.cells.find(isTitle);
  const entry = title ? cellEntry(title, dateSystem) : null;
  sheet.getRangeByIndexes(0, 0, 1, 1).formulas = [[entry ?? '']];
}

function isTitle({ row, column }: PlannedCell): boolean {
  return row === 0 && column === 0;
}

function* blocksOf(cells: readonly PlannedCell[], width: number, dateSystem: DateSystem): Generator<Block> {
  const sorted = [...cells].sort((a, b) => a.row - b.row);
  let block: Block | null = null;
  let characters = 0;
  for (const cell of sorted) {
    const entry = cellEntry(cell, dateSystem);
    const isNewRow = block === null || cell.row >= block.top + block.entries.length;
    if (block && isNewRow && characters > CHARACTERS_PER_REQUEST) {
      yield block;
      block = null;
      characters = 0;
    }
    block ??= { top: cell.row, entries: [] };
    while (block.top + block.entries.length <= cell.row) {
      block.entries.push(new Array<CellEntry>(width).fill(null));
      characters += 5 * width;
    }
    setAt(block.entries, cell.row - block.top, cell.column, entry);
    characters += String(entry).length;
  }
  if (block) yield block;
}

function widthOf(cells: readonly PlannedCell[]): number {
  return cells.reduce((greatest, { column }) => Math.max(greatest, column), 0) + 1;
}

function emptyGrid(height: number, width: number): (string | null)[][] {
  return Array.from({ length: height }, () => new Array<string | null>(width).fill(null));
}

function setAt<T>(grid: T[][], row: number, column: number, value: T): void {
  const line = grid[row];
  if (line) line[column] = value;
}
