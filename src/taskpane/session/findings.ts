import type { Finding, Verdict } from '../../core/checks/finding';
import { VERDICTS } from '../../core/checks/finding';
import { foldFindings } from '../../core/report/foldFindings';

/** Findings of one verdict, in the order of the checks. */
export interface FindingGroup {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Findings that say the same of many figures. */
export interface AlikeFindings {
  readonly first: Finding;
  readonly findings: readonly Finding[];
}

/** How many entries are shown at first, and how many more at a time. */
export const PAGE_SIZE = 40;

/** The findings by verdict, worst first; groups without findings are left out. */
export function groupFindings(findings: readonly Finding[], only: Verdict | null): FindingGroup[] {
  return VERDICTS.filter((verdict) => only === null || verdict === only)
    .map((verdict) => ({ verdict, findings: findings.filter((finding) => finding.verdict === verdict) }))
    .filter((group) => group.findings.length > 0);
}

/** Figures that agree are many and need nobody's attention. */
export function isQuiet(verdict: Verdict): boolean {
  return verdict === 'agrees' || verdict === 'within-rounding';
}

/**
 * A group's entries: findings that say the same of many figures are one entry, so that the few that need reading stand
 * out. Figures that agree are not joined: who opens them wants to see each.
 */
export function entriesOf({ verdict, findings }: FindingGroup): readonly (Finding | AlikeFindings)[] {
  if (isQuiet(verdict)) return findings;
  return foldFindings(findings).flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    return [alike.length === 1 ? first : { first, findings: alike }];
  });
}

/** How many findings there are of each verdict. */
export function countVerdicts(findings: readonly Finding[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = {
    disagrees: 0,
    possible: 0,
    explained: 0,
    'not-checked': 0,
    'within-rounding': 0,
    agrees: 0,
  };
  for (const finding of findings) counts[finding.verdict] += 1;
  return counts;
}
