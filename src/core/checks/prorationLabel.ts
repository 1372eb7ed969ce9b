import type { ProrationRule } from '../rules/proration';
import type { Message } from './finding';
import { message } from './message';

/** A pro-rata rule in words. */
export function prorationLabel(rule: ProrationRule): Message {
  const plain = prorationWords(rule);
  return rule.firstDay === 'out' ? message('rule.pro-rata-first-day-out', { rule: plain }) : plain;
}

function prorationWords({ family, rounded, mode, unit }: ProrationRule): Message {
  const words = message(`family.${family}`);
  if (rounded === 'exact') return message('rule.pro-rata-exact', { family: words });
  const params = {
    family: words,
    rounded: message(`rounded.${rounded}`),
    rounding: message(`rounding.${mode}`),
    unit,
  };
  return message(unit.equals(1) ? 'rule.pro-rata' : 'rule.pro-rata-unit', params);
}
