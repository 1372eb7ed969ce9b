import {
  read,
  type CellObject,
  type DefinedName,
  type DenseWorkSheet,
  type ParsingOptions,
  type WorkBook,
  type WorkSheet,
} from '@e965/xlsx';
import type { CellAddress, CellArea } from '../../core/sheets/address';
import type { CellEmphasis } from '../../core/sheets/emphasis';
import { type NamedRange, readNamedRange } from '../../core/sheets/namedRange';
import { MARK_NAME, SHEET_ROLES, type SheetRole } from '../../core/sheets/sheetPlan';
import type { CellSnapshot, CellValue, SheetSnapshot, Snapshot } from '../../core/sheets/snapshot';
import { WorkbookError } from '../../core/sheets/workbook';
import { csvNumber, csvText } from './csvText';
import { FileEmphasis, type SheetEmphasis } from './fileEmphasis';
import { type FileKind, fileKindOf } from './fileKind';
import { textOf, type UnpackedFile } from './zip/container';
import { quietly } from './quietly';
import { firstPlaceholder, withoutResults } from './placeholderResults';
import { withSheetsInUsualPlaces } from './sheetParts';
import { marksInOpenDocument } from './openDocumentMarks';
import { StoredWorkbook } from './storedWorkbook';
import { ReadableZip } from './zip/readableZip';

/** Cells of a used range beyond which a sheet is refused: it would not fit into memory as a grid. */
const MOST_CELLS = 20_000_000;

/** The kinds of sheet that hold no cells, as the library and as relationships call them. */
const WITHOUT_CELLS = new Set([
  'chart',
  'macro',
  'dialog',
  'chartsheet',
  'xlMacrosheet',
  'xlIntlMacrosheet',
  'dialogsheet',
]);

/** A workbook as its file holds it. */
export interface ReadWorkbook {
  readonly snapshot: Snapshot;
  /** The first formula without a result, or with a placeholder's, which reads as an empty text; null where all have theirs. */
  readonly uncalculated: CellAddress | null;
}

/**
 * Reads the bytes of a workbook (xlsx, xlsm, xlsb, xls, ods, csv) into a snapshot, formulas without results included.
 *
 * @throws WorkbookError `empty-file`, `encrypted`, `not-a-workbook`, `damaged` or `too-large`.
 */
export function readSnapshot(bytes: Uint8Array, fileName: string): Snapshot {
  return readWorkbook(bytes, fileName).snapshot;
}

/**
 * Reads the bytes of a workbook, and tells whether it has been calculated.
 *
 * @throws WorkbookError as {@link readSnapshot}.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): ReadWorkbook {
  const kind = fileKindOf(bytes, fileName);
  const { book, marks } = parse(bytes, kind);
  if (book.SheetNames.length === 0) throw new WorkbookError('not-a-workbook');
  const roles = markedRoles(book, marks);
  const stored = StoredWorkbook.of(book);
  const emphasis = stored && FileEmphasis.of(stored);
  const sheets: SheetSnapshot[] = [];
  let uncalculated: CellAddress | null = null;
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (WITHOUT_CELLS.has(stored?.sheets[index]?.kind ?? '')) return;
    // The library leaves out a sheet that it cannot read: a document must not be verified without it unnoticed.
    if (!sheet) throw new WorkbookError('not-a-workbook');
    if (WITHOUT_CELLS.has(sheet['!type'] ?? 'sheet')) return;
    const visible = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0;
    const role = roles.get(index) ?? null;
    const emphases = role === null ? (emphasis?.ofSheet(index) ?? []) : [];
    sheets.push(sheetSnapshot(name, visible, role, sheet, emphases, kind));
    uncalculated ??= firstUncalculated(name, sheet);
  });
  const dateSystem = book.Workbook?.WBProps?.date1904 ? 1904 : 1900;
  const placeholder = firstPlaceholder(sheets);
  const snapshot = {
    workbookName: fileName,
    dateSystem,
    sheets: placeholder ? sheets.map(withoutResults) : sheets,
    names: namedRanges(book),
  } as const;
  return { snapshot, uncalculated: uncalculated ?? placeholder };
}

interface ParsedBook {
  readonly book: WorkBook;
  /** Our sheets by their names, where the library does not read the names that mark them. */
  readonly marks: ReadonlyMap<string, SheetRole>;
}

function parse(bytes: Uint8Array, kind: FileKind): ParsedBook {
  const marks = new Map<string, SheetRole>();
  if (kind === 'csv') return { book: readBook(csvText(bytes), { type: 'string', raw: true }), marks };
  if (kind === 'compound') return { book: readBook(bytes, { type: 'array' }), marks };
  const zip = ReadableZip.of(bytes);
  const book = readZipped(zip);
  const { files = zip.unpacked() } = book as WorkBook & { readonly files?: Readonly<Record<string, UnpackedFile>> };
  zip.assertIntact(files);
  if (book.bookType === 'ods') return { book, marks: marksInOpenDocument(textOf(files['content.xml'])) };
  const stored = StoredWorkbook.of(book);
  const findable = stored && withSheetsInUsualPlaces(zip, stored);
  return { book: findable ? readZipped(findable) : book, marks };
}

function readZipped(zip: ReadableZip): WorkBook {
  try {
    return readBook(zip.bytes, { type: 'array', bookFiles: true });
  } catch (error) {
    if (zip.isEncrypted()) throw new WorkbookError('encrypted', '', { cause: error });
    throw error;
  }
}

function readBook(source: Uint8Array | string, options: ParsingOptions): WorkBook {
  try {
    return quietly(() => read(source, { cellNF: true, cellStyles: true, cellHTML: false, dense: true, ...options }));
  } catch (cause) {
    const encrypted = cause instanceof Error && /password-protected/i.test(cause.message);
    throw new WorkbookError(encrypted ? 'encrypted' : 'not-a-workbook', '', { cause });
  }
}

/** Our sheets by their index, from the sheet-scoped names that mark them. */
function markedRoles(book: WorkBook, marks: ReadonlyMap<string, SheetRole>): Map<number, SheetRole> {
  const roles = new Map<number, SheetRole>();
  for (const [name, role] of marks) roles.set(book.SheetNames.indexOf(name), role);
  for (const name of book.Workbook?.Names ?? []) {
    if (name.Name !== MARK_NAME || name.Sheet === undefined) continue;
    const role = SHEET_ROLES.find((candidate) => name.Ref === `"${candidate}"`);
    if (role) roles.set(name.Sheet, role);
  }
  return roles;
}

function namedRanges(book: WorkBook): NamedRange[] {
  const names: readonly (DefinedName & { readonly Hidden?: boolean })[] = book.Workbook?.Names ?? [];
  return names.flatMap(({ Name, Ref, Hidden }) => (Hidden === true ? [] : (readNamedRange(Name, Ref) ?? [])));
}

function sheetSnapshot(
  name: string,
  visible: boolean,
  role: SheetRole | null,
  sheet: WorkSheet,
  emphases: SheetEmphasis,
  kind: FileKind,
): SheetSnapshot {
  const cells: { row: number; column: number; cell: CellSnapshot }[] = [];
  const data: (CellObject[] | undefined)[] = (sheet as DenseWorkSheet)['!data'] ?? [];
  data.forEach((line, row) =>
    line?.forEach((cell, column) => {
      const snapshot = cellSnapshot(cell, emphases[row]?.[column] ?? null, kind);
      if (snapshot) cells.push({ row, column, cell: snapshot });
    }),
  );
  const hiddenRows = new Set<number>();
  const outlineLevels = new Map<number, number>();
  (sheet['!rows'] ?? []).forEach((row, index) => {
    if (row?.hidden) hiddenRows.add(index);
    if (row?.level) outlineLevels.set(index, row.level);
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): CellArea => {
    return { top: s.r, left: s.c, bottom: e.r, right: e.c };
  });
  return { name, visible, role, ...grid(cells), merges: kind === 'csv' ? [] : merges, hiddenRows, outlineLevels };
}

/** The library gives a formula whose cell has no value at all, not even an empty text, the type of an empty cell. */
function firstUncalculated(name: string, sheet: WorkSheet): CellAddress | null {
  const data: (CellObject[] | undefined)[] = (sheet as DenseWorkSheet)['!data'] ?? [];
  for (const [row, line] of data.entries()) {
    const column = line?.findIndex((cell) => cell?.t === 'z' && Boolean(cell.f)) ?? -1;
    if (column >= 0) return { sheet: name, row, column };
  }
  return null;
}

/** The smallest rectangle that holds all cells. */
function grid(
  cells: readonly { row: number; column: number; cell: CellSnapshot }[],
): Pick<SheetSnapshot, 'origin' | 'rows'> {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  if (bottom < 0) return { origin: { row: 0, column: 0 }, rows: [] };
  const [height, width] = [bottom - top + 1, right - left + 1];
  if (height * width > MOST_CELLS) throw new WorkbookError('too-large');
  const rows = Array.from({ length: height }, () => new Array<CellSnapshot | null>(width).fill(null));
  for (const { row, column, cell } of cells) {
    const line = rows[row - top];
    if (line) line[column - left] = cell;
  }
  return { origin: { row: top, column: left }, rows };
}

function cellSnapshot(
  cell: CellObject | undefined,
  emphasis: CellEmphasis | null,
  kind: FileKind,
): CellSnapshot | null {
  if (!cell) return null;
  const formula = typeof cell.f === 'string' && cell.f !== '' ? `=${cell.f}` : null;
  const value = cellValue(cell);
  if ((value === null || value === '') && formula === null) return null;
  if (kind === 'csv' && typeof value === 'string') {
    const number = csvNumber(value);
    if (number) return { ...number, text: value.trim(), formula: null, emphasis };
  }
  const shown = value === null ? '' : value;
  return {
    value: shown,
    text: typeof shown === 'string' ? shown : typeof shown === 'object' ? shown.error : (cell.w ?? String(shown)),
    numberFormat: typeof cell.z === 'string' && cell.z !== '' ? cell.z : 'General',
    formula,
    emphasis,
  };
}

function cellValue(cell: CellObject): CellValue | null {
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' ? cell.v : null;
    case 's':
      return typeof cell.v === 'string' ? cell.v : null;
    case 'b':
      return cell.v === true;
    case 'e':
      return { error: cell.w ?? '#VALUE!' };
    default:
      return null;
  }
}
