import type { ProrationRule } from '../rules/proration';
import { prorationRuleOf } from '../rules/prorationRules';
import type { Table } from '../tables/document';
import { feePeriodOf } from '../tables/words/headerWords';
import { chosenRule } from './chosenRule';
import type { InferredProration } from './inferProration';
import type { StatedProration } from './statedProration';
import type { ResolvedTerms, Term } from './terms';

/**
 * The rule that a table's missing amounts are computed by: the user's; else the one that its printed amounts follow; else the plain
 * one for what its fee is paid for. Null where there are printed amounts with fees and no rule gives most of them.
 */
export function blankRule(
  table: Table,
  terms: ResolvedTerms,
  stated: StatedProration | null,
  inferred: InferredProration | null,
): Term<ProrationRule> | null {
  const chosen = chosenRule(terms);
  if (chosen) return { value: chosen.rule, source: { kind: 'user' } };
  const inference = stated?.inference ?? inferred?.inference ?? null;
  if (inference) {
    const { rule, supportingRows, rowsConsidered, strength } = inference;
    const supported = stated ? supportingRows * 2 > rowsConsidered : strength !== 'not-enough-evidence';
    if (supported) return { value: rule, source: { kind: 'inferred', supporting: supportingRows, of: rowsConsidered } };
    if (stated) return null;
  }
  const plain = prorationRuleOf(plainRuleId(table));
  return plain && { value: plain.rule, source: { kind: 'default' } };
}

/**
 * What is most usual: a monthly fee by the calendar month's days, the daily rate rounded down; a 365th of an annual fee, the amount
 * rounded down; a daily price as it is.
 */
function plainRuleId({ columns }: Table): string {
  const fee = columns.find(({ role }) => role === 'fee');
  if (!fee) return 'pro-rata.price-by-day.exact.down.1';
  return feePeriodOf(fee.header) === 'year'
    ? 'pro-rata.annual-365.whole.down.1'
    : 'pro-rata.calendar-month.daily.down.1';
}
