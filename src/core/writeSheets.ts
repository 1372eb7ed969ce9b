import type { Verified } from './verify';
import { planSheets, type ReportOptions } from './report/planSheets';
import { sameFigures } from './sheets/sameFigures';
import { type Cancellation, type Progress, type Workbook, WorkbookError } from './sheets/workbook';

/**
 * Writes 検算結果, 合計 and 時系列 for a verification: adds them, or rewrites ours of the same role.
 *
 * Re-reads the workbook first (somebody else may be editing it).
 *
 * @throws WorkbookError `changed-meanwhile` when a sheet of the user's is no longer as it was verified: nothing is written then.
 */
export async function writeSheets(
  workbook: Workbook,
  verified: Verified,
  options: ReportOptions,
  progress?: Progress,
  cancellation?: Cancellation,
): Promise<void> {
  const present = await workbook.read(progress, cancellation);
  if (!sameFigures(verified.snapshot, present)) throw new WorkbookError('changed-meanwhile');
  await workbook.write(planSheets(verified.verification, present, options), progress, cancellation);
}
