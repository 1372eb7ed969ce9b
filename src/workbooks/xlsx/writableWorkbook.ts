import { WorkbookError } from '../../core/sheets/workbook';
import { type Dialect, dialectOf } from './dialect';
import { fileKindOf } from './fileKind';
import { OpcPackage } from './opcPackage';
import { MINIMAL_STYLES, StyleTable } from './styleTable';
import { WorkbookPart } from './workbookPart';
import { rootOf } from './xmlPart';
import { DECLARATION } from './xmlText';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** A package that is a workbook which can be written into. */
export interface WritableWorkbook {
  readonly parts: OpcPackage;
  readonly dialect: Dialect;
  readonly workbookPath: string;
  readonly workbook: WorkbookPart;
}

/**
 * Opens the bytes of an .xlsx or .xlsm workbook to write into it.
 *
 * @throws WorkbookError `cannot-write-format` (other formats, signed packages), `encrypted`, `empty-file`, `not-a-workbook`.
 */
export async function openWritable(bytes: Uint8Array): Promise<WritableWorkbook> {
  if (fileKindOf(bytes, '.csv') !== 'zip') throw new WorkbookError('cannot-write-format', 'format');
  const parts = await OpcPackage.open(bytes);
  const workbookPath = await targetOf(parts, '', 'officeDocument');
  if (workbookPath === null || !/\.xml$/i.test(workbookPath)) throw new WorkbookError('cannot-write-format', 'format');
  if (await isSigned(parts)) throw new WorkbookError('cannot-write-format', 'signed');
  const document = await parts.edit(workbookPath);
  const dialect = dialectOf(rootOf(document).namespaceURI);
  if (!dialect) throw new WorkbookError('cannot-write-format', 'format');
  return { parts, dialect, workbookPath, workbook: new WorkbookPart(document, dialect) };
}

/**
 * Whether the package carries a signature (part 2, 10.4: the package's relationship to an origin, and the origin's to each
 * signature). An origin without signatures is what is left when they were removed.
 */
async function isSigned(parts: OpcPackage): Promise<boolean> {
  const origin = await targetOf(parts, '', 'digital-signature/origin');
  if (origin !== null && (await targetOf(parts, origin, 'digital-signature/signature')) !== null) return true;
  return parts.paths().some((path) => /^_xmlsignatures\/[^/]+\.xml$/i.test(path));
}

/** The path that a part's relationship of a kind leads to; null where there is none. */
export async function targetOf(parts: OpcPackage, source: string, kind: string): Promise<string | null> {
  const relationships = await parts.relationships(source);
  return relationships.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? null;
}

/** The workbook's styles to be added to; made where it has none. */
export async function stylesOf({ parts, workbookPath, dialect }: WritableWorkbook): Promise<StyleTable> {
  const present = await targetOf(parts, workbookPath, 'styles');
  if (present !== null && parts.has(present)) return new StyleTable(await parts.edit(present));
  const path = parts.freePath(`${folderOf(workbookPath)}styles`);
  await parts.put(path, DECLARATION + MINIMAL_STYLES(dialect.main), STYLES_TYPE);
  await parts.relate(workbookPath, `${dialect.relationships}/styles`, path);
  return new StyleTable(await parts.edit(path));
}

/** The folder of a part with its closing slash; empty for the package's root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
