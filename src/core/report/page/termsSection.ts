import { renderMessage } from '../../../messages/renderMessage';
import { interestLabel } from '../../checks/interest/interestLabel';
import { message } from '../../checks/message';
import type { Term } from '../../checks/terms';
import { decimalText } from '../../values/decimal';
import { prorationText } from '../prorationText';
import { sourceText } from '../words';
import type { PageContext } from './pageContext';
import { type Fact, note, type PageSection } from './reportPage';

/** The terms that the figures were checked under, each with where it comes from. */
export function termsSection(context: PageContext): PageSection {
  const { say, words, verification } = context;
  const { incidentDate, dayCount, taxRate, taxRounding, proration } = verification.terms;
  const fact = <T>(label: string, term: Term<T> | null, print: (value: T) => string): Fact[] =>
    term === null ? [] : [{ label, value: print(term.value), note: sourceText(words, term.source) }];
  const { language } = words;
  const facts = [
    ...fact(words.say('term.incident-date'), incidentDate, words.date),
    ...fact(words.say('term.day-count'), dayCount, (rule) =>
      renderMessage(message(`rule.day-count.${rule}`), language),
    ),
    ...fact(words.say('term.tax-rate'), taxRate, (rate) => `${decimalText(rate)}%`),
    ...fact(words.say('term.tax-rounding'), taxRounding, (mode) => words.say(`rounding.${mode}`)),
    ...fact(words.say('term.proration'), proration, (id) => prorationText(id, verification, language)),
    ...verification.interest.flatMap(({ table, rule }) =>
      fact(say('terms.interest', { table: table.id }), rule, (value) => renderMessage(interestLabel(value), language)),
    ),
  ];
  return {
    heading: say('terms.heading'),
    blocks: [facts.length === 0 ? note(say('terms.none')) : { kind: 'facts', facts }],
  };
}
