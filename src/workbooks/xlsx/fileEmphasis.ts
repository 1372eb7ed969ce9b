import type { CellEmphasis } from '../../core/sheets/emphasis';
import { orNull, type StoredWorkbook } from './storedWorkbook';
import { forEachStyledCell } from './styledCells';
import { styleEmphases } from './styleEmphasis';
import { decodePart } from './xmlPart';

/** The emphasis of a sheet's cells by 0-based row and column; absent where there is none. */
export type SheetEmphasis = readonly (readonly (CellEmphasis | null)[])[];

/**
 * The emphases of the cells of a workbook in the XML format: the reading library itself tells of formats no more than fills.
 * They are a clue: where a part cannot be read there are none.
 */
export class FileEmphasis {
  private constructor(
    private readonly book: StoredWorkbook,
    private readonly formats: readonly (CellEmphasis | null)[],
  ) {}

  static of(book: StoredWorkbook): FileEmphasis | null {
    const { styles } = book;
    const formats = styles === null ? null : orNull(() => styleEmphases(book.root(styles)));
    if (formats === null || formats.every((format) => format === null)) return null;
    return new FileEmphasis(book, formats);
  }

  /** The emphases of one sheet, by its place in the workbook. */
  ofSheet(index: number): SheetEmphasis {
    const path = this.book.sheets[index]?.path;
    if (path === undefined) return [];
    const rows: (CellEmphasis | null)[][] = [];
    const read = orNull(() => decodePart(this.book.bytes(path)));
    forEachStyledCell(read ?? '', (row, column, format) => {
      const emphasis = this.formats[format] ?? null;
      if (emphasis) (rows[row] ??= [])[column] = emphasis;
    });
    return rows;
  }
}
