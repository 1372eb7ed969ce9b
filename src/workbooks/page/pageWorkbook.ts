import type { CellAddress, CellArea } from '../../core/sheets/address';
import type { SheetPlan } from '../../core/sheets/sheetPlan';
import type { Snapshot } from '../../core/sheets/snapshot';
import {
  type Cancellation,
  Cancelled,
  type InteractiveWorkbook,
  type Progress,
  WorkbookError,
  type WorkbookErrorCode,
} from '../../core/sheets/workbook';
import { requestWorkbook } from './handOver';

/**
 * The port on a workbook that the page around this one holds. Errors come from that page's own classes: they are made into
 * those of this page, by name.
 */
export class PageWorkbook implements InteractiveWorkbook {
  constructor(private readonly around: InteractiveWorkbook) {}

  /** Null where no page around the given one holds a workbook. */
  static of(page: Window): PageWorkbook | null {
    const around = requestWorkbook(page);
    return around && new PageWorkbook(around);
  }

  read(progress?: Progress, cancellation?: Cancellation): Promise<Snapshot> {
    return ours(this.around.read(progress, cancellation));
  }

  write(plans: readonly SheetPlan[], progress?: Progress, cancellation?: Cancellation): Promise<void> {
    return ours(this.around.write(plans, progress, cancellation));
  }

  select(sheet: string, area: CellArea): Promise<void> {
    return ours(this.around.select(sheet, area));
  }

  onUserChange(listener: () => void): Promise<() => Promise<void>> {
    return ours(this.around.onUserChange(listener));
  }

  onSelection(listener: (cell: CellAddress) => void): Promise<() => Promise<void>> {
    return ours(this.around.onSelection(listener));
  }
}

async function ours<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw errorOfOurs(error);
  }
}

function errorOfOurs(error: unknown): unknown {
  const { name, code, detail } = (error ?? {}) as { name?: unknown; code?: WorkbookErrorCode; detail?: string };
  if (name === 'Cancelled') return new Cancelled();
  if (name === 'WorkbookError' && code !== undefined) return new WorkbookError(code, detail, { cause: error });
  return error;
}
