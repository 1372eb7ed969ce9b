import type { ComparisonRule } from '../rules/comparisonRule';
import { resolveComparison } from './resolveTax';
import type { Verification } from './verification';

/**
 * The same verification, compared with another rule of consumption tax; null: with the one that is taken where the user names none.
 * The rule changes no check, so nothing is verified anew.
 */
export function withComparison(verification: Verification, comparison: ComparisonRule | null): Verification {
  const { terms } = verification;
  return { ...verification, terms: { ...terms, comparison: resolveComparison(comparison, terms.taxRounding) } };
}
