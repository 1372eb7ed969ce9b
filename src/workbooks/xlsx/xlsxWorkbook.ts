import { qualifiedCell } from '../../core/sheets/address';
import type { SheetPlan } from '../../core/sheets/sheetPlan';
import type { Snapshot } from '../../core/sheets/snapshot';
import {
  type Cancellation,
  type Progress,
  stopIfCancelled,
  type Workbook,
  WorkbookError,
} from '../../core/sheets/workbook';
import { addSheets } from './addSheets';
import { readSnapshot, readWorkbook } from './readSnapshot';

/** The port on a file's bytes. Everything happens in memory: reading and saving files is for the caller. */
export class XlsxWorkbook implements Workbook {
  #bytes: Uint8Array;
  #snapshot: Snapshot;

  private constructor(
    bytes: Uint8Array,
    readonly fileName: string,
  ) {
    this.#bytes = bytes;
    const { snapshot, uncalculated } = readWorkbook(bytes, fileName);
    if (uncalculated) throw new WorkbookError('not-calculated', qualifiedCell(uncalculated));
    this.#snapshot = snapshot;
  }

  /**
   * Takes a workbook's bytes. The name tells a CSV file and stands in the report's header.
   *
   * @throws WorkbookError as {@link readSnapshot}, and `not-calculated`: figures that are not there would go unverified unnoticed.
   */
  static async open(bytes: Uint8Array, fileName: string): Promise<XlsxWorkbook> {
    return new XlsxWorkbook(bytes, fileName);
  }

  /** The file as it is now: after a write with the sheets in it. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  async read(progress?: Progress, cancellation?: Cancellation): Promise<Snapshot> {
    stopIfCancelled(cancellation);
    progress?.('read', 1, 1);
    return this.#snapshot;
  }

  /** @throws WorkbookError `cannot-write-format` or `protected`; the bytes are then as they were. */
  async write(plans: readonly SheetPlan[], progress?: Progress, cancellation?: Cancellation): Promise<void> {
    const written = await addSheets(this.#bytes, plans);
    stopIfCancelled(cancellation);
    this.#snapshot = readSnapshot(written, this.fileName);
    this.#bytes = written;
    progress?.('write', plans.length, plans.length);
  }
}
