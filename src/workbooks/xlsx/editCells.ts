import { type CellAddress, areaHolds, parseArea } from '../../core/sheets/address';
import type { CellValue } from '../../core/sheets/snapshot';
import { WorkbookError } from '../../core/sheets/workbook';
import { setConstant, setFormula, setResult } from './cellContent';
import { JointFormulas } from './jointFormulas';
import type { OpcPackage } from './opcPackage';
import { SheetCells } from './sheetCells';
import { openWritable, stylesOf, targetOf, type WritableWorkbook } from './writableWorkbook';
import { childrenOf, type Element, rootOf } from './xmlPart';

/** What a cell of the user's is to hold. */
export type CellEdit = CellAddress &
  (
    | {
        readonly kind: 'content';
        /** A constant, a formula's cached result, or null for nothing. */
        readonly value: CellValue | null;
        /** With its leading `=`; null for a constant. */
        readonly formula: string | null;
        /** The number format that the cell is given along with it; null keeps the one it has. */
        readonly numberFormat: string | null;
      }
    /** The formula stays and gives this now. */
    | { readonly kind: 'result'; readonly value: CellValue | null }
  );

/**
 * Changes cells in the bytes of an .xlsx or .xlsm workbook and gives the new bytes. Only the parts of the sheets concerned
 * change, the workbook part (everything is to be calculated on opening), the styles where a number format is new, and the
 * order of calculation goes where a formula came or went; all else stays byte for byte. Cells keep their formats.
 *
 * @throws WorkbookError `cannot-write-format`: other formats and signed packages as for adding sheets; `array` for a
 * cell in an array formula or data table, `table` for a heading or total of a table, `merge` for a cell that a merged area
 * covers. Also `encrypted`, `empty-file`, `not-a-workbook`. Nothing is given then.
 */
export async function editCells(bytes: Uint8Array, edits: readonly CellEdit[]): Promise<Uint8Array> {
  if (edits.length === 0) return bytes;
  const target = await openWritable(bytes);
  const bySheet = new Map<string, CellEdit[]>();
  for (const edit of edits) bySheet.set(edit.sheet, [...(bySheet.get(edit.sheet) ?? []), edit]);
  let formulasChanged = false;
  for (const [sheet, own] of bySheet) formulasChanged = (await editSheet(target, sheet, own)) || formulasChanged;
  if (formulasChanged) await removeCalculationChain(target);
  target.workbook.calculateOnLoad();
  return target.parts.save();
}

/** Gives whether a formula came or went. */
async function editSheet(target: WritableWorkbook, sheet: string, edits: readonly CellEdit[]): Promise<boolean> {
  const { parts, workbook, workbookPath } = target;
  const id = workbook.relationshipTo(sheet);
  const path = (await parts.relationships(workbookPath)).find((entry) => entry.id === id)?.target;
  if (!path) throw new WorkbookError('not-a-workbook');
  const cells = new SheetCells(await parts.edit(path));
  const joint = new JointFormulas(cells);
  const merges = cells.merges;
  const fixed = await fixedByTables(parts, path);
  let formulasChanged = false;
  for (const edit of edits) {
    const { row, column } = edit;
    if (edit.kind === 'result') {
      const cell = cells.cell(row, column);
      if (cell) setResult(cell, edit.value);
      continue;
    }
    const covered = merges.some((area) => areaHolds(area, row, column) && (area.top !== row || area.left !== column));
    if (covered && edit.value !== null) throw new WorkbookError('cannot-write-format', 'merge');
    if (fixed(row, column)) throw new WorkbookError('cannot-write-format', 'table');
    const present = cells.cell(row, column);
    joint.release(row, column, present);
    if (!present && edit.value === null && edit.formula === null) continue;
    const cell = cells.ensureCell(row, column);
    if (edit.formula !== null || hasFormula(cell)) formulasChanged = true;
    if (edit.formula !== null) setFormula(cell, edit.formula, edit.value);
    else setConstant(cell, edit.value);
    if (edit.numberFormat !== null) {
      const styles = await stylesOf(target);
      cell.setAttribute('s', String(styles.withNumberFormat(Number(cell.getAttribute('s') || 0), edit.numberFormat)));
    }
  }
  return formulasChanged;
}

function hasFormula(cell: Element): boolean {
  return childrenOf(cell, 'f').length > 0;
}

/** Tells the cells that a table's own part repeats: Excel takes the file for damaged where the two differ. */
async function fixedByTables(parts: OpcPackage, sheet: string): Promise<(row: number, column: number) => boolean> {
  const tables: Element[] = [];
  for (const { type, target } of await parts.relationships(sheet)) {
    if (type.endsWith('/table') && target !== null) tables.push(rootOf(await parts.document(target)));
  }
  const rows = tables.flatMap((table) => {
    const area = parseArea(table.getAttribute('ref') ?? '');
    if (!area) return [];
    const heading = table.getAttribute('headerRowCount') === '0' ? [] : [{ ...area, bottom: area.top }];
    const total = Number(table.getAttribute('totalsRowCount') ?? 0) > 0 ? [{ ...area, top: area.bottom }] : [];
    return [...heading, ...total];
  });
  return (row, column) => rows.some((area) => areaHolds(area, row, column));
}

/** The order in which Excel last calculated. It must not name a cell without a formula, and is made anew where there is none. */
async function removeCalculationChain({ parts, workbookPath }: WritableWorkbook): Promise<void> {
  const path = await targetOf(parts, workbookPath, 'calcChain');
  if (path === null) return;
  await parts.unrelate(workbookPath, path);
  if (parts.has(path)) await parts.remove(path);
}
