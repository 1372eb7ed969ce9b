import type { Verification } from '../checks/verification';
import { type CellAddress, qualifiedCell } from '../sheets/address';
import type { PlannedContent, SheetPlan } from '../sheets/sheetPlan';
import { cellAt, type Snapshot } from '../sheets/snapshot';
import type { CalendarDate } from '../values/calendar';
import type { ReportContext } from './context';
import { indexFigures } from './figureIndex';
import { planFindingsSheet } from './findings/findingsSheet';
import { parameterCells } from './parameters';
import { formula, text } from './sheetBuilder';
import { sheetNames } from './sheetNames';
import { planTimelineSheet } from './timeline/timelineSheet';
import { planTotalsSheet } from './totals/totalsSheet';
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
    nameContent: (cell, name) => nameContent(present, cell, name),
  };
  return [planFindingsSheet(context), planTotalsSheet(context), planTimelineSheet(context)];
}

function nameContent(present: Snapshot, address: CellAddress | null, name: string): PlannedContent {
  const sheet = address && present.sheets.find((one) => one.name === address.sheet);
  const value = sheet ? cellAt(sheet, address.row, address.column)?.value : undefined;
  return address && typeof value === 'string' ? formula(qualifiedCell(address), value) : text(name);
}
