import type { CellAddress, CellArea } from './address';
import type { SheetPlan } from './sheetPlan';
import type { Snapshot } from './snapshot';

/** Asked between steps; a port stops and throws {@link Cancelled} when it answers true. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/** Told of progress: `done` of `total` units of a step. */
export type Progress = (step: 'read' | 'verify' | 'write', done: number, total: number) => void;

/**
 * The port: what the core needs of a workbook, whether Excel holds it or a file does.
 *
 * `read` gives a snapshot of all sheets, ours included (marked by role). `write` adds the planned sheets, or rewrites
 * our sheets of the same role, and touches nothing else; it either completes or leaves the workbook as it was, or
 * a sheet whose first cell says that it is incomplete. Errors are {@link WorkbookError}s.
 */
export interface Workbook {
  read(progress?: Progress, cancellation?: Cancellation): Promise<Snapshot>;
  write(plans: readonly SheetPlan[], progress?: Progress, cancellation?: Cancellation): Promise<void>;
}

/** A workbook with somebody before it: the pane's side of Excel. */
export interface InteractiveWorkbook extends Workbook {
  /** Activates the sheet, selects the cells and scrolls to them. */
  select(sheet: string, area: CellArea): Promise<void>;
  /** Calls back after the user (or a co-author) changed cells of a sheet that is not ours. Gives a function that ends it. */
  onUserChange(listener: () => void): Promise<() => Promise<void>>;
  /** Calls back with the selected cell. Gives a function that ends it. */
  onSelection(listener: (cell: CellAddress) => void): Promise<() => Promise<void>>;
}

export type WorkbookErrorCode =
  /** No such file. */
  | 'missing-file'
  /** A folder, or a file that may not be read. */
  | 'cannot-open'
  /** The bytes are no workbook of a kind we read. */
  | 'not-a-workbook'
  | 'empty-file'
  /** A part of the file, in `detail`, is not what it was when it was saved. */
  | 'damaged'
  | 'encrypted'
  /** Formulas without results, as programs write them that do not calculate; `detail` names the first cell. */
  | 'not-calculated'
  /** Sheets cannot be added to this kind of file. */
  | 'cannot-write-format'
  | 'file-exists'
  /** A file could not be made: no space, no permission, or its folder or name is none, as `detail` says. */
  | 'cannot-save'
  | 'too-large'
  /** The user is editing a cell; nothing can be done until that ends. */
  | 'cell-edit-mode'
  /** The workbook's structure or a sheet of ours is protected; nothing was unprotected. */
  | 'protected'
  /** The workbook changed between reading and writing. */
  | 'changed-meanwhile'
  /** The connection to Excel was lost or Excel refused the request; `detail` carries its code. */
  | 'host-failed'
  /** The host is too old: it lacks the requirement set in `detail`. */
  | 'host-too-old';

/** A fault that a user can act on. `code` is stable and chooses the message; `detail` goes into it. */
export class WorkbookError extends Error {
  constructor(
    readonly code: WorkbookErrorCode,
    readonly detail: string = '',
    options?: { cause?: unknown },
  ) {
    super(`${code}${detail ? `: ${detail}` : ''}`, options);
    this.name = 'WorkbookError';
  }
}

/** Thrown when a cancellation was noticed. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** @throws Cancelled when the cancellation says so. */
export function stopIfCancelled(cancellation: Cancellation | undefined): void {
  if (cancellation?.cancelled) throw new Cancelled();
}
