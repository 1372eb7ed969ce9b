import type { ComparisonRule } from '../rules/comparisonRule';
import type { TaxRule } from '../rules/consumptionTax';
import type { Decimal } from '../values/decimal';
import type { Message } from './finding';
import { message } from './message';

/** A rule that a document's tax is compared with, in words. */
export function comparisonLabel({ grouping, rounding, inclusive, rate }: ComparisonRule): Message {
  const held = inclusive === null ? '' : inclusive ? '-inclusive' : '-exclusive';
  return message(`rule.comparison${held}`, {
    grouping: message(`grouping.${grouping}`),
    rounding: message(`rounding.${rounding}`),
    rate: rate === null ? message('rate.own') : message('rate.percent', { rate }),
  });
}

/** A document's own rule in words, at the rate that all its lines have, or null: at each line's own. */
export function ownRuleLabel({ grouping, rounding, inclusive }: TaxRule, rate: Decimal | null): Message {
  return comparisonLabel({ grouping, rounding, inclusive: inclusive ? true : null, rate });
}
