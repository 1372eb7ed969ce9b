import type { Verdict } from '../../core/checks/finding';
import type { Terms } from '../../core/checks/terms';
import type { ComparisonRule } from '../../core/rules/comparisonRule';
import type { ReportOptions } from '../../core/report/planSheets';
import { type CellAddress, rangeOfCell } from '../../core/sheets/address';
import { Cancelled, type InteractiveWorkbook, type Progress, WorkbookError } from '../../core/sheets/workbook';
import { verify } from '../../core/verify';
import { writeSheets } from '../../core/writeSheets';
import type { Language } from '../../messages/language';
import { type Fault, INITIAL_STATE, reduce, type SessionEvent, type SessionState, type Task } from './state';

export interface SessionOptions {
  /** The local time that a written report is dated with. */
  readonly now: () => ReportOptions['time'];
  readonly version: string;
}

/**
 * What the pane does with one workbook: verifies, writes, selects, notices changes. Holds the state and tells its
 * listeners; knows neither the DOM nor Office. One task runs at a time; a second request meanwhile is ignored.
 */
export class Session {
  private current: SessionState = INITIAL_STATE;
  private readonly listeners = new Set<() => void>();
  private cancellation = { cancelled: false };
  private lastLanguage: Language = 'ja';

  constructor(
    private readonly workbook: InteractiveWorkbook,
    private readonly options: SessionOptions,
  ) {}

  /** Stable between changes. */
  readonly state = (): SessionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Begins to listen to the workbook. A host that offers no events leaves a pane that works, without the notice of
   * changes: writing compares the workbook again in any case.
   */
  async watch(): Promise<void> {
    await Promise.allSettled([
      this.workbook.onUserChange(() => this.dispatch({ kind: 'workbook-changed' })),
      this.workbook.onSelection((cell) => this.dispatch({ kind: 'selection-moved', cell })),
    ]);
  }

  /** Verifies under the given terms, or under those of the last time. */
  async verify(terms: Terms = this.current.terms): Promise<void> {
    await this.run('verify', { kind: 'verify-started', terms }, async (progress, cancellation) => {
      const verified = await verify(this.workbook, terms, progress, cancellation);
      return { kind: 'verified', verified };
    });
  }

  /** Writes the sheets of the shown result, in a language. */
  async write(language: Language): Promise<void> {
    const { verified } = this.current;
    if (verified === null) return;
    this.lastLanguage = language;
    await this.run('write', { kind: 'write-started' }, async (progress, cancellation) => {
      let names: readonly string[] = [];
      const noting = {
        read: this.workbook.read.bind(this.workbook),
        write: (...[plans, ...rest]: Parameters<InteractiveWorkbook['write']>) => {
          names = plans.map((plan) => plan.name);
          return this.workbook.write(plans, ...rest);
        },
      };
      const report = { language, time: this.options.now(), version: this.options.version };
      await writeSheets(noting, verified, report, progress, cancellation);
      return { kind: 'written', sheets: names };
    });
  }

  /** Asks the running task to stop at its next step. */
  cancel(): void {
    this.cancellation.cancelled = true;
    this.dispatch({ kind: 'cancelling' });
  }

  /** Selects a cell in the workbook. */
  async select(cell: CellAddress): Promise<void> {
    try {
      await this.workbook.select(cell.sheet, rangeOfCell(cell));
      if (this.current.fault?.task === 'select') this.dismiss();
    } catch (error) {
      this.dispatch({ kind: 'failed', fault: faultOf(error, 'select', cell) });
    }
  }

  /** Does again what failed; after a change meanwhile that is a verification, since the result no longer holds. */
  async retry(): Promise<void> {
    const { fault } = this.current;
    if (fault === null) return;
    if (fault.task === 'select' && fault.cell !== null) return this.select(fault.cell);
    if (fault.task === 'write' && fault.code !== 'changed-meanwhile') return this.write(this.lastLanguage);
    return this.verify();
  }

  dismiss(): void {
    this.dispatch({ kind: 'fault-dismissed' });
  }

  /** Shows one verdict alone; the same again, or null, shows all. */
  filter(verdict: Verdict | null): void {
    this.dispatch({ kind: 'filtered', verdict: verdict === this.current.filter ? null : verdict });
  }

  /** Compares the document's tax with another rule, or null: with the usual one. The workbook is not read again. */
  compare(rule: ComparisonRule | null): void {
    if (this.current.activity === null) this.dispatch({ kind: 'compared', rule });
  }

  private async run(
    task: Task,
    started: SessionEvent,
    work: (progress: Progress, cancellation: { readonly cancelled: boolean }) => Promise<SessionEvent>,
  ): Promise<void> {
    if (this.current.activity !== null) return;
    this.cancellation = { cancelled: false };
    this.dispatch(started);
    const progress: Progress = (step, done, total) => this.dispatch({ kind: 'progressed', step, done, total });
    try {
      this.dispatch(await work(progress, this.cancellation));
    } catch (error) {
      this.dispatch(
        error instanceof Cancelled
          ? { kind: 'cancelled', task }
          : { kind: 'failed', fault: faultOf(error, task, null) },
      );
    }
  }

  private dispatch(event: SessionEvent): void {
    this.current = reduce(this.current, event);
    for (const listener of this.listeners) listener();
  }
}

function faultOf(error: unknown, task: Fault['task'], cell: CellAddress | null): Fault {
  if (error instanceof WorkbookError) return { task, code: error.code, detail: error.detail, cell };
  return { task, code: 'unexpected', detail: error instanceof Error ? error.message : String(error), cell };
}
