import { qualifiedCell } from '../sheets/address';
import type { DraftFinding } from './draft';
import type { Finding } from './finding';

/**
 * Gives findings their ids: kind and cell; `#row` or `#column` where sums along both axes share the cell; `#2`, `#3` where several
 * still share an id. The order of the findings decides the numbers, so the same document gives the same ids.
 */
export function withIds(drafts: readonly DraftFinding[]): Finding[] {
  const axes = new Map<string, Set<string>>();
  for (const finding of drafts) {
    const key = plainId(finding);
    axes.set(key, (axes.get(key) ?? new Set()).add(String(finding.sumAxis)));
  }
  const used = new Map<string, number>();
  return drafts.map(({ sumAxis, ...finding }) => {
    const key = plainId(finding);
    const id = sumAxis && (axes.get(key)?.size ?? 0) > 1 ? `${key}#${sumAxis}` : key;
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return { id: count === 1 ? id : `${id}#${count}`, ...finding };
  });
}

function plainId(finding: Pick<Finding, 'kind' | 'cell'>): string {
  return `${finding.kind}:${qualifiedCell(finding.cell)}`;
}
