import type { Verification } from '../checks/verification';
import type { SheetPlan } from '../sheets/sheetPlan';
import type { Snapshot } from '../sheets/snapshot';
import type { CalendarDate } from '../values/calendar';
import type { ReportContext } from './context';
import { indexFigures } from './figureIndex';
import { planFindingsSheet } from './findings/findingsSheet';
import { parameterCells } from './parameters';
import { sheetNames } from './sheetNames';
import { timeText, wordsOf } from './words';

/** When and for whom a report is made. The same options give the same content. */
export interface ReportOptions {
  readonly language: 'ja' | 'en';
  /** Local time of the report; a parameter, never the clock. */
  readonly time: { readonly date: CalendarDate; readonly hour: number; readonly minute: number };
  readonly version: string;
}

/**
 * Plans 検算結果, 合計 and 時系列 for a verification, to be written into the workbook as `present` shows it now.
 *
 * Pure: the same verification, sheets and options give equal plans. Every formula carries the result that the core
 * computed for it.
 */
export function planSheets(verification: Verification, present: Snapshot, options: ReportOptions): SheetPlan[] {
  const words = wordsOf(options.language);
  const names = sheetNames(present, {
    findings: words.say('name.findings'),
    totals: words.say('name.totals'),
    timeline: words.say('name.timeline'),
  });
  const context: ReportContext = {
    verification,
    words,
    time: timeText(words, options.time),
    version: options.version,
    names,
    parameters: parameterCells(verification, names.totals),
    figures: indexFigures(verification.document),
  };
  return [planFindingsSheet(context)];
}
