import type { EraId } from '../reading/eras';
import type { ProrationFamily } from '../rules/proration';

/** Every sentence, rule name and word that a finding may carry. The texts are in `messages/{ja,en}/findings.ts`. */
export type MessageCode =
  | 'sum.agrees'
  | 'sum.nil'
  | 'sum.parts'
  | 'sum.parts-less'
  | 'sum.one-less-one'
  | 'sum.repeated'
  | 'sum.within-rounding'
  | 'sum.within-rounding-as-others'
  | 'sum.possible'
  | 'sum.disagrees'
  | 'sum.not-checked'
  | 'day-count.agrees'
  | 'day-count.explained'
  | 'day-count.explained-by-amount'
  | 'day-count.disagrees'
  | 'day-count.before-start'
  | 'day-count.not-checked'
  | 'tax.agrees'
  | 'tax.agrees-inclusive'
  | 'tax.explained-rate'
  | `tax.of-${'net' | 'gross'}`
  | 'tax.explained'
  | 'tax.explained-with-chance'
  | 'tax.on-printed-net'
  | 'tax.explained-on-printed-net'
  | 'tax.possible'
  | 'tax.disagrees'
  | 'tax.not-checked'
  | `withholding.${'agrees' | 'explained' | 'possible'}`
  | `rule.withholding-${'net' | 'gross'}`
  | 'tax.agrees-per-rate'
  | 'tax.explained-per-rate'
  | 'tax.disagrees-per-rate'
  | 'rule.tax-rates'
  | 'tax.included-in-damages'
  | 'gross.agrees'
  | 'gross.within-rounding'
  | 'gross.disagrees'
  | 'amount.agrees'
  | 'amount.disagrees'
  | 'amount.explained-other-rule'
  | 'amount.explained-round'
  | 'amount.explained-whole'
  | 'amount.possible'
  | 'amount.odd'
  | 'amount.odd-components'
  | 'amount.no-fee'
  | 'amount.not-enough-evidence'
  | 'amount.not-checked'
  | `fees.${'one' | 'interval'}`
  | `share.${'agrees' | 'agrees-rounded' | 'explained' | 'possible' | 'disagrees'}`
  | `ratio.${'agrees' | 'within-rounding' | 'possible' | 'disagrees' | 'of' | 'growth'}`
  | 'quantity.agrees'
  | 'quantity.within-rounding'
  | 'quantity.explained'
  | 'quantity.disagrees'
  | 'quantity.possible'
  | 'quantity.not-checked'
  | `product.${'plain' | 'times' | 'times-share' | 'per' | 'less' | 'more' | 'less-share' | 'more-share' | 'tax'}`
  | `interest.${'agrees' | 'explained-rate' | 'explained' | 'other-rate' | 'disagrees' | 'possible' | 'not-checked'}`
  | `interest-rate.${'civil' | 'commercial' | 'inferred'}`
  | `interest-year.${'fixed-365' | 'leap-366' | 'own-years' | 'fixed-360'}`
  | `rule.interest${'' | '-principal' | '-least' | '-days'}`
  | 'date.impossible'
  | `date.impossible-${'month' | 'day' | 'day-ever' | 'before-era' | 'after-era' | 'years'}`
  | `era.${EraId}`
  | 'date.reversed-range'
  | 'date.wrong-weekday'
  | 'date.not-checked'
  | 'date.outside-fiscal-year'
  | 'order.possible'
  | 'order.end-before-start'
  | 'order.end-before-start-headed'
  | 'order.answer-before-letter'
  | 'duplicate.possible'
  | `formula.${'differs' | 'typed'}${'' | '-unknown'}`
  | 'formula.skips'
  | `reason.${ReasonCode}`
  | `evidence.${'printed' | 'dates' | 'undecided'}`
  | `rule.day-count.${'start-in-end-out' | 'start-out-end-in' | 'both-in' | 'both-out' | '30-360' | '30-360-us' | '30e-360'}`
  | 'rule.weekdays'
  | 'day-count.weekdays'
  | 'day-count.more-than-weekdays'
  | 'rule.tax'
  | 'rule.tax-inclusive'
  | `rule.comparison${'' | '-inclusive' | '-exclusive'}`
  | `rate.${'own' | 'percent'}`
  | 'rule.quantity'
  | 'rule.quantity-step'
  | `grouping.${'whole' | 'per-line' | 'per-category' | 'per-month' | 'per-rate'}`
  | `rounding.${'down' | 'half-up' | 'up'}`
  | 'rule.pro-rata'
  | 'rule.pro-rata-exact'
  | 'rule.pro-rata-unit'
  | 'rule.pro-rata-first-day-out'
  | `family.${ProrationFamily}`
  | `rounded.${'daily' | 'monthly' | 'whole'}`
  | `weekday.${0 | 1 | 2 | 3 | 4 | 5 | 6}`
  | `remark.${
      | 'pro-rata-fits'
      | 'pro-rata-possible'
      | 'pro-rata-not-enough-evidence'
      | 'equivalent'
      | 'alike'
      | 'more-rules'
      | 'rule'
      | 'runner-far'
      | 'runner-near'
      | 'runner-odds'
      | 'day-count-all'
      | 'day-count-some'}`
  | `cause.${
      | 'transposed-digits'
      | 'wrong-digit'
      | 'omitted-row'
      | 'counted-twice'
      | 'sign'
      | 'subtotal-counted-with-details'
      | 'unit-slip'
      | 'other-value'
      | 'old-tax-rate'
      | 'other-day-count'
      | 'other-date'
      | 'date-to-change'
      | 'text-number-skipped'
      | 'hidden-row'
      | 'together'
      | 'with-formula'
      | 'more'}`;

/** Why a figure was not checked. */
export type ReasonCode =
  | 'not-a-number'
  | 'not-a-date'
  | 'impossible-date'
  | 'reversed-range'
  | 'ambiguous-date'
  | 'ambiguous-readings'
  | 'error-value'
  | 'withheld'
  | 'no-year'
  | 'no-start'
  | 'no-end'
  | 'vague-date'
  | 'business-days'
  | 'unreadable-addend'
  | 'nothing-to-add'
  | 'no-known-rule'
  | 'no-tax-rate'
  | 'no-fee'
  | 'no-principal'
  | 'no-interest-rate'
  | 'no-due-date'
  | 'no-payment-date'
  | 'fee-not-whole'
  | 'end-before-start'
  | 'days-not-of-dates'
  | 'no-period';
