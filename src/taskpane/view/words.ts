import { prorationLabel } from '../../core/checks/prorationLabel';
import type { Verification } from '../../core/checks/verification';
import type { TermSource } from '../../core/checks/terms';
import { prorationRuleOf } from '../../core/rules/prorationRules';
import { qualifiedCell } from '../../core/sheets/address';
import type { CalendarDate } from '../../core/values/calendar';
import { Decimal } from '../../core/values/decimal';
import type { Language } from '../../messages/language';
import { renderDate, renderFigure, renderMessage } from '../../messages/renderMessage';
import type { PaneText } from '../language';

/** A difference with its sign: `+1`, `−2`, `0`, `+0.5%`. */
export function signed(value: Decimal, inPercent = false): string {
  return `${value.gt(0) ? '+' : ''}${renderFigure(value, inPercent)}`;
}

/** A figure or a date in words, as its cell prints it; a dash for none. */
export function valueText(
  value: Decimal | CalendarDate | null,
  language: Language,
  text: PaneText,
  inPercent = false,
): string {
  if (value === null) return text('list.none');
  return Decimal.isDecimal(value) ? renderFigure(value, inPercent) : renderDate(value, language);
}

/** Dates, ranges of figures, and figures with the unit after them (`2019年12月4日`, `531,867～531,927`, `46%`, `22 日`). */
const KEPT =
  /(\d+年\d+月\d+日|\d{4}-\d{2}-\d{2}|[+−±]?\d[\d,.]*(?<=\d)(?:～[+−]?\d[\d,.]*(?<=\d))?%?(?: (?:か月|つ|\p{Script=Han}))?)/u;

/** A sentence in pieces, in its order; a `kept` piece must not be broken over two lines. */
export function piecesOf(sentence: string): readonly { readonly text: string; readonly kept: boolean }[] {
  return sentence
    .split(KEPT)
    .map((text, index) => ({ text, kept: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** Where a term came from, in words. */
export function sourceText(source: TermSource, language: Language, text: PaneText): string {
  switch (source.kind) {
    case 'cell':
      return text('source.cell', { cell: qualifiedCell(source.cell) });
    case 'inferred':
      return text('source.inferred', { supporting: source.supporting, of: source.of });
    case 'date':
      return text('source.date', { date: renderDate(source.date, language) });
    default:
      return text(`source.${source.kind}`);
  }
}

/** The words of a pro-rata rule's id: of the rule inferred or stated for a table, as a finding gives them, or its own. */
export function ruleText(id: string, verification: Verification, language: Language): string {
  for (const { rule, equivalent } of verification.prorations) {
    const named = [rule, ...equivalent].find((one) => one.id === id);
    if (named) return renderMessage(prorationLabel(named), language);
  }
  for (const { rule, explanations } of verification.findings) {
    const named = rule?.id === id ? rule : explanations.find((explanation) => explanation.id === id);
    if (named) return renderMessage(named.label, language);
  }
  const rule = prorationRuleOf(id)?.rule;
  return rule ? renderMessage(prorationLabel(rule), language) : id;
}
