import { type CellArea, MAX_COLUMNS, placeKey } from '../../core/sheets/address';
import type { CellValue } from '../../core/sheets/snapshot';
import type { CellLink, ChartModel, ConditionalFormatModel, ListValidationModel, PageModel } from './features';
import type { CellLook } from './style';

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** One cell. Immutable: a change puts another in its place. */
export interface ModelCell {
  /** Null where the cell is empty (it may still have a look). */
  readonly value: CellValue | null;
  /** With its leading `=`; `value` is then what it gave. */
  readonly formula: string | null;
  readonly look: CellLook;
}

/** Told of what changed, so that it can recalculate and tell others. */
export interface SheetObserver {
  contentChanged(sheet: SheetModel, row: number, column: number): void;
  lookChanged(sheet: SheetModel, area: CellArea): void;
  layoutChanged(sheet: SheetModel): void;
  sheetsChanged(): void;
}

/**
 * One sheet of the workbook in memory. Rows and columns are 0-based. Change it inside `WorkbookModel.change`, through
 * these methods; what they give back is to be read, not to be changed.
 */
export class SheetModel {
  private readonly cellsByKey = new Map<number, ModelCell>();
  private readonly linksByKey = new Map<number, CellLink>();
  private mergedAreas: CellArea[] = [];
  private readonly widths = new Map<number, number>();
  private readonly heights = new Map<number, number>();
  private readonly hiddenRowSet = new Set<number>();
  private readonly hiddenColumnSet = new Set<number>();
  private used: { readonly withLooks: CellArea | null; readonly valuesOnly: CellArea | null } | null = null;
  private sheetName: string;
  private shown: SheetVisibility = 'Visible';
  private tab: string | null = null;
  private frozenPart = { rows: 0, columns: 0 };

  /** Whether the sheet is protected: nothing on it can then be changed through Office.js or by typing. */
  protected = false;
  showGridlines = true;
  /** Default width of a column in pixels at 100 %, and default height of a row in points. */
  defaultColumnWidth = 72;
  defaultRowHeight = 18.75;
  readonly conditionalFormats: ConditionalFormatModel[] = [];
  readonly validations: ListValidationModel[] = [];
  readonly charts: ChartModel[] = [];
  readonly page: PageModel = {
    paperSize: null,
    orientation: 'Portrait',
    titleRows: null,
    fitWide: null,
    fitTall: null,
    zoom: null,
  };

  constructor(
    readonly id: string,
    name: string,
    /** The look of cells that nothing was done to. */
    readonly defaultLook: CellLook,
    private readonly observer: SheetObserver,
  ) {
    this.sheetName = name;
  }

  get name(): string {
    return this.sheetName;
  }

  get visibility(): SheetVisibility {
    return this.shown;
  }

  /** `#RRGGBB`, or null for none. */
  get tabColor(): string | null {
    return this.tab;
  }

  get merges(): readonly CellArea[] {
    return this.mergedAreas;
  }

  get frozen(): { readonly rows: number; readonly columns: number } {
    return this.frozenPart;
  }

  get hiddenRows(): ReadonlySet<number> {
    return this.hiddenRowSet;
  }

  get hiddenColumns(): ReadonlySet<number> {
    return this.hiddenColumnSet;
  }

  /** Widths in pixels at 100 % of the columns that differ from the default. */
  get columnWidths(): ReadonlyMap<number, number> {
    return this.widths;
  }

  /** Heights in points of the rows that differ from the default. */
  get rowHeights(): ReadonlyMap<number, number> {
    return this.heights;
  }

  /** The cell, or null where nothing was ever put. */
  cell(row: number, column: number): ModelCell | null {
    return this.cellsByKey.get(placeKey(row, column)) ?? null;
  }

  lookAt(row: number, column: number): CellLook {
    return this.cell(row, column)?.look ?? this.defaultLook;
  }

  link(row: number, column: number): CellLink | null {
    return this.linksByKey.get(placeKey(row, column)) ?? null;
  }

  /** Every cell that holds something or looks unlike the default, in no particular order. */
  *cells(): Generator<{ readonly row: number; readonly column: number; readonly cell: ModelCell }> {
    for (const [key, cell] of this.cellsByKey) yield { ...placeOf(key), cell };
  }

  *links(): Generator<{ readonly row: number; readonly column: number; readonly link: CellLink }> {
    for (const [key, link] of this.linksByKey) yield { ...placeOf(key), link };
  }

  /** The smallest rectangle around all cells; with `valuesOnly`, around those that hold something. Null for an empty sheet. */
  usedArea(valuesOnly: boolean): CellArea | null {
    this.used ??= {
      withLooks: boundsOf(this.cellsByKey, () => true),
      valuesOnly: boundsOf(this.cellsByKey, (cell) => cell.value !== null || cell.formula !== null),
    };
    return valuesOnly ? this.used.valuesOnly : this.used.withLooks;
  }

  /** Puts a constant or a formula with its result; keeps the look. Null empties the cell. */
  setContent(row: number, column: number, value: CellValue | null, formula: string | null): void {
    this.put(row, column, { value, formula, look: this.lookAt(row, column) });
    this.observer.contentChanged(this, row, column);
  }

  /** What a formula gave now. Not an edit: nothing is recalculated because of it. */
  setResult(row: number, column: number, value: CellValue | null): void {
    const cell = this.cell(row, column);
    if (cell) this.put(row, column, { ...cell, value });
  }

  setLook(row: number, column: number, look: CellLook): void {
    const cell = this.cell(row, column);
    this.put(row, column, { value: cell?.value ?? null, formula: cell?.formula ?? null, look });
    this.observer.lookChanged(this, { top: row, left: column, bottom: row, right: column });
  }

  setLink(row: number, column: number, link: CellLink | null): void {
    if (link) this.linksByKey.set(placeKey(row, column), link);
    else this.linksByKey.delete(placeKey(row, column));
    this.observer.layoutChanged(this);
  }

  merge(area: CellArea): void {
    this.mergedAreas = [...this.mergedAreas.filter((other) => !overlap(other, area)), area];
    this.observer.layoutChanged(this);
  }

  unmerge(area: CellArea): void {
    this.mergedAreas = this.mergedAreas.filter((other) => !overlap(other, area));
    this.observer.layoutChanged(this);
  }

  /** Null gives the default back. Pixels at 100 %. */
  setColumnWidth(column: number, pixels: number | null): void {
    setOrDelete(this.widths, column, pixels);
    this.observer.layoutChanged(this);
  }

  /** Null gives the default back. Points. */
  setRowHeight(row: number, points: number | null): void {
    setOrDelete(this.heights, row, points);
    this.observer.layoutChanged(this);
  }

  setRowHidden(row: number, hidden: boolean): void {
    if (hidden) this.hiddenRowSet.add(row);
    else this.hiddenRowSet.delete(row);
    this.observer.layoutChanged(this);
  }

  setColumnHidden(column: number, hidden: boolean): void {
    if (hidden) this.hiddenColumnSet.add(column);
    else this.hiddenColumnSet.delete(column);
    this.observer.layoutChanged(this);
  }

  freeze(rows: number, columns: number): void {
    this.frozenPart = { rows, columns };
    this.observer.layoutChanged(this);
  }

  setTabColor(color: string | null): void {
    this.tab = color;
    this.observer.sheetsChanged();
  }

  setVisibility(visibility: SheetVisibility): void {
    this.shown = visibility;
    this.observer.sheetsChanged();
  }

  /** For the workbook alone, which keeps names apart. */
  rename(name: string): void {
    this.sheetName = name;
    this.observer.sheetsChanged();
  }

  /** To be called after the lists of charts, formats, validations or the page were changed. */
  layoutTouched(): void {
    this.observer.layoutChanged(this);
  }

  private put(row: number, column: number, cell: ModelCell): void {
    const plain = cell.value === null && cell.formula === null && cell.look === this.defaultLook;
    if (plain) this.cellsByKey.delete(placeKey(row, column));
    else this.cellsByKey.set(placeKey(row, column), cell);
    this.used = null;
  }
}

/** Whether two areas share a cell. */
export function overlap(a: CellArea, b: CellArea): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function placeOf(key: number): { row: number; column: number } {
  return { row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS };
}

function setOrDelete(map: Map<number, number>, key: number, value: number | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function boundsOf(cells: ReadonlyMap<number, ModelCell>, counts: (cell: ModelCell) => boolean): CellArea | null {
  let bounds: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const [key, cell] of cells) {
    if (!counts(cell)) continue;
    const { row, column } = placeOf(key);
    if (!bounds) bounds = { top: row, left: column, bottom: row, right: column };
    else {
      bounds.top = Math.min(bounds.top, row);
      bounds.left = Math.min(bounds.left, column);
      bounds.bottom = Math.max(bounds.bottom, row);
      bounds.right = Math.max(bounds.right, column);
    }
  }
  return bounds;
}
