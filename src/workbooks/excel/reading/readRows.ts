import type { CellArea } from '../../../core/sheets/address';
import type { CellSnapshot } from '../../../core/sheets/snapshot';
import { WorkbookError } from '../../../core/sheets/workbook';
import { officeCode } from '../errors';
import { cellSnapshot } from './cellSnapshot';
import { type FormatReader, loadFormats, mayBeOfFormats } from './emphasis';

/**
 * Cells in one response: with five properties each, or with their formats too, they stay well below the 5 MB that Excel on
 * the web gives at once.
 */
const CELLS_PER_CHUNK = 50_000;
const FORMATTED_CELLS_PER_CHUNK = 10_000;

/** Some rows of a sheet: their cells, and which of them are hidden (0-based rows of the sheet). */
export interface ReadRows {
  readonly rows: readonly (readonly (CellSnapshot | null)[])[];
  readonly hidden: readonly number[];
}

/** An area in pieces of whole rows, each small enough for one response. */
export function rowChunks(area: CellArea, withFormats: boolean): CellArea[] {
  const cells = withFormats ? FORMATTED_CELLS_PER_CHUNK : CELLS_PER_CHUNK;
  const height = Math.max(1, Math.floor(cells / (area.right - area.left + 1)));
  const chunks: CellArea[] = [];
  for (let top = area.top; top <= area.bottom; top += height) {
    chunks.push({ ...area, top, bottom: Math.min(area.bottom, top + height - 1) });
  }
  return chunks;
}

/**
 * Reads a chunk with one sync, or in halves when long texts make the response too large. Where `formats` is given the cells'
 * formats come with it; a host that refuses them is asked once more without.
 *
 * @throws WorkbookError `too-large` when Excel gives no values; else Office.js's own errors.
 */
export async function readRows(
  sheet: Excel.Worksheet,
  area: CellArea,
  formats: FormatReader | null,
): Promise<ReadRows> {
  try {
    return await readAtOnce(sheet, area, formats);
  } catch (error) {
    const tooLong = officeCode(error) === 'ResponsePayloadSizeLimitExceeded';
    if (formats && (mayBeOfFormats(error) || (tooLong && area.top === area.bottom))) return readRows(sheet, area, null);
    if (!tooLong || area.top === area.bottom) throw error;
    const middle = Math.floor((area.top + area.bottom) / 2);
    const upper = await readRows(sheet, { ...area, bottom: middle }, formats);
    const lower = await readRows(sheet, { ...area, top: middle + 1 }, formats);
    return { rows: [...upper.rows, ...lower.rows], hidden: [...upper.hidden, ...lower.hidden] };
  }
}

async function readAtOnce(sheet: Excel.Worksheet, area: CellArea, formats: FormatReader | null): Promise<ReadRows> {
  const { top, left, bottom, right } = area;
  const range = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  range.load('values,formulas,text,numberFormat,valueTypes');
  const properties = range.getRowProperties({ rowHidden: true });
  const loaded = formats && loadFormats(range);
  await sheet.context.sync();
  // Beyond its limit of cells Excel may answer null and raise no error.
  const values = range.values as unknown[][] | null;
  if (values === null) throw new WorkbookError('too-large');
  const rows = values.map((line, row) =>
    line.map((value, column) => {
      const format = loaded?.value[row]?.[column];
      const raw = {
        value,
        formula: range.formulas[row]?.[column],
        text: range.text[row]?.[column],
        numberFormat: range.numberFormat[row]?.[column],
        valueType: range.valueTypes[row]?.[column],
      };
      return cellSnapshot(raw, formats && format ? formats.emphasisOf(format) : null);
    }),
  );
  const hidden: number[] = [];
  properties.value.forEach((row, index) => {
    if (row.rowHidden === true) hidden.push(top + index);
  });
  return { rows, hidden };
}
