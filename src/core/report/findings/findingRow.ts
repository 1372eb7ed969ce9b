import { renderMessage, renderSentences } from '../../../messages/renderMessage';
import type { Finding, Verdict } from '../../checks/finding';
import { message } from '../../checks/message';
import { causeMessages, shownCauses } from '../../checks/rankCauses';
import { qualifiedCell } from '../../sheets/address';
import type { CellStyle, PlannedContent } from '../../sheets/sheetPlan';
import { decimalText, ZERO } from '../../values/decimal';
import type { ReportContext } from '../context';
import { expressionFormula, literal } from '../formulas';
import { Decimal } from '../../values/decimal';
import { BLANK, formula, link, number, text } from '../sheetBuilder';
import { numeric, STYLES } from '../styles';
import { amountFormat, percentFormat, verdictText, type Words } from '../words';

/** Columns of the table of findings. */
export const FINDING_COLUMNS = [
  'number',
  'cell',
  'kind',
  'item',
  'stated',
  'computed',
  'difference',
  'verdict',
  'rule',
  'explanation',
  'causes',
] as const;

/** The cells of one finding's row, in the order of {@link FINDING_COLUMNS}. `row` is 1-based, as formulas name it. */
export function findingRow(
  finding: Finding,
  position: number,
  row: number,
  context: ReportContext,
): readonly (readonly [PlannedContent, CellStyle])[] {
  const { words, figures } = context;
  const formatOf = finding.inPercent ? percentFormat : amountFormat;
  const format = formatOf([finding.stated, finding.computed, finding.difference]);
  const statedFormat = formatOf([finding.stated, finding.computed, finding.difference], finding.textual);
  return [
    [number(new Decimal(position)), STYLES.centred],
    [link(qualifiedCell(finding.cell), finding.cell), STYLES.text],
    [text(words.say(`kind.${finding.kind}`)), STYLES.text],
    [text(figures.labelOf(finding.cell)), STYLES.text],
    [statedContent(finding), numeric(STYLES.cell, statedFormat)],
    [computedContent(finding, context), numeric(STYLES.cell, format)],
    [differenceContent(finding, row), numeric(STYLES.cell, format)],
    [verdictContent(finding, row, context), STYLES.text],
    [finding.rule ? text(renderMessage(finding.rule.label, words.language)) : BLANK, STYLES.text],
    [text(renderMessage(finding.message, words.language)), STYLES.text],
    [causesContent(finding, words), STYLES.text],
  ];
}

function statedContent(finding: Finding): PlannedContent {
  if (finding.stated === null) return BLANK;
  return finding.textual ? number(finding.stated) : formula(qualifiedCell(finding.cell), finding.stated);
}

function computedContent(finding: Finding, context: ReportContext): PlannedContent {
  if (finding.computed === null) return BLANK;
  if (finding.expression === null) return number(finding.computed);
  return formula(expressionFormula(finding.expression, context.parameters), finding.computed);
}

/** Decimals that a difference is rounded to where figures have decimals, so that binary fractions do not show. */
const DIFFERENCE_DECIMALS = 6;

function differenceContent(finding: Finding, row: number): PlannedContent {
  const { stated, computed, difference } = finding;
  if (stated === null || computed === null || difference === null) return BLANK;
  const whole = stated.isInteger() && computed.isInteger();
  return formula(whole ? `E${row}-F${row}` : `ROUND(E${row}-F${row},${DIFFERENCE_DECIMALS})`, difference);
}

/**
 * The verdict as a formula: it follows the figures when they are changed. A figure that comes to agree agrees; an
 * explanation holds as long as what it explained is unchanged; a doubt stays a doubt until the figures agree.
 */
function verdictContent(finding: Finding, row: number, context: ReportContext): PlannedContent {
  const { words } = context;
  const word = (verdict: Verdict): string => literal(verdictText(words, verdict));
  const now = verdictText(words, finding.verdict);
  if (finding.verdict === 'not-checked') return text(now);
  if (finding.difference === null)
    return finding.stated === null ? text(now) : formula(unchanged(finding, row, word), now);
  const exact = `G${row}=0`;
  const otherwise = otherwiseFormula(finding, row, context, word);
  const agreed = finding.tolerance.isZero()
    ? `IF(${exact},${word('agrees')},${otherwise})`
    : `IF(${exact},${word('agrees')},IF(ABS(G${row})<=${decimalText(finding.tolerance)},${word('within-rounding')},${otherwise}))`;
  return formula(agreed, now);
}

/** What was said of a figure without computing it holds as long as the figure is the same. */
function unchanged(finding: Finding, row: number, word: (verdict: Verdict) => string): string {
  const same = `E${row}=${decimalText(finding.stated ?? ZERO)}`;
  return `IF(${same},${word(finding.verdict)},${word('possible')})`;
}

function otherwiseFormula(
  finding: Finding,
  row: number,
  context: ReportContext,
  word: (verdict: Verdict) => string,
): string {
  if (finding.verdict === 'possible') return word('possible');
  if (finding.verdict !== 'explained') return word('disagrees');
  return `IF(${explainedCondition(finding, row, context)},${word('explained')},${word('disagrees')})`;
}

/** A day count is explained by its distance from the plain count; another figure by itself, as long as its operands are as they were. */
function explainedCondition(finding: Finding, row: number, context: ReportContext): string {
  if (finding.kind === 'day-count') return `G${row}=${decimalText(finding.difference ?? ZERO)}`;
  const stated = `E${row}=${decimalText(finding.stated ?? ZERO)}`;
  if (finding.kind !== 'tax' || finding.operands.length === 0) return stated;
  const operands = context.figures.sumOf(finding.operands);
  if (operands === null) return stated;
  const sum = expressionFormula({ kind: 'sum', ranges: finding.operands, terms: [] }, context.parameters);
  return `AND(${stated},${sum}=${decimalText(operands)})`;
}

function causesContent(finding: Finding, words: Words): PlannedContent {
  const { shown, more } = shownCauses(finding.causes);
  if (shown.length === 0) return BLANK;
  const rest = more > 0 ? [[message('cause.more', { count: more })]] : [];
  const lines = [...shown.map(causeMessages), ...rest];
  return text(lines.map((sentences) => renderSentences(sentences, words.language)).join('\n'));
}
