import { type CellAddress, type CellArea, cellCount } from '../../core/sheets/address';
import type { SheetPlan } from '../../core/sheets/sheetPlan';
import type { CellSnapshot, SheetSnapshot, Snapshot } from '../../core/sheets/snapshot';
import {
  type Cancellation,
  type InteractiveWorkbook,
  type Progress,
  stopIfCancelled,
  WorkbookError,
} from '../../core/sheets/workbook';
import { roleOf } from '../model/marks';
import type { SheetModel } from '../model/sheetModel';
import type { WorkbookModel } from '../model/workbookModel';
import { clearSheet, fillSheet, markSheet } from './applyPlan';
import { LookReader, namedRangesOf, rowsOf, sheetOf } from './modelSnapshot';

/** Cells that are read before others have their turn: some hundredths of a second. */
const CELLS_AT_ONCE = 20_000;

/** A planned sheet and where it goes: our present sheet of that role, or one to be added. */
interface Place {
  readonly plan: SheetPlan;
  readonly present: SheetModel | null;
}

/**
 * The port on the workbook in memory, without office.js between: it reads, writes, refuses and tells what the port on Excel
 * does over the same workbook.
 *
 * Errors are `cell-edit-mode`, `protected`, `changed-meanwhile` (sheets were renamed or added since the plans were made) and
 * `host-failed`.
 */
export class HostWorkbook implements InteractiveWorkbook {
  private readonly stops = new Set<() => void>();

  /** @param breathe lets the page do what waits (draw, take a click on "stop") between parts of a long task */
  constructor(
    private readonly model: WorkbookModel,
    private readonly breathe: () => Promise<void>,
  ) {}

  async read(progress?: Progress, cancellation?: Cancellation): Promise<Snapshot> {
    this.refuseWhileEdited();
    const { model } = this;
    const looks = new LookReader();
    const areas = model.sheets.map((sheet) => ({ sheet, used: sheet.usedArea(true) }));
    const total = areas.reduce((sum, { used }) => sum + (used ? cellCount(used) : 0), 0);
    const sheets: SheetSnapshot[] = [];
    let done = 0;
    for (const { sheet, used } of areas) {
      const role = roleOf(model, sheet);
      const rows: (CellSnapshot | null)[][] = [];
      for (const chunk of used ? rowChunks(used) : []) {
        stopIfCancelled(cancellation);
        for (const row of rowsOf(model, sheet, chunk, role === null ? looks : null)) rows.push(row);
        done += cellCount(chunk);
        progress?.('read', done, total);
        await this.breathe();
      }
      sheets.push(sheetOf(sheet, role, used, rows));
    }
    stopIfCancelled(cancellation);
    return { workbookName: model.name, dateSystem: model.dateSystem, sheets, names: namedRangesOf(model) };
  }

  /** Writes all sheets in one change: nobody sees the workbook between, and nothing was written when it refuses. */
  async write(plans: readonly SheetPlan[], progress?: Progress, cancellation?: Cancellation): Promise<void> {
    this.refuseWhileEdited();
    stopIfCancelled(cancellation);
    const { model } = this;
    const places = plans.map((plan) => this.placeOf(plan));
    model.change('add-in', () => {
      // Formulas of one sheet refer to another: all of them are there before any is filled.
      const sheets = places.map(({ plan, present }) => present ?? model.addSheet(plan.name));
      places.forEach(({ plan, present }, index) => {
        const sheet = sheets[index];
        if (!sheet) return;
        markSheet(model, sheet, plan);
        if (present) clearSheet(sheet);
      });
      places.forEach(({ plan }, index) => {
        const sheet = sheets[index];
        if (sheet) fillSheet(model, sheet, plan);
      });
    });
    progress?.('write', plans.length, plans.length);
  }

  async select(name: string, area: CellArea): Promise<void> {
    this.refuseWhileEdited();
    const sheet = this.model.sheet(name);
    if (!sheet) throw new WorkbookError('host-failed', 'ItemNotFound');
    if (sheet.visibility !== 'Visible') throw new WorkbookError('host-failed', 'InvalidOperation');
    this.model.select(sheet.id, area);
  }

  async onUserChange(listener: () => void): Promise<() => Promise<void>> {
    const stop = this.model.onChange(({ changes }) => {
      const isUsers = changes.some((change) => {
        if (change.kind !== 'cells' || !change.contents) return false;
        const sheet = this.model.sheet(change.sheetId);
        return sheet !== null && roleOf(this.model, sheet) === null;
      });
      if (isUsers) listener();
    });
    return this.ending(stop);
  }

  async onSelection(listener: (cell: CellAddress) => void): Promise<() => Promise<void>> {
    const stop = this.model.onSelection(({ sheetId, area }) => {
      const sheet = this.model.sheet(sheetId);
      if (sheet) listener({ sheet: sheet.name, row: area.top, column: area.left });
    });
    return this.ending(stop);
  }

  /** Ends all that listens: for somebody who is gone. */
  forgetListeners(): void {
    for (const stop of this.stops) stop();
    this.stops.clear();
  }

  private ending(stop: () => void): () => Promise<void> {
    this.stops.add(stop);
    return async () => {
      this.stops.delete(stop);
      stop();
    };
  }

  /** As Excel does, which cannot be asked anything while somebody types into a cell. */
  private refuseWhileEdited(): void {
    if (this.model.cellEditMode) throw new WorkbookError('cell-edit-mode');
  }

  private placeOf(plan: SheetPlan): Place {
    const { model } = this;
    const named = model.sheet(plan.name);
    // There may be several: the user may have copied our sheet, mark and all.
    const marked = model.sheets.filter((sheet) => roleOf(model, sheet) === plan.role);
    if (named ? !marked.includes(named) : marked.length > 0) throw new WorkbookError('changed-meanwhile');
    if (named ? named.protected : model.structureProtected) throw new WorkbookError('protected');
    return { plan, present: named };
  }
}

function rowChunks(area: CellArea): CellArea[] {
  const height = Math.max(1, Math.floor(CELLS_AT_ONCE / (area.right - area.left + 1)));
  const chunks: CellArea[] = [];
  for (let top = area.top; top <= area.bottom; top += height) {
    chunks.push({ ...area, top, bottom: Math.min(area.bottom, top + height - 1) });
  }
  return chunks;
}
