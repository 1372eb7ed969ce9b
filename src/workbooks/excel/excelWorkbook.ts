import type { CellAddress, CellArea } from '../../core/sheets/address';
import type { SheetPlan } from '../../core/sheets/sheetPlan';
import type { Snapshot } from '../../core/sheets/snapshot';
import type { Cancellation, InteractiveWorkbook, Progress } from '../../core/sheets/workbook';
import { type ExcelLibrary, libraryOfPage } from './library';
import { onSelection, onUserChange, selectCells } from './interaction';
import { readWorkbook } from './reading/readWorkbook';
import { writePlans } from './writing/writePlans';

/**
 * The port on the workbook that is open in Excel, through Office.js. It needs ExcelApi 1.13 and calls nothing above it.
 *
 * Every method throws a WorkbookError that a user can act on, among them `host-too-old`, `cell-edit-mode`, `protected` and
 * `host-failed` with Office.js's own code as its detail.
 */
export class ExcelWorkbook implements InteractiveWorkbook {
  /** @param library where Office.js put its globals; the page itself unless a test says otherwise. */
  constructor(private readonly library: ExcelLibrary = libraryOfPage()) {}

  read(progress?: Progress, cancellation?: Cancellation): Promise<Snapshot> {
    return readWorkbook(this.library, progress, cancellation);
  }

  /**
   * Adds the planned sheets or rewrites ours of the same role. A sheet that could not be finished is deleted again when this
   * call added it, and else says in its first cell that it is incomplete; writing once more repairs it.
   */
  write(plans: readonly SheetPlan[], progress?: Progress, cancellation?: Cancellation): Promise<void> {
    return writePlans(this.library, plans, progress, cancellation);
  }

  select(sheet: string, area: CellArea): Promise<void> {
    return selectCells(this.library, sheet, area);
  }

  onUserChange(listener: () => void): Promise<() => Promise<void>> {
    return onUserChange(this.library, listener);
  }

  onSelection(listener: (cell: CellAddress) => void): Promise<() => Promise<void>> {
    return onSelection(this.library, listener);
  }
}
