import { areaHolds, type CellArea, cellCount } from '../../core/sheets/address';
import type { DateSystem } from '../../core/values/calendar';
import { inDateSystem1904 } from '../formulas/dateSystem1904';
import type { FormulaEngineFactory } from '../formulas/formulaEngine';
import { DefinedNames } from './definedNames';
import { displayText } from './displayText';
import type { SelectionModel } from './features';
import { Recalculation } from './recalculation';
import { type ModelCell, SheetModel, type SheetObserver, type SheetVisibility } from './sheetModel';
import { type CellLook, DEFAULT_LOOK } from './style';
import { readTypedEntry } from './typedEntry';

/** Who changes: somebody at the grid, the add-in through Office.js, or the loader of a file. */
export type ChangeSource = 'user' | 'add-in' | 'load';

export type ModelChange =
  /** Values, formulas, results or looks of cells. */
  | { readonly kind: 'cells'; readonly sheetId: string; readonly area: CellArea; readonly contents: boolean }
  /** Merges, sizes, links, frozen panes, conditional formats, validations, charts or the page of a sheet. */
  | { readonly kind: 'layout'; readonly sheetId: string }
  /** Sheets added, deleted, renamed, hidden or shown, or a tab's colour. */
  | { readonly kind: 'sheets' };

export interface ChangeReport {
  readonly source: ChangeSource;
  readonly changes: readonly ModelChange[];
}

/** Something that Excel itself would refuse; `code` is what Office.js calls it. */
export class ModelError extends Error {
  constructor(
    readonly code: 'InvalidArgument' | 'ItemAlreadyExists' | 'ItemNotFound' | 'AccessDenied' | 'InvalidOperation',
    message: string,
  ) {
    super(message);
    this.name = 'ModelError';
  }
}

/**
 * A workbook in memory, the truth behind the workbench's grid and behind office.js. Everything that changes it runs
 * inside {@link WorkbookModel.change}, after which formulas are recalculated and listeners told, once.
 */
export class WorkbookModel implements SheetObserver {
  private readonly sheetList: SheetModel[] = [];
  private readonly changeListeners = new Set<(report: ChangeReport) => void>();
  private readonly selectionListeners = new Set<(selection: SelectionModel) => void>();
  private readonly recalculation: Recalculation | null;
  private current: { readonly source: ChangeSource; readonly changes: ModelChange[] } | null = null;
  private selected: SelectionModel | null = null;
  private sheetCount = 0;
  readonly names: DefinedNames;

  /** Whether sheets may not be added, deleted, renamed or hidden. */
  structureProtected = false;
  /** While somebody types into a cell, Excel refuses every request. */
  cellEditMode = false;

  constructor(
    /** The file's name. */
    readonly name: string,
    readonly dateSystem: DateSystem = 1900,
    /** Null: formulas keep the results that they came with. */
    engine: FormulaEngineFactory | null = null,
    readonly defaultLook: CellLook = DEFAULT_LOOK,
  ) {
    const ownEngine = engine && dateSystem === 1904 ? () => inDateSystem1904(engine()) : engine;
    this.recalculation = ownEngine ? new Recalculation(this, ownEngine) : null;
    this.names = new DefinedNames((name) => this.recalculation?.nameChanged(name));
  }

  get sheets(): readonly SheetModel[] {
    return this.sheetList;
  }

  /** The sheet by id, or by name whatever the case of its letters. */
  sheet(idOrName: string): SheetModel | null {
    const wanted = idOrName.toLowerCase();
    return this.sheetList.find((sheet) => sheet.id === idOrName || sheet.name.toLowerCase() === wanted) ?? null;
  }

  get selection(): SelectionModel {
    if (this.selected) return this.selected;
    const first = this.sheetList.find((sheet) => sheet.visibility === 'Visible') ?? this.sheetList[0];
    if (!first) throw new ModelError('InvalidOperation', 'The workbook has no sheet.');
    return { sheetId: first.id, area: { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  get activeSheet(): SheetModel {
    const sheet = this.sheet(this.selection.sheetId);
    if (!sheet) throw new ModelError('InvalidOperation', 'The workbook has no sheet.');
    return sheet;
  }

  /** Runs what changes the workbook; then recalculates and tells listeners, also when the work failed half way. */
  change<T>(source: ChangeSource, work: () => T): T {
    if (this.current) return work();
    const current = { source, changes: [] as ModelChange[] };
    this.current = current;
    try {
      return work();
    } finally {
      this.recalculation?.run();
      this.current = null;
      if (current.changes.length > 0) {
        for (const listener of this.changeListeners) listener(current);
      }
    }
  }

  /** Brings results up to date in the middle of a change, for somebody who reads what they just wrote. */
  recalculate(): void {
    this.recalculation?.run();
  }

  /** Calls back after every change. Gives a function that ends it. */
  onChange(listener: (report: ChangeReport) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Calls back when another sheet or area is selected, by whomever. Gives a function that ends it. */
  onSelection(listener: (selection: SelectionModel) => void): () => void {
    this.selectionListeners.add(listener);
    return () => this.selectionListeners.delete(listener);
  }

  /**
   * Adds a sheet at the end.
   *
   * @throws ModelError ItemAlreadyExists, InvalidArgument (a name that Excel does not take) or AccessDenied.
   */
  addSheet(name: string, id: string = this.newSheetId()): SheetModel {
    this.refuseWhenStructureProtected();
    this.checkSheetName(name, null);
    const sheet = new SheetModel(id, name, this.defaultLook, this);
    this.sheetList.push(sheet);
    this.recalculation?.sheetAdded(sheet);
    this.sheetsChanged();
    return sheet;
  }

  /** @throws ModelError AccessDenied, or InvalidOperation for the last visible sheet. */
  deleteSheet(sheet: SheetModel): void {
    this.refuseWhenStructureProtected();
    const othersShown = this.sheetList.some((other) => other !== sheet && other.visibility === 'Visible');
    if (!othersShown) throw new ModelError('InvalidOperation', 'A workbook must keep one visible sheet.');
    const index = this.sheetList.indexOf(sheet);
    this.sheetList.splice(index, 1);
    this.names.deleteOfSheet(sheet.id);
    this.recalculation?.sheetDeleted(sheet);
    if (this.selected?.sheetId === sheet.id) this.selected = null;
    this.sheetsChanged();
  }

  /** @throws ModelError as {@link addSheet}. */
  renameSheet(sheet: SheetModel, name: string): void {
    this.refuseWhenStructureProtected();
    this.checkSheetName(name, sheet);
    sheet.rename(name);
    this.recalculation?.sheetRenamed(sheet);
  }

  /** @throws ModelError AccessDenied, or InvalidOperation for the last visible sheet. */
  setSheetVisibility(sheet: SheetModel, visibility: SheetVisibility): void {
    this.refuseWhenStructureProtected();
    if (
      visibility !== 'Visible' &&
      !this.sheetList.some((other) => other !== sheet && other.visibility === 'Visible')
    ) {
      throw new ModelError('InvalidOperation', 'A workbook must keep one visible sheet.');
    }
    sheet.setVisibility(visibility);
  }

  /** Selects cells and makes their sheet the active one. */
  select(sheetId: string, area: CellArea): void {
    const before = this.selected;
    if (before && before.sheetId === sheetId && sameArea(before.area, area)) return;
    this.selected = { sheetId, area };
    for (const listener of this.selectionListeners) listener(this.selected);
  }

  /**
   * Puts into a cell what somebody typed: a formula, a number, a date, a truth value or text, as Excel reads it.
   *
   * @throws ModelError AccessDenied on a protected sheet.
   */
  userEdit(sheetId: string, row: number, column: number, typed: string): void {
    const sheet = this.sheet(sheetId);
    if (!sheet) throw new ModelError('ItemNotFound', `No sheet ${sheetId}.`);
    if (sheet.protected) throw new ModelError('AccessDenied', 'The sheet is protected.');
    // A merged area is one cell, which holds its content in the corner.
    const merged = sheet.merges.find((area) => areaHolds(area, row, column));
    const [top, left] = merged ? [merged.top, merged.left] : [row, column];
    this.change('user', () => {
      const look = sheet.lookAt(top, left);
      const entry = readTypedEntry(typed, look.numberFormat, this.dateSystem);
      if (entry.numberFormat !== null) sheet.setLook(top, left, { ...look, numberFormat: entry.numberFormat });
      sheet.setContent(top, left, entry.value, entry.formula);
    });
  }

  /** The cell's text as displayed, whatever the column's width; empty for an empty cell. */
  text(cell: ModelCell | null): string {
    return cell ? displayText(cell.value, cell.look.numberFormat, this.dateSystem) : '';
  }

  contentChanged(sheet: SheetModel, row: number, column: number): void {
    this.record({
      kind: 'cells',
      sheetId: sheet.id,
      area: { top: row, left: column, bottom: row, right: column },
      contents: true,
    });
    this.recalculation?.cellChanged(sheet, row, column);
  }

  /** For the recalculation: a formula gave something else. */
  resultChanged(sheet: SheetModel, row: number, column: number): void {
    this.record({
      kind: 'cells',
      sheetId: sheet.id,
      area: { top: row, left: column, bottom: row, right: column },
      contents: false,
    });
  }

  lookChanged(sheet: SheetModel, area: CellArea): void {
    this.record({ kind: 'cells', sheetId: sheet.id, area, contents: false });
  }

  layoutChanged(sheet: SheetModel): void {
    if (!this.current?.changes.some((change) => change.kind === 'layout' && change.sheetId === sheet.id)) {
      this.record({ kind: 'layout', sheetId: sheet.id });
    }
  }

  sheetsChanged(): void {
    if (!this.current?.changes.some((change) => change.kind === 'sheets')) this.record({ kind: 'sheets' });
  }

  private record(change: ModelChange): void {
    if (!this.current) throw new Error('The workbook is changed inside change() only.');
    if (this.current.source === 'load') return;
    const changes = this.current.changes;
    const last = changes[changes.length - 1];
    if (last && change.kind === 'cells' && last.kind === 'cells' && joinable(last, change)) {
      changes[changes.length - 1] = { ...last, area: around(last.area, change.area) };
    } else {
      changes.push(change);
    }
  }

  private newSheetId(): string {
    this.sheetCount += 1;
    return `{00000000-0000-4000-8000-${this.sheetCount.toString(16).toUpperCase().padStart(12, '0')}}`;
  }

  private refuseWhenStructureProtected(): void {
    if (this.structureProtected && this.current?.source !== 'load') {
      throw new ModelError('AccessDenied', 'The structure of the workbook is protected.');
    }
  }

  private checkSheetName(name: string, renamed: SheetModel | null): void {
    if (
      name.length === 0 ||
      name.length > 31 ||
      /[\\/?*[\]:]/.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'")
    ) {
      throw new ModelError('InvalidArgument', 'Excel does not take this name for a sheet.');
    }
    const lower = name.toLowerCase();
    if (this.sheetList.some((other) => other !== renamed && other.name.toLowerCase() === lower)) {
      throw new ModelError('ItemAlreadyExists', 'A sheet of this name exists already.');
    }
  }
}

type CellsChange = Extract<ModelChange, { kind: 'cells' }>;

/** Neighbours in one row or column are told of as one area; that is what ranges and runs of results come as. */
function joinable(last: CellsChange, next: CellsChange): boolean {
  if (last.sheetId !== next.sheetId || last.contents !== next.contents) return false;
  const joined = around(last.area, next.area);
  return cellCount(joined) <= cellCount(last.area) + cellCount(next.area) || next.area.top - last.area.bottom <= 1;
}

function around(a: CellArea, b: CellArea): CellArea {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function sameArea(a: CellArea, b: CellArea): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
