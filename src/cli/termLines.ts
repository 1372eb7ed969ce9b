import { dayCountLabel } from '../core/checks/checkDayCounts';
import { message } from '../core/checks/message';
import type { Term } from '../core/checks/terms';
import type { Verification } from '../core/checks/verification';
import { prorationText } from '../core/report/prorationText';
import { remarksOf } from '../core/report/remarks';
import { qualifiedCell, qualifiedRanges } from '../core/sheets/address';
import { decimalText } from '../core/values/decimal';
import { fill } from '../messages/fill';
import type { Language } from '../messages/language';
import { renderDate, renderMessage, renderSentences } from '../messages/renderMessage';
import { CLI_TEXTS } from './options';

/** The terms that a document was verified under, in words, each with where it comes from. */
export function termLines(verification: Verification, language: Language): string[] {
  const { terms } = verification;
  const texts = CLI_TEXTS[language];
  const line = <T>(name: string, term: Term<T> | null, print: (value: T) => string): string[] =>
    term === null
      ? []
      : [fill(texts['report.term'], { name, value: print(term.value), source: source(term, language) })];
  return [
    ...line(texts['term.incident-date'], terms.incidentDate, (date) => renderDate(date, language)),
    ...line(texts['term.day-count'], terms.dayCount, (rule) => renderMessage(dayCountLabel(rule), language)),
    ...line(texts['term.tax-rate'], terms.taxRate, (rate) => `${decimalText(rate)}%`),
    ...line(texts['term.tax-rounding'], terms.taxRounding, (mode) =>
      renderMessage(message(`rounding.${mode}`), language),
    ),
    ...line(texts['term.proration'], terms.proration, (id) => prorationText(id, verification, language)),
  ];
}

/** What is said of several figures at once, each with its cells. */
export function remarkLines(verification: Verification, language: Language): string[] {
  const texts = CLI_TEXTS[language];
  return remarksOf(verification).map(({ cells, sentences }) =>
    fill(texts['report.remark'], {
      cells: qualifiedRanges(cells, ','),
      message: renderSentences(sentences, language),
    }),
  );
}

/** Where a term comes from, in words. */
export function source({ source: from }: Term<unknown>, language: Language): string {
  const texts = CLI_TEXTS[language];
  switch (from.kind) {
    case 'user':
      return texts['source.option'];
    case 'cell':
      return qualifiedCell(from.cell);
    case 'inferred':
      return fill(texts['source.inferred'], { supporting: from.supporting, of: from.of });
    case 'date':
      return fill(texts['source.date'], { date: renderDate(from.date, language) });
    case 'default':
      return texts['source.default'];
  }
}
