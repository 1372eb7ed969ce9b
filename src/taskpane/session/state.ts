import type { Verdict } from '../../core/checks/finding';
import { NO_TERMS, type Terms } from '../../core/checks/terms';
import { withComparison } from '../../core/checks/withComparison';
import type { ComparisonRule } from '../../core/rules/comparisonRule';
import type { CellAddress } from '../../core/sheets/address';
import type { WorkbookErrorCode } from '../../core/sheets/workbook';
import type { Verified } from '../../core/verify';

/** What the pane can be asked to do with the workbook. */
export type Task = 'verify' | 'write';

/** What runs now, and how far it is. */
export interface Activity {
  readonly task: Task;
  readonly step: 'read' | 'verify' | 'write';
  readonly done: number;
  readonly total: number;
  readonly cancelling: boolean;
}

/** What could not be done. `unexpected` is a fault of ours, not of the workbook. */
export interface Fault {
  readonly task: Task | 'select';
  readonly code: WorkbookErrorCode | 'unexpected';
  readonly detail: string;
  /** The cell that could not be selected; null for the other tasks. */
  readonly cell: CellAddress | null;
}

/** All that the pane shows. Plain data. */
export interface SessionState {
  /** As the user set them. */
  readonly terms: Terms;
  readonly activity: Activity | null;
  readonly verified: Verified | null;
  /** How many verifications were completed; tells one result from the next. */
  readonly runs: number;
  /** The workbook changed since what is shown was read. */
  readonly stale: boolean;
  /** The sheets that were last written, by name. */
  readonly written: readonly string[] | null;
  readonly fault: Fault | null;
  readonly cancelled: Task | null;
  /** Show this verdict alone; null shows all. */
  readonly filter: Verdict | null;
  /** The cell that is selected in the workbook, where known. */
  readonly selection: CellAddress | null;
}

export const INITIAL_STATE: SessionState = {
  terms: NO_TERMS,
  activity: null,
  verified: null,
  runs: 0,
  stale: false,
  written: null,
  fault: null,
  cancelled: null,
  filter: null,
  selection: null,
};

export type SessionEvent =
  | { readonly kind: 'verify-started'; readonly terms: Terms }
  | { readonly kind: 'write-started' }
  | {
      readonly kind: 'progressed';
      readonly step: Activity['step'];
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'verified'; readonly verified: Verified }
  | { readonly kind: 'written'; readonly sheets: readonly string[] }
  | { readonly kind: 'cancelled'; readonly task: Task }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'fault-dismissed' }
  | { readonly kind: 'workbook-changed' }
  | { readonly kind: 'compared'; readonly rule: ComparisonRule | null }
  | { readonly kind: 'filtered'; readonly verdict: Verdict | null }
  | { readonly kind: 'selection-moved'; readonly cell: CellAddress };

/** The state after an event. Pure. */
export function reduce(state: SessionState, event: SessionEvent): SessionState {
  switch (event.kind) {
    case 'verify-started':
      return {
        ...state,
        terms: event.terms,
        activity: { task: 'verify', step: 'read', done: 0, total: 0, cancelling: false },
        stale: false,
        written: null,
        fault: null,
        cancelled: null,
      };
    case 'write-started':
      return {
        ...state,
        activity: { task: 'write', step: 'read', done: 0, total: 0, cancelling: false },
        written: null,
        fault: null,
        cancelled: null,
      };
    case 'progressed':
      return state.activity === null
        ? state
        : { ...state, activity: { ...state.activity, step: event.step, done: event.done, total: event.total } };
    case 'cancelling':
      return state.activity === null ? state : { ...state, activity: { ...state.activity, cancelling: true } };
    case 'verified':
      // A change that came while the workbook was being read may or may not be in the result: it stays marked as stale.
      return { ...state, activity: null, verified: event.verified, runs: state.runs + 1, filter: null };
    case 'written':
      return { ...state, activity: null, written: event.sheets };
    case 'cancelled':
      return { ...state, activity: null, cancelled: event.task, stale: staleAfterStop(state, event.task) };
    case 'failed':
      return {
        ...state,
        activity: null,
        fault: event.fault,
        stale: staleAfterStop(state, event.fault.task) || event.fault.code === 'changed-meanwhile',
      };
    case 'fault-dismissed':
      return { ...state, fault: null, cancelled: null };
    case 'workbook-changed':
      return state.verified === null && state.activity === null ? state : { ...state, stale: true };
    case 'compared':
      return {
        ...state,
        terms: { ...state.terms, comparison: event.rule },
        verified: state.verified && {
          ...state.verified,
          verification: withComparison(state.verified.verification, event.rule),
        },
        // The totals sheet that was written shows another rule.
        written: null,
      };
    case 'filtered':
      return { ...state, filter: event.verdict };
    case 'selection-moved':
      return { ...state, selection: event.cell };
  }
}

/** A verification that did not end leaves an older result on the screen; nobody knows then whether it still holds. */
function staleAfterStop(state: SessionState, task: Fault['task']): boolean {
  return state.stale || (task === 'verify' && state.verified !== null);
}
