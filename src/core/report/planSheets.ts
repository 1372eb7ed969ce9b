import type { SheetPlan } from '../sheets/sheetPlan';
import type { Snapshot } from '../sheets/snapshot';
import type { CalendarDate } from '../values/calendar';
import type { Verification } from '../checks/verification';

/** When and for whom a report is made. The same options give the same content. */
export interface ReportOptions {
  readonly language: 'ja' | 'en';
  /** Local time of the report; a parameter, never the clock. */
  readonly time: { readonly date: CalendarDate; readonly hour: number; readonly minute: number };
  readonly version: string;
}

export declare function planSheets(verification: Verification, present: Snapshot, options: ReportOptions): SheetPlan[];
