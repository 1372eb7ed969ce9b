import { type HostEvent, type HostReply, Session, type TransportFault } from './engine/session';
import type { FormulaEngineFactory } from './formulas/formulaEngine';
import { loadWorkbook } from './load/loadWorkbook';
import type { WorkbookModel } from './model/workbookModel';
import { saveWorkbook } from './save/saveWorkbook';

/** Excel's side of office.js over a workbook in memory: what a transport hands requests to and takes events from. */
export class ExcelHost {
  private readonly session: Session;
  /** Sheets that are not as they were read. */
  private readonly changed = new Set<string>();

  constructor(
    readonly model: WorkbookModel,
    /** The file that the workbook was read from; null for one made in memory. */
    private readonly original: Uint8Array | null = null,
  ) {
    this.session = new Session(model);
    model.onChange(({ changes }) => {
      for (const change of changes) if (change.kind !== 'sheets') this.changed.add(change.sheetId);
    });
  }

  /**
   * Opens an .xlsx as a person would in Excel: values, formulas, looks, sizes, names and links.
   *
   * @throws WorkbookError when the bytes are no workbook that can be read.
   */
  static async open(bytes: Uint8Array, name: string, engine: FormulaEngineFactory | null = null): Promise<ExcelHost> {
    return new ExcelHost(await loadWorkbook(bytes, name, engine), bytes);
  }

  /** Answers one request of office.js, as JSON text or as an object. */
  answer(request: string | object): HostReply {
    return this.session.answer(request);
  }

  /** Calls back with the events that the client registered for. Gives a function that ends it. */
  onEvent(listener: (event: HostEvent) => void): () => void {
    return this.session.onEvent(listener);
  }

  /** How many requests have come so far, house-keeping of the client included. */
  get requests(): number {
    return this.session.requests;
  }

  /** Makes the n-th request from now fail, before it is carried out or (`after`) on the answer's way back. */
  failRequest(n: number, fault: TransportFault, after = false): void {
    this.session.failRequest(n, fault, after);
  }

  /**
   * The file as the workbook is now: with the cells that the user changed, and with our sheets. Every part of the original
   * that neither concerns stays byte for byte.
   *
   * @throws WorkbookError cannot-write-format for a workbook that no file stands behind, for a kind of file that cannot be
   * written (unless nothing changed), and for edits that the file cannot take (`detail` tells: `array`, `table`, `merge`).
   */
  save(): Promise<Uint8Array> {
    return saveWorkbook(this.model, this.original, this.changed);
  }
}
