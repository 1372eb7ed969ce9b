import type { CellAddress, CellArea } from '../../core/sheets/address';
import { type ExcelLibrary, inExcel } from './library';
import { loadMark, roleOfMark } from './marks';

/** Activates the sheet, selects the cells and scrolls to them. @throws WorkbookError, `host-failed` with `ItemNotFound` where there is no such sheet. */
export function selectCells(library: ExcelLibrary, sheetName: string, area: CellArea): Promise<void> {
  return inExcel(library, async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.activate();
    const { top, left, bottom, right } = area;
    sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).select();
    await context.sync();
  });
}

/** Calls back after cells of a sheet changed that is not ours. Gives a function that ends it. */
export function onUserChange(library: ExcelLibrary, listener: () => void): Promise<() => Promise<void>> {
  // A write tells of many changes at once: the sheet is asked for its mark once.
  const oursById = new Map<string, Promise<boolean>>();
  const tell = async ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    const asked = oursById.get(worksheetId) ?? isOurs(library, worksheetId);
    oursById.set(worksheetId, asked);
    if (!(await asked)) listener();
  };
  return inExcel(library, async (context) => {
    const registration = context.workbook.worksheets.onChanged.add(tell);
    await context.sync();
    return ending(library, registration);
  });
}

/** Calls back with the active cell after every change of selection. Gives a function that ends it. */
export function onSelection(
  library: ExcelLibrary,
  listener: (cell: CellAddress) => void,
): Promise<() => Promise<void>> {
  const tell = async (): Promise<void> => {
    const cell = await activeCell(library);
    if (cell) listener(cell);
  };
  return inExcel(library, async (context) => {
    const registration = context.workbook.worksheets.onSelectionChanged.add(tell);
    await context.sync();
    return ending(library, registration);
  });
}

/** Whether the sheet bears our mark. A sheet that cannot be asked counts as the user's: better told once too often. */
async function isOurs(library: ExcelLibrary, sheetId: string): Promise<boolean> {
  try {
    return await inExcel(library, async (context) => {
      const mark = loadMark(context.workbook.worksheets.getItem(sheetId));
      await context.sync();
      return roleOfMark(mark) !== null;
    });
  } catch {
    return false;
  }
}

/** The active cell; null where Excel cannot say now (a cell is being edited): the next selection tells again. */
async function activeCell(library: ExcelLibrary): Promise<CellAddress | null> {
  try {
    return await inExcel(library, async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load('rowIndex,columnIndex,worksheet/name');
      await context.sync();
      return { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex };
    });
  } catch {
    return null;
  }
}

/** The function that ends a registration, in the context in which it was made. */
function ending<T>(library: ExcelLibrary, registration: OfficeExtension.EventHandlerResult<T>): () => Promise<void> {
  return () =>
    library.excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
}
