import { type CellEmphasis, EmphasisPool, type SideLine } from '../../../core/sheets/emphasis';
import { officeCode } from '../errors';

/**
 * What is asked of every cell (ExcelApi 1.9). The lines of all sides come back, wanted or not: some 300 bytes a cell.
 */
const WANTED: Excel.CellPropertiesLoadOptions = {
  format: { font: { bold: true }, fill: { color: true }, borders: { style: true }, indentLevel: true },
};

/** The formats of a range's cells, to be read after the sync. */
export type LoadedFormats = OfficeExtension.ClientResult<Excel.CellProperties[][]>;

export function loadFormats(range: Excel.Range): LoadedFormats {
  return range.getCellProperties(WANTED);
}

/** Gives a cell's emphasis from the answer; one for a whole workbook, whose cells then share equal ones. */
export class FormatReader {
  private readonly pool = new EmphasisPool();

  /** Null where nothing is special. Unpainted and white cells are told apart nowhere: both count as not filled. */
  emphasisOf({ format }: Excel.CellProperties): CellEmphasis | null {
    const color = format?.fill?.color ?? '';
    const { top, bottom, left, right } = format?.borders ?? {};
    return this.pool.of({
      bold: format?.font?.bold === true,
      indent: format?.indentLevel ?? 0,
      filled: color !== '' && color.toUpperCase() !== '#FFFFFF',
      top: lineOf(top),
      bottom: lineOf(bottom),
      left: lineOf(left),
      right: lineOf(right),
    });
  }
}

function lineOf(border: Excel.CellBorder | undefined): SideLine {
  const style = border?.style ?? 'None';
  return style === 'None' ? 'none' : style === 'Double' ? 'double' : 'thin';
}

/** Whether an error may come of asking for formats, which are only clues: reading then goes on without them. */
export function mayBeOfFormats(error: unknown): boolean {
  const codes = ['ApiNotFound', 'NotImplemented', 'UnsupportedOperation', 'InvalidArgument', 'GeneralException'];
  return codes.includes(officeCode(error) ?? '');
}
