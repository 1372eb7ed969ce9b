import { qualifiedRange } from '../../core/sheets/address';
import { MARK_NAME } from '../../core/sheets/sheetPlan';
import type { SheetSnapshot, Snapshot } from '../../core/sheets/snapshot';
import { fileKindOf } from '../../workbooks/xlsx/fileKind';
import { OpcPackage, relationshipsPath } from '../../workbooks/xlsx/opcPackage';
import { readSnapshot } from '../../workbooks/xlsx/readSnapshot';
import { childrenOf, type Element, rootOf } from '../../workbooks/xlsx/xmlPart';
import type { FormulaEngineFactory } from '../formulas/formulaEngine';
import type { SheetModel } from '../model/sheetModel';
import { DEFAULT_LOOK } from '../model/style';
import { WorkbookModel } from '../model/workbookModel';
import { chartAnchors, type ChartSource, readChart } from './charts';
import { themeColors } from './colors';
import { fileLooks, type FileLooks } from './looks';
import { readSheetPart } from './sheetPart';

/**
 * Reads a file into a workbook in memory: cells as the port on files reads them, and how the sheets look.
 *
 * @throws WorkbookError `empty-file`, `encrypted`, `not-a-workbook` or `too-large`.
 */
export async function loadWorkbook(
  bytes: Uint8Array,
  name: string,
  engine: FormulaEngineFactory | null,
): Promise<WorkbookModel> {
  const snapshot = readSnapshot(bytes, name);
  const parts = fileKindOf(bytes, name) === 'zip' ? await WorkbookParts.open(bytes) : null;
  const looks = parts?.looks ?? { cells: [], differences: [] };
  const model = new WorkbookModel(name, snapshot.dateSystem, engine, looks.cells[0] ?? DEFAULT_LOOK);
  const sheetParts = await Promise.all(snapshot.sheets.map((sheet) => parts?.sheet(sheet.name) ?? null));
  model.change('load', () => {
    const sheets = snapshot.sheets.map((source, index) => {
      const sheet = model.addSheet(source.name);
      const part = sheetParts[index];
      if (part && parts) readSheetPart(sheet, part.root, looks, parts.theme, part.links);
      fill(sheet, source);
      for (const chart of part?.charts ?? []) readChart(sheet, chart);
      return sheet;
    });
    snapshot.sheets.forEach((source, index) => {
      const sheet = sheets[index];
      if (!source.visible && sheet) sheet.setVisibility(parts?.visibility(source.name) ?? 'Hidden');
    });
    if (parts) parts.readNames(model);
    else defineNames(model, snapshot);
    model.structureProtected = parts?.structureProtected ?? false;
  });
  return model;
}

function fill(sheet: SheetModel, source: SheetSnapshot): void {
  source.rows.forEach((line, r) =>
    line.forEach((cell, c) => {
      if (!cell) return;
      const [row, column] = [source.origin.row + r, source.origin.column + c];
      // A formula that was never calculated has no result yet; the engine will give one.
      const value = cell.formula !== null && cell.value === '' ? null : cell.value;
      const look = sheet.lookAt(row, column);
      if (look.numberFormat !== cell.numberFormat)
        sheet.setLook(row, column, { ...look, numberFormat: cell.numberFormat });
      sheet.setContent(row, column, value, cell.formula);
    }),
  );
  for (const area of source.merges) sheet.merge(area);
  for (const row of source.hiddenRows) sheet.setRowHidden(row, true);
}

/** The names of other formats, so far as the snapshot has them: those of ranges, and the marks of our sheets. */
function defineNames(model: WorkbookModel, { names, sheets }: Snapshot): void {
  for (const { name, sheet, area } of names) {
    if (name.startsWith('_xlnm.')) continue;
    // One name may stand for a range on each of several sheets.
    const scope = model.names.find(name, null) ? (model.sheet(sheet)?.id ?? null) : null;
    model.names.define(name, scope, `=${qualifiedRange({ sheet, ...area }, true)}`);
  }
  for (const { name, role } of sheets) {
    const sheet = model.sheet(name);
    if (role !== null && sheet) model.names.define(MARK_NAME, sheet.id, `="${role}"`, false);
  }
}

interface SheetPart {
  readonly root: Element;
  /** Addresses outside the workbook, by relationship id. */
  readonly links: ReadonlyMap<string, string>;
  readonly charts: readonly ChartSource[];
}

/** The parts of a package that say how a workbook looks. */
class WorkbookParts {
  private constructor(
    private readonly parts: OpcPackage,
    private readonly workbook: Element,
    private readonly paths: ReadonlyMap<string, string>,
    readonly looks: FileLooks,
    readonly theme: readonly string[],
  ) {}

  /** Null where the package is of another format, such as OpenDocument or the binary one. */
  static async open(bytes: Uint8Array): Promise<WorkbookParts | null> {
    const parts = await OpcPackage.open(bytes);
    const path = (await parts.relationships('')).find(({ type }) => type.endsWith('/officeDocument'))?.target;
    if (!path || !/\.xml$/i.test(path)) return null;
    const workbook = rootOf(await parts.document(path));
    const relationships = await parts.relationships(path);
    const paths = new Map(relationships.flatMap(({ id, target }) => (target === null ? [] : [[id, target] as const])));
    const part = async (kind: string) => {
      const target = relationships.find(({ type }) => type.endsWith(`/${kind}`))?.target;
      return target && parts.has(target) ? rootOf(await parts.document(target)) : null;
    };
    const theme = themeColors(await part('theme'));
    const styles = await part('styles');
    const looks = styles ? fileLooks(styles, theme) : { cells: [], differences: [] };
    return new WorkbookParts(parts, workbook, paths, looks, theme);
  }

  get structureProtected(): boolean {
    const protection = childrenOf(this.workbook, 'workbookProtection')[0];
    return ['1', 'true'].includes(protection?.getAttribute('lockStructure') ?? '0');
  }

  async sheet(name: string): Promise<SheetPart | null> {
    const entry = this.entries.find((sheet) => sheet.getAttribute('name') === name);
    const id = entry
      ? [...entry.attributes].find((attribute) => attribute.localName === 'id' && attribute.prefix)?.value
      : null;
    const path = id ? this.paths.get(id) : undefined;
    if (!path || !this.parts.has(path)) return null;
    const root = rootOf(await this.parts.document(path));
    return { root, links: await this.externalLinks(path), charts: await this.charts(path) };
  }

  visibility(name: string): 'Hidden' | 'VeryHidden' {
    const entry = this.entries.find((sheet) => sheet.getAttribute('name') === name);
    return entry?.getAttribute('state') === 'veryHidden' ? 'VeryHidden' : 'Hidden';
  }

  readNames(model: WorkbookModel): void {
    const list = childrenOf(this.workbook, 'definedNames')[0];
    for (const entry of list ? childrenOf(list, 'definedName') : []) {
      const scope = entry.getAttribute('localSheetId');
      const sheetName = scope ? this.entries[Number(scope)]?.getAttribute('name') : null;
      const sheetId = sheetName ? (model.sheet(sheetName)?.id ?? null) : null;
      const name = entry.getAttribute('name') ?? '';
      const rows = name === '_xlnm.Print_Titles' ? /!\$(\d+):\$(\d+)$/.exec(entry.textContent ?? '') : null;
      const sheet = sheetId ? model.sheet(sheetId) : null;
      if (rows && sheet) sheet.page.titleRows = { first: Number(rows[1]) - 1, last: Number(rows[2]) - 1 };
      // Names of Excel's own, such as print areas, are not among those that an add-in sees.
      if (name.startsWith('_xlnm.') || (scope && !sheetId)) continue;
      const hidden = ['1', 'true'].includes(entry.getAttribute('hidden') ?? '0');
      model.names.define(name, sheetId, `=${entry.textContent ?? ''}`, !hidden, entry.getAttribute('comment') ?? '');
    }
  }

  private get entries(): Element[] {
    const list = childrenOf(this.workbook, 'sheets')[0];
    return list ? childrenOf(list, 'sheet') : [];
  }

  private async charts(path: string): Promise<ChartSource[]> {
    const drawing = (await this.parts.relationships(path)).find(({ type }) => type.endsWith('/drawing'))?.target;
    if (!drawing || !this.parts.has(drawing)) return [];
    const targets = new Map((await this.parts.relationships(drawing)).map(({ id, target }) => [id, target]));
    const sources: ChartSource[] = [];
    for (const { anchor, relationship } of chartAnchors(rootOf(await this.parts.document(drawing)))) {
      const chart = targets.get(relationship);
      if (chart && this.parts.has(chart)) sources.push({ anchor, part: rootOf(await this.parts.document(chart)) });
    }
    return sources;
  }

  private async externalLinks(path: string): Promise<ReadonlyMap<string, string>> {
    const part = relationshipsPath(path);
    if (!this.parts.has(part)) return new Map();
    const entries = childrenOf(rootOf(await this.parts.document(part)), 'Relationship');
    return new Map(
      entries
        .filter((entry) => entry.getAttribute('TargetMode') === 'External')
        .map((entry) => [entry.getAttribute('Id') ?? '', entry.getAttribute('Target') ?? '']),
    );
  }
}
