import type { Verification } from '../../core/checks/verification';
import type { PaneText } from '../language';
import { countVerdicts } from '../session/findings';

/** The result in one phrase. */
export function headline(verification: Verification, text: PaneText): string {
  if (verification.findings.length === 0) return text('nothing.title');
  const { disagrees } = countVerdicts(verification.findings);
  return disagrees > 0 ? text('summary.wrong', { count: disagrees }) : text('summary.right');
}
