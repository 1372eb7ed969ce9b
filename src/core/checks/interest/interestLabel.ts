import type { InterestRule } from '../../rules/interest';
import type { Message } from '../finding';
import { message } from '../message';

/** A rule of interest in words: what part of a year days are, how principal and result are rounded. */
export function interestLabel({ year, principalUnit, unit, mode, least }: InterestRule): Message {
  const rounded = message('rule.interest', {
    year: message(`interest-year.${year}`),
    unit,
    rounding: message(`rounding.${mode}`),
  });
  const cut = principalUnit.equals(1)
    ? rounded
    : message('rule.interest-principal', { rule: rounded, unit: principalUnit });
  return least ? message('rule.interest-least', { rule: cut, least }) : cut;
}
