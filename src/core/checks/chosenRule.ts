import { prorationRuleOf, type RulePrior } from '../rules/prorationRules';
import type { ResolvedTerms } from './terms';

/** The pro-rata rule that the user has chosen; null where it is left to the document. */
export function chosenRule({ proration }: ResolvedTerms): RulePrior | null {
  return proration?.source.kind === 'user' ? prorationRuleOf(proration.value) : null;
}
