import type { Language } from '../../messages/language';
import { renderMessage } from '../../messages/renderMessage';
import { prorationLabel } from '../checks/prorationLabel';
import type { Verification } from '../checks/verification';
import { prorationRuleOf } from '../rules/prorationRules';

/** The words of a pro-rata rule that a verification names by its id. */
export function prorationText(id: string, { prorations }: Verification, language: Language): string {
  const rule = prorations.find((one) => one.rule.id === id)?.rule ?? prorationRuleOf(id)?.rule;
  return rule ? renderMessage(prorationLabel(rule), language) : id;
}
