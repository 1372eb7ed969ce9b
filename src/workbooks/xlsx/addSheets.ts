import type { SheetPlan } from '../../core/sheets/sheetPlan';
import { WorkbookError } from '../../core/sheets/workbook';
import { chartXml, drawingXml } from './chartXml';
import { relationshipsPath, relationshipsXml } from './opcPackage';
import { removeOwnedParts } from './removeOwnedParts';
import { sheetXml } from './sheetXml';
import type { StyleTable } from './styleTable';
import { folderOf, openWritable, stylesOf, type WritableWorkbook } from './writableWorkbook';
import { childrenOf, rootOf } from './xmlPart';

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

interface Target extends WritableWorkbook {
  readonly styles: StyleTable;
}

/**
 * Adds the planned sheets to the bytes of an .xlsx or .xlsm workbook, or rewrites our marked sheets of the same role,
 * and gives the new bytes. Every other part stays byte for byte; the lists that name parts, sheets, names and styles only
 * gain entries (or lose those of our own replaced parts).
 *
 * @throws WorkbookError `cannot-write-format` (other formats, signed packages), `protected`, `encrypted`, `empty-file`, `not-a-workbook`.
 */
export async function addSheets(bytes: Uint8Array, plans: readonly SheetPlan[]): Promise<Uint8Array> {
  const opened = await openWritable(bytes);
  opened.workbook.assertUnprotected();
  const target = { ...opened, styles: await stylesOf(opened) };
  for (const plan of plans) await writeSheet(target, plan);
  target.workbook.calculateOnLoad();
  return target.parts.save();
}

async function writeSheet(target: Target, plan: SheetPlan): Promise<void> {
  const { parts, workbook, workbookPath, dialect, styles } = target;
  const { dateSystem } = workbook;
  const present = workbook.marked(plan.role, plan.name);
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
  await parts.put(path, xml, WORKSHEET_TYPE);
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

async function writeDrawing(target: Target, plan: SheetPlan): Promise<string> {
  const { parts, workbook, workbookPath, dialect } = target;
  const folder = folderOf(workbookPath);
  const drawing = parts.freePath(`${folder}drawings/drawing`);
  await parts.put(drawing, drawingXml(plan, dialect), DRAWING_TYPE);
  const entries: { id: string; type: string; target: string }[] = [];
  for (const [index, chart] of plan.charts.entries()) {
    const path = parts.freePath(`${folder}charts/chart`);
    await parts.put(path, chartXml(chart, plan, workbook.dateSystem, dialect), CHART_TYPE);
    entries.push({ id: `rId${index + 1}`, type: `${dialect.relationships}/chart`, target: path });
  }
  await parts.put(relationshipsPath(drawing), relationshipsXml(drawing, entries), null);
  return drawing;
}
