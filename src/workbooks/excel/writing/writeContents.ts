import type { PlannedCell, SheetPlan } from '../../../core/sheets/sheetPlan';
import type { DateSystem } from '../../../core/values/calendar';
import { type CellEntry, cellEntry } from './cellEntry';
import { ACTION_BYTES, jsonBytes, OBJECT_BYTES, RequestBudget } from './requestBudget';

/** What an empty cell takes in the JSON of a request. */
const EMPTY_BYTES = 5;

/** Some rows of the sheet with a value for each of their cells from column A on, and what they take in a request. */
interface Block<T> {
  readonly top: number;
  readonly lines: (T | null)[][];
  readonly bytes: number;
}

/** Number formats, to be set before the entries that are read by them. Cells of the general format are left out. */
export async function setNumberFormats(sheet: Excel.Worksheet, plan: SheetPlan, budget: RequestBudget): Promise<void> {
  const formatted = plan.cells.filter(
    ({ style }) => style.numberFormat !== undefined && style.numberFormat !== 'General',
  );
  for (const { top, lines, bytes } of blocksOf(formatted, ({ style }) => style.numberFormat ?? '')) {
    await budget.take(bytes);
    sheet.getRangeByIndexes(top, 0, lines.length, lines[0]?.length ?? 1).numberFormat = lines;
  }
}

/** Writes what the cells hold, the title aside: it comes last, in place of the notice. */
export async function writeContents(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  dateSystem: DateSystem,
  budget: RequestBudget,
): Promise<void> {
  const cells = plan.cells.filter((cell) => !isTitle(cell) && cell.content.kind !== 'blank');
  for (const { top, lines, bytes } of blocksOf(cells, (cell) => cellEntry(cell, dateSystem))) {
    await budget.take(bytes);
    sheet.getRangeByIndexes(top, 0, lines.length, lines[0]?.length ?? 1).formulas = lines;
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

/** Rows of cells from top to bottom in blocks of which each fits into a request. */
function* blocksOf<T extends CellEntry>(
  cells: readonly PlannedCell[],
  valueOf: (cell: PlannedCell) => T,
): Generator<Block<T>> {
  const width = widthOf(cells);
  const sorted = [...cells].sort((a, b) => a.row - b.row);
  let block: { readonly top: number; readonly lines: (T | null)[][]; bytes: number } | null = null;
  for (const cell of sorted) {
    if (block && cell.row >= block.top + block.lines.length && RequestBudget.isFull(block.bytes)) {
      yield block;
      block = null;
    }
    block ??= { top: cell.row, lines: [], bytes: OBJECT_BYTES + ACTION_BYTES };
    while (block.top + block.lines.length <= cell.row) {
      block.lines.push(new Array<T | null>(width).fill(null));
      block.bytes += EMPTY_BYTES * width;
    }
    const value = valueOf(cell);
    const line = block.lines[cell.row - block.top];
    if (line) line[cell.column] = value;
    block.bytes += jsonBytes(String(value));
  }
  if (block) yield block;
}

function widthOf(cells: readonly PlannedCell[]): number {
  return cells.reduce((greatest, { column }) => Math.max(greatest, column), 0) + 1;
}
