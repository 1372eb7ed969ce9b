import type { WorkBook } from '@e965/xlsx';
import type { CellEmphasis } from '../../core/sheets/emphasis';
import { WorkbookError } from '../../core/sheets/workbook';
import { relationshipsPath, resolveTarget } from './opcPackage';
import { forEachStyledCell } from './styledCells';
import { styleEmphases } from './styleEmphasis';
import { childrenOf, decodePart, type Element, parsePart, rootOf } from './xmlPart';

/** The emphasis of a sheet's cells by 0-based row and column; absent where there is none. */
export type SheetEmphasis = readonly (readonly (CellEmphasis | null)[])[];

interface StoredFile {
  readonly content: ArrayLike<number>;
}

/**
 * The emphases of the cells of a workbook that the library has read with its `bookFiles`: the library itself tells of formats
 * no more than fills. Only the XML format has them here; in other formats, and where a part cannot be read, there are none.
 */
export class FileEmphasis {
  private constructor(
    private readonly parts: ReadonlyMap<string, StoredFile>,
    private readonly formats: readonly (CellEmphasis | null)[],
    /** Paths of the sheets' parts in the order of the workbook's sheets. */
    private readonly sheets: readonly (string | null)[],
  ) {}

  static of(book: WorkBook): FileEmphasis | null {
    const { files, bookType } = book as WorkBook & { readonly files?: Readonly<Record<string, StoredFile>> };
    if (bookType !== 'xlsx' || !files) return null;
    const parts = new Map(Object.entries(files).map(([path, file]) => [path.toLowerCase(), file]));
    return orNone(() => {
      const workbook = relationships(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.target;
      if (workbook === undefined) return null;
      const related = relationships(parts, workbook);
      const styles = related.find(({ type }) => type.endsWith('/styles'))?.target;
      const formats = styles === undefined ? [] : styleEmphases(root(parts, styles));
      if (formats.every((format) => format === null)) return null;
      const list = childrenOf(root(parts, workbook), 'sheets')[0];
      const sheets = (list ? childrenOf(list, 'sheet') : []).map((sheet) => {
        const id = [...sheet.attributes].find(({ localName, prefix }) => localName === 'id' && prefix)?.value;
        return related.find((relationship) => relationship.id === id)?.target ?? null;
      });
      return new FileEmphasis(parts, formats, sheets);
    });
  }

  /** The emphases of one sheet, by its place in the workbook. */
  ofSheet(index: number): SheetEmphasis {
    const path = this.sheets[index] ?? null;
    if (path === null) return [];
    const rows: (CellEmphasis | null)[][] = [];
    const read = orNone(() => decodePart(bytesOf(this.parts, path)));
    forEachStyledCell(read ?? '', (row, column, format) => {
      const emphasis = this.formats[format] ?? null;
      if (emphasis) (rows[row] ??= [])[column] = emphasis;
    });
    return rows;
  }
}

/** A clue is no reason to refuse a workbook: where a part is missing or broken there is none. */
function orNone<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}

function relationships(parts: ReadonlyMap<string, StoredFile>, source: string) {
  return childrenOf(root(parts, relationshipsPath(source)), 'Relationship').map((entry) => ({
    id: entry.getAttribute('Id'),
    type: entry.getAttribute('Type') ?? '',
    target: resolveTarget(source, entry.getAttribute('Target') ?? ''),
  }));
}

function root(parts: ReadonlyMap<string, StoredFile>, path: string): Element {
  return rootOf(parsePart(bytesOf(parts, path)));
}

function bytesOf(parts: ReadonlyMap<string, StoredFile>, path: string): Uint8Array {
  const content = parts.get(path.toLowerCase())?.content;
  if (!content) throw new WorkbookError('not-a-workbook', path);
  return ArrayBuffer.isView(content) ? (content as Uint8Array) : Uint8Array.from(content);
}
