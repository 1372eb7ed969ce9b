import type { CellArea } from '../../../core/sheets/address';
import { officeCode } from '../errors';

/** A sheet and the area whose merges are wanted. */
export interface MergesWanted {
  readonly sheet: Excel.Worksheet;
  readonly area: CellArea;
}

/**
 * The merged areas of all sheets with one sync. Excel refuses to list more than 512 of them: then each sheet is asked for
 * alone, in halves of rows where it must be.
 */
export async function readMerges(
  context: Excel.RequestContext,
  wanted: readonly MergesWanted[],
): Promise<CellArea[][]> {
  if (wanted.length === 0) return [];
  try {
    const loaded = wanted.map(load);
    await context.sync();
    return loaded.map(areasOf);
  } catch (error) {
    if (!mayBeTooMany(error)) throw error;
    const found: CellArea[][] = [];
    for (const one of wanted) found.push(await inHalves(context, one));
    return found;
  }
}

async function inHalves(context: Excel.RequestContext, { sheet, area }: MergesWanted): Promise<CellArea[]> {
  try {
    const loaded = load({ sheet, area });
    await context.sync();
    return areasOf(loaded);
  } catch (error) {
    if (!mayBeTooMany(error) || area.top === area.bottom) throw error;
    const middle = Math.floor((area.top + area.bottom) / 2);
    const upper = await inHalves(context, { sheet, area: { ...area, bottom: middle } });
    const lower = await inHalves(context, { sheet, area: { ...area, top: middle + 1 } });
    // An area that crosses the middle is listed on both sides.
    const seen = new Set(upper.map(keyOf));
    return [...upper, ...lower.filter((merge) => !seen.has(keyOf(merge)))];
  }
}

/** Office.js documents the limit but no code for it: everything that halving cannot help is left out. */
function mayBeTooMany(error: unknown): boolean {
  const code = officeCode(error);
  const hopeless = ['InvalidOperationInCellEditMode', 'AccessDenied', 'ItemNotFound', 'InvalidOrTimedOutSession'];
  return code !== null && !hopeless.includes(code);
}

function load({ sheet, area }: MergesWanted): Excel.RangeAreas {
  const { top, left, bottom, right } = area;
  const merged = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).getMergedAreasOrNullObject();
  merged.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return merged;
}

function areasOf(merged: Excel.RangeAreas): CellArea[] {
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }));
}

function keyOf({ top, left }: CellArea): string {
  return `${top},${left}`;
}
