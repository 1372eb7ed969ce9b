import type { WorkBook } from '@e965/xlsx';
import { WorkbookError } from '../../core/sheets/workbook';
import { relationshipsPath, resolveTarget } from './opcPackage';
import { childrenOf, type Element, parsePart, rootOf } from './xmlPart';
import type { UnpackedFile } from './zip/container';

/** A sheet's part: what the workbook says that it is (`worksheet`, `chartsheet`, `dialogsheet`, `xlMacrosheet` …), and where it is. */
export interface StoredSheet {
  readonly kind: string;
  readonly path: string;
  /** The relationship that leads to it: its id, and its target as it is written. */
  readonly id: string;
  readonly target: string;
}

/** The parts of a workbook in the XML format that the library has read with its `bookFiles`, for what it does not tell. */
export class StoredWorkbook {
  private constructor(
    private readonly parts: ReadonlyMap<string, UnpackedFile>,
    /** The workbook part's. */
    readonly path: string,
    /** In the order of the workbook; null where a sheet has no part. */
    readonly sheets: readonly (StoredSheet | null)[],
    readonly styles: string | null,
  ) {}

  /** Null for other formats, and where what says which parts there are is missing or broken. */
  static of(book: WorkBook): StoredWorkbook | null {
    const { files, bookType } = book as WorkBook & { readonly files?: Readonly<Record<string, UnpackedFile>> };
    if (bookType !== 'xlsx' || !files) return null;
    const parts = new Map(Object.entries(files).map(([path, file]) => [path.toLowerCase(), file]));
    return orNull(() => {
      const workbook = relationships(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.path;
      if (workbook === undefined) return null;
      const related = relationships(parts, workbook);
      const list = childrenOf(root(parts, workbook), 'sheets')[0];
      const sheets = (list ? childrenOf(list, 'sheet') : []).map((sheet) => {
        const id = [...sheet.attributes].find(({ localName, prefix }) => localName === 'id' && prefix)?.value;
        const relationship = related.find((entry) => entry.id === id);
        if (!relationship) return null;
        const { type, path, target } = relationship;
        return { kind: type.replace(/.*\//, ''), path, id: relationship.id, target };
      });
      const styles = related.find(({ type }) => type.endsWith('/styles'))?.path ?? null;
      return new StoredWorkbook(parts, workbook, sheets, styles);
    });
  }

  has(path: string): boolean {
    return this.parts.has(path.toLowerCase());
  }

  /** @throws WorkbookError `not-a-workbook` where there is no such part. */
  bytes(path: string): Uint8Array {
    return bytesOf(this.parts, path);
  }

  /** @throws WorkbookError `not-a-workbook` where there is no such part, or it is no XML. */
  root(path: string): Element {
    return root(this.parts, path);
  }
}

/** For what is no reason to refuse a workbook: null where a part is missing or broken. */
export function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}

function relationships(parts: ReadonlyMap<string, UnpackedFile>, source: string) {
  return childrenOf(root(parts, relationshipsPath(source)), 'Relationship').map((entry) => {
    const target = entry.getAttribute('Target') ?? '';
    const [id, type] = [entry.getAttribute('Id') ?? '', entry.getAttribute('Type') ?? ''];
    return { id, type, target, path: resolveTarget(source, target) };
  });
}

function root(parts: ReadonlyMap<string, UnpackedFile>, path: string): Element {
  return rootOf(parsePart(bytesOf(parts, path)));
}

function bytesOf(parts: ReadonlyMap<string, UnpackedFile>, path: string): Uint8Array {
  const content = parts.get(path.toLowerCase())?.content;
  if (!content) throw new WorkbookError('not-a-workbook', path);
  return ArrayBuffer.isView(content) ? (content as Uint8Array) : Uint8Array.from(content);
}
