import type { Line } from './lines';

const FEWEST_GROUPS = 2;
/** A subtotal of groups ranks above their own (小計). */
const GROUPS_RANK = 2;

/**
 * Totals such as 直接工事費計 that stand right below the subtotals of several groups, with no detail of their own, take in all of those
 * groups.
 */
export function withGroupTotals(lines: readonly Line[]): readonly Line[] {
  let groups = 0;
  let details = 0;
  return lines.map((line) => {
    const rank = line.kind === 'total' ? (line.total?.rank ?? 0) : 0;
    if (line.kind === 'detail') details += 1;
    if (rank === 0) return line;
    const ownDetails = details;
    details = 0;
    if (rank > 1) groups = 0;
    else if (ownDetails > 0) groups += 1;
    else if (groups >= FEWEST_GROUPS && line.total && !/小計|sub-?total/i.test(line.label)) {
      groups = 0;
      return { ...line, total: { ...line.total, rank: GROUPS_RANK } };
    }
    return line;
  });
}
