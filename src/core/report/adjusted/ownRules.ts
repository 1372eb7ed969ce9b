import { ownRuleLabel } from '../../checks/comparisonLabel';
import type { Message } from '../../checks/finding';
import type { AdjustedTotals } from './adjustedTotals';
import { onlyRateOfPart } from './reckon';

/** The rules that the taxed parts of a document follow, in words; null for a part whose tax is as printed, by no rule. */
export function ownRuleLabels({ ledger, own }: AdjustedTotals): (Message | null)[] {
  return own.parts.flatMap(({ rule }, index) => {
    if ((ledger.parts[index]?.domains ?? []).length === 0) return [];
    return [rule && ownRuleLabel(rule, onlyRateOfPart(ledger, index))];
  });
}
