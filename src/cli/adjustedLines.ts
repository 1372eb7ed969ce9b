import { comparisonLabel } from '../core/checks/comparisonLabel';
import type { Verification } from '../core/checks/verification';
import {
  type AdjustedTotals,
  adjustedTotals,
  type AdjustedView,
  type ComparedFigures,
} from '../core/report/adjusted/adjustedTotals';
import { groupName } from '../core/report/adjusted/groupNames';
import { ownRuleLabels } from '../core/report/adjusted/ownRules';
import type { Decimal } from '../core/values/decimal';
import { fill } from '../messages/fill';
import type { Language } from '../messages/language';
import { renderDecimal, renderMessage } from '../messages/renderMessage';
import { CLI_TEXTS } from './options';
import { source } from './termLines';

/** Lines of a table that are listed; beyond them only those whose tax differs are, up to as many. */
const MOST_LINES = 12;

/**
 * Net, tax and gross under the document's own rule and under the one that it is compared with, in all and by part, category, month
 * and line. A rule that nobody asked for is only named where it gives another tax.
 */
export function adjustedLines(verification: Verification, language: Language): string[] {
  const totals = adjustedTotals(verification);
  if (!totals) return [];
  const asked = totals.rule.source.kind === 'user';
  if (!asked && totals.all.difference.tax.isZero()) return [];
  const texts = CLI_TEXTS[language];
  const head = [
    texts['adjusted.title'],
    `  ${fill(texts['adjusted.own'], { rules: ownRules(totals, language) })}`,
    `  ${fill(texts['adjusted.compared'], {
      rule: renderMessage(comparisonLabel(totals.rule.value), language),
      source: source(totals.rule, language),
    })}`,
    `  ${figuresLine(texts['adjusted.all'], totals.all, language)}`,
  ];
  return asked ? [...head, ...totals.kinds.flatMap((kind) => viewLines(totals.view(kind), totals, language))] : head;
}

function ownRules(totals: AdjustedTotals, language: Language): string {
  const texts = CLI_TEXTS[language];
  const named = ownRuleLabels(totals).map((label) =>
    label ? renderMessage(label, language) : texts['adjusted.as-printed'],
  );
  return named.length === 0 ? texts['adjusted.no-tax'] : [...new Set(named)].join(texts['report.list-separator']);
}

function viewLines({ kind, groups, residue }: AdjustedView, { ledger }: AdjustedTotals, language: Language): string[] {
  const texts = CLI_TEXTS[language];
  const many = groups.length > MOST_LINES;
  const shown = groups.filter(({ difference }) => !many || !difference.tax.isZero()).slice(0, MOST_LINES);
  const rest = groups.length - shown.length;
  const lines = shown.map(({ index, ...figures }) => {
    const { name, month, table } = groupName(ledger, kind, index);
    const named = month ? fill(texts['adjusted.month'], { year: month.year, month: month.month }) : name;
    const label = kind === 'part' && table ? `${table}「${name ?? ''}」` : (named ?? texts[`adjusted.none.${kind}`]);
    return `    ${figuresLine(label, figures, language)}`;
  });
  return [
    `  ${texts[`adjusted.by.${kind}`]}`,
    ...lines,
    ...(rest > 0 ? [`    ${fill(texts['adjusted.rest'], { count: rest })}`] : []),
    ...(residue.own.isZero() && residue.compared.isZero()
      ? []
      : [
          `    ${fill(texts['adjusted.residue'], {
            own: renderDecimal(residue.own),
            compared: renderDecimal(residue.compared),
          })}`,
        ]),
  ];
}

function figuresLine(label: string, { own, compared, difference }: ComparedFigures, language: Language): string {
  const pair = (a: Decimal, b: Decimal) =>
    a.equals(b) ? renderDecimal(a) : `${renderDecimal(a)} → ${renderDecimal(b)}`;
  return fill(CLI_TEXTS[language]['adjusted.figures'], {
    label,
    net: pair(own.net, compared.net),
    tax: pair(own.tax, compared.tax),
    gross: pair(own.gross, compared.gross),
    difference: renderDecimal(difference.tax),
  });
}
