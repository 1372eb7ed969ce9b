import type { SheetPlan } from '../../core/sheets/sheetPlan';
import { WorkbookError } from '../../core/sheets/workbook';
import type { DateSystem } from '../../core/values/calendar';
import { chartXml, drawingXml } from './chartXml';
import { type Dialect, dialectOf } from './dialect';
import { fileKindOf } from './fileKind';
import { OpcPackage, relationshipsPath, relationshipsXml } from './opcPackage';
import { removeOwnedParts } from './removeOwnedParts';
import { sheetXml } from './sheetXml';
import { MINIMAL_STYLES, StyleTable } from './styleTable';
import { WorkbookPart } from './workbookPart';
import { childrenOf, rootOf } from './xmlPart';
import { DECLARATION } from './xmlText';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** What the steps of one write share. */
interface Target {
  readonly parts: OpcPackage;
  readonly dialect: Dialect;
  readonly workbookPath: string;
  readonly workbook: WorkbookPart;
  readonly styles: StyleTable;
  readonly dateSystem: DateSystem;
}

/**
 * Adds the planned sheets to the bytes of an .xlsx or .xlsm workbook, or rewrites our marked sheets of the same role,
 * and gives the new bytes. Every other part stays byte for byte; the lists that name parts, sheets, names and styles only
 * gain entries (or lose those of our own replaced parts).
 *
 * @throws WorkbookError `cannot-write-format` (other formats, signed packages, zip64), `protected`, `encrypted`, `empty-file`, `not-a-workbook`.
 */
export async function addSheets(bytes: Uint8Array, plans: readonly SheetPlan[]): Promise<Uint8Array> {
  if (fileKindOf(bytes, '.csv') !== 'zip') throw new WorkbookError('cannot-write-format', 'format');
  const target = await openTarget(bytes);
  for (const plan of plans) await writeSheet(target, plan);
  target.workbook.calculateOnLoad();
  return target.parts.save();
}

async function openTarget(bytes: Uint8Array): Promise<Target> {
  const parts = await OpcPackage.open(bytes);
  const workbookPath = await targetOf(parts, '', 'officeDocument');
  if (workbookPath === null || !/\.xml$/i.test(workbookPath)) throw new WorkbookError('cannot-write-format', 'format');
  if (parts.paths().some((path) => path.toLowerCase().startsWith('_xmlsignatures/'))) {
    throw new WorkbookError('cannot-write-format', 'signed');
  }
  const document = await parts.document(workbookPath);
  const dialect = dialectOf(rootOf(document).namespaceURI);
  if (!dialect) throw new WorkbookError('cannot-write-format', 'format');
  const workbook = new WorkbookPart(document, dialect);
  workbook.assertUnprotected();
  const styles = new StyleTable(await parts.document(await stylesPath(parts, workbookPath, dialect)));
  return { parts, dialect, workbookPath, workbook, styles, dateSystem: workbook.dateSystem };
}

/** The path that a part's relationship of a kind leads to; null where there is none. */
async function targetOf(parts: OpcPackage, source: string, kind: string): Promise<string | null> {
  const relationships = await parts.relationships(source);
  return relationships.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? null;
}

async function stylesPath(parts: OpcPackage, workbookPath: string, dialect: Dialect): Promise<string> {
  const present = await targetOf(parts, workbookPath, 'styles');
  if (present !== null && parts.has(present)) return present;
  const path = parts.freePath(`${folderOf(workbookPath)}styles`);
  await parts.put(path, DECLARATION + MINIMAL_STYLES(dialect.main), `${SPREADSHEET}.styles+xml`);
  await parts.relate(workbookPath, `${dialect.relationships}/styles`, path);
  return path;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

async function writeSheet(target: Target, plan: SheetPlan): Promise<void> {
  const { parts, workbook, workbookPath, dialect, dateSystem, styles } = target;
  const present = workbook.marked(plan.role);
  let path: string;
  let index: number;
  if (present) {
    index = present.index;
    path = await replaceableSheet(target, present.relationshipId);
    workbook.rename(index, plan.name);
  } else {
    path = parts.freePath(`${folderOf(workbookPath)}worksheets/sheet`);
    const id = await parts.relate(workbookPath, `${dialect.relationships}/worksheet`, path);
    index = workbook.addSheet(plan.name, id);
  }
  const drawing = plan.charts.length > 0 ? await writeDrawing(target, plan) : null;
  const xml = sheetXml(plan, styles, dateSystem, dialect, drawing === null ? null : 'rId1');
  await parts.put(path, xml, `${SPREADSHEET}.worksheet+xml`);
  if (drawing !== null) {
    const entry = { id: 'rId1', type: `${dialect.relationships}/drawing`, target: drawing };
    await parts.put(relationshipsPath(path), relationshipsXml(path, [entry]), null);
  }
  workbook.setNames(plan, index);
}

/** The part of our present sheet, with the parts that only it refers to taken out. */
async function replaceableSheet({ parts, workbookPath }: Target, relationshipId: string): Promise<string> {
  const relationships = await parts.relationships(workbookPath);
  const path = relationships.find(({ id }) => id === relationshipId)?.target;
  if (!path) throw new WorkbookError('not-a-workbook');
  const sheet = rootOf(await parts.document(path));
  if (childrenOf(sheet, 'sheetProtection').length > 0) throw new WorkbookError('protected');
  await removeOwnedParts(parts, path);
  return path;
}

async function writeDrawing({ parts, workbookPath, dialect, dateSystem }: Target, plan: SheetPlan): Promise<string> {
  const folder = folderOf(workbookPath);
  const drawing = parts.freePath(`${folder}drawings/drawing`);
  await parts.put(drawing, drawingXml(plan, dialect), DRAWING_TYPE);
  const entries: { id: string; type: string; target: string }[] = [];
  for (const [index, chart] of plan.charts.entries()) {
    const path = parts.freePath(`${folder}charts/chart`);
    await parts.put(path, chartXml(chart, plan, dateSystem, dialect), CHART_TYPE);
    entries.push({ id: `rId${index + 1}`, type: `${dialect.relationships}/chart`, target: path });
  }
  await parts.put(relationshipsPath(drawing), relationshipsXml(drawing, entries), null);
  return drawing;
}
