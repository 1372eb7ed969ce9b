import { checkDocument } from './checks/checkDocument';
import type { Terms } from './checks/terms';
import type { Verification } from './checks/verification';
import { type Cancellation, type Progress, stopIfCancelled, type Workbook } from './sheets/workbook';
import type { Snapshot } from './sheets/snapshot';
import { findDocument } from './tables/findDocument';

/** A verification together with what was read, so that a later write can tell whether the workbook changed meanwhile. */
export interface Verified {
  readonly snapshot: Snapshot;
  readonly verification: Verification;
}

/**
 * Reads a workbook, finds its tables and checks every printed figure that can be checked.
 *
 * @throws WorkbookError when the workbook cannot be read; Cancelled when the cancellation was noticed.
 */
export async function verify(
  workbook: Workbook,
  terms: Terms,
  progress?: Progress,
  cancellation?: Cancellation,
): Promise<Verified> {
  const snapshot = await workbook.read(progress, cancellation);
  stopIfCancelled(cancellation);
  const document = findDocument(snapshot);
  progress?.('verify', 1, 2);
  const verification = checkDocument(document, terms);
  progress?.('verify', 2, 2);
  return { snapshot, verification };
}
