import { type CellArea, cellCount } from '../../../core/sheets/address';
import { type NamedRange, readNamedRange } from '../../../core/sheets/namedRange';
import type { CellSnapshot, SheetSnapshot, Snapshot } from '../../../core/sheets/snapshot';
import { trimGrid } from '../../../core/sheets/trimGrid';
import { type Cancellation, type Progress, stopIfCancelled, WorkbookError } from '../../../core/sheets/workbook';
import { dateSystemOf, loadDateProbe } from '../dateSystem';
import { type ExcelLibrary, inExcel } from '../library';
import { loadMark, roleOfMark } from '../marks';
import { FormatReader } from './emphasis';
import { readMerges } from './readMerges';
import { readRows, rowChunks } from './readRows';

/** Cells of all used ranges beyond which the workbook is refused: it would not fit into a pane's memory. */
const MOST_CELLS = 5_000_000;

/** Cells whose formats are read in all. They are five times as long as all else; on larger sheets words and sums must do. */
const MOST_FORMATTED_CELLS = 50_000;

/** A sheet with what is known of it before its cells are read. */
interface Outline {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  readonly used: Excel.Range;
}

/**
 * Reads all sheets: three syncs, and one for every chunk of rows.
 *
 * @throws WorkbookError as {@link inExcel} and `too-large`; Cancelled between chunks.
 */
export function readWorkbook(
  library: ExcelLibrary,
  progress?: Progress,
  cancellation?: Cancellation,
): Promise<Snapshot> {
  return inExcel(library, async (context) => {
    const { workbook } = context;
    workbook.load('name');
    workbook.worksheets.load('items/name,items/visibility');
    loadNames(workbook.names);
    const probe = loadDateProbe(workbook);
    await context.sync();
    const outlines = workbook.worksheets.items.map(outline);
    await context.sync();
    const areas = outlines.map(({ used }) => usedArea(used));
    const total = areas.reduce((sum, area) => sum + (area ? cellCount(area) : 0), 0);
    if (total > MOST_CELLS) throw new WorkbookError('too-large');
    stopIfCancelled(cancellation);
    const merges = await mergesBySheet(context, outlines, areas);

    const sheets: SheetSnapshot[] = [];
    const reader = new FormatReader();
    let formatted = 0;
    let done = 0;
    for (const [index, { sheet, mark }] of outlines.entries()) {
      const rows: (readonly (CellSnapshot | null)[])[] = [];
      const hiddenRows = new Set<number>();
      const area = areas[index] ?? null;
      const role = roleOfMark(mark);
      const withFormats = role === null && area !== null && formatted + cellCount(area) <= MOST_FORMATTED_CELLS;
      if (withFormats) formatted += cellCount(area);
      for (const chunk of area ? rowChunks(area, withFormats) : []) {
        stopIfCancelled(cancellation);
        const read = await readRows(sheet, chunk, withFormats ? reader : null);
        for (const row of read.rows) rows.push(row);
        for (const row of read.hidden) hiddenRows.add(row);
        done += cellCount(chunk);
        progress?.('read', done, total);
      }
      sheets.push({
        name: sheet.name,
        visible: sheet.visibility === 'Visible',
        role,
        ...trimGrid({ row: area?.top ?? 0, column: area?.left ?? 0 }, rows),
        merges: merges.get(sheet) ?? [],
        hiddenRows,
        // Office.js tells no row's outline level but by asking for each row alone.
        outlineLevels: null,
      });
    }
    const names = [workbook.names, ...outlines.map(({ sheet }) => sheet.names)].flatMap(namedRanges);
    return { workbookName: workbook.name, dateSystem: dateSystemOf(probe), sheets, names };
  });
}

function outline(sheet: Excel.Worksheet): Outline {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  loadNames(sheet.names);
  return { sheet, mark: loadMark(sheet), used };
}

function loadNames(names: Excel.NamedItemCollection): void {
  names.load('items/name,items/formula,items/visible');
}

function namedRanges(names: Excel.NamedItemCollection): NamedRange[] {
  return names.items.flatMap(({ name, formula, visible }) => {
    return visible && typeof formula === 'string' ? (readNamedRange(name, formula) ?? []) : [];
  });
}

function usedArea(used: Excel.Range): CellArea | null {
  if (used.isNullObject) return null;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

async function mergesBySheet(
  context: Excel.RequestContext,
  outlines: readonly Outline[],
  areas: readonly (CellArea | null)[],
): Promise<Map<Excel.Worksheet, CellArea[]>> {
  const wanted = outlines.flatMap(({ sheet }, index) => {
    const area = areas[index];
    return area ? [{ sheet, area }] : [];
  });
  const found = await readMerges(context, wanted);
  return new Map(wanted.map(({ sheet }, index) => [sheet, found[index] ?? []]));
}
