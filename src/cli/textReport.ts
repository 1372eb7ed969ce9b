import { type Finding, VERDICTS } from '../core/checks/finding';
import type { Verification } from '../core/checks/verification';
import { type FigureIndex, indexFigures } from '../core/report/figureIndex';
import { foldedWords, foldFindings } from '../core/report/foldFindings';
import { rulesTried } from '../core/report/rulesTried';
import { areaName, cellName, joinCells, qualifiedCell, qualifiedRanges, quoteSheetName } from '../core/sheets/address';
import { message } from '../core/checks/message';
import { causeMessages, shownCauses } from '../core/checks/rankCauses';
import { fill } from '../messages/fill';
import type { Language } from '../messages/language';
import { renderDecimal, renderMessage } from '../messages/renderMessage';
import { interestLines } from './interestLines';
import { adjustedLines } from './adjustedLines';
import { computedLines } from './computedLines';
import { CLI_TEXTS } from './options';
import { remarkLines, termLines } from './termLines';

const LONGEST_LABEL = 24;

/** The report of one file for people: the counts, the terms, the totals, and every finding that does not simply agree. */
export function textReport(verification: Verification, file: string, language: Language): string {
  const texts = CLI_TEXTS[language];
  const { document, findings, totals } = verification;
  const lines = [file];
  if (document.tables.length === 0) lines.push(`  ${texts['report.no-tables']}`);
  else {
    const list = document.tables.map(({ sheet, range }) => `${quoteSheetName(sheet)}!${areaName(range)}`).join(', ');
    lines.push(`  ${fill(texts['report.tables'], { list })}`);
  }
  const terms = termLines(verification, language);
  if (terms.length > 0) lines.push(`  ${texts['report.terms']}`, ...terms.map((text) => `    ${text}`));
  const remarks = remarkLines(verification, language);
  if (remarks.length > 0) lines.push(`  ${texts['report.remarks']}`, ...remarks.map((text) => `    ${text}`));
  const sums = (['net', 'tax', 'gross', 'claims', 'grand'] as const).flatMap((name) => {
    const value = totals[name];
    return value === null ? [] : [fill(texts[`total.${name}`], { value: renderDecimal(value) })];
  });
  if (sums.length > 0) lines.push(`  ${fill(texts['report.totals'], { list: sums.join(' · ') })}`);
  const counts = VERDICTS.flatMap((verdict) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    return count === 0 ? [] : [`${texts[`verdict.${verdict}`]} ${count}`];
  });
  lines.push(`  ${fill(texts['report.summary'], { list: counts.length > 0 ? counts.join(' · ') : '0' })}`);
  lines.push(...adjustedLines(verification, language).map((line) => `  ${line}`));
  lines.push(...computedLines(verification, language).map((line) => `  ${line}`));
  lines.push(...interestLines(verification, language).map((line) => `  ${line}`));
  const figures = indexFigures(document);
  for (const verdict of VERDICTS) {
    if (verdict === 'agrees') continue;
    for (const group of foldFindings(findings.filter((finding) => finding.verdict === verdict))) {
      lines.push(...(group.length > 1 ? foldedLines(group, language) : findingLines(group, figures, language)));
    }
  }
  return lines.map(oneLine).join('\n');
}

/** A cell's text never breaks the line or drives the terminal. */
function oneLine(line: string): string {
  return line.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');
}

function findingLines([finding]: readonly Finding[], figures: FigureIndex, language: Language): string[] {
  if (!finding) return [];
  const texts = CLI_TEXTS[language];
  const label = shortened(figures.labelOf(finding.cell));
  const head = fill(texts['report.finding'], {
    verdict: texts[`verdict.${finding.verdict}`],
    cell: qualifiedCell(finding.cell),
    kind: texts[`kind.${finding.kind}`],
    label: label === '' ? '' : fill(texts['report.label'], { label }),
    message: renderMessage(finding.message, language),
  });
  const { shown, more } = shownCauses(finding.causes);
  const causes = shown.flatMap((cause) => [
    fill(texts['report.cause'], { label: renderMessage(cause.label, language), cell: qualifiedCell(cause.cell) }),
    ...causeMessages(cause)
      .slice(1)
      .map((each) => renderMessage(each, language)),
  ]);
  if (more > 0) causes.push(renderMessage(message('cause.more', { count: more }), language));
  return [`  ${head}`, ...[...triedLines(finding, language), ...causes].map((line) => `      ${line}`)];
}

function foldedLines(group: readonly Finding[], language: Language): string[] {
  const [first] = group;
  if (!first) return [];
  const texts = CLI_TEXTS[language];
  const ranges = joinCells(group.map(({ cell }) => cell));
  const { kind, text } = foldedWords(group, language);
  const said = {
    same: text,
    rule: fill(texts['report.fold-rule'], { rule: text }),
    example: fill(texts['report.fold-example'], { cell: cellName(first.cell), message: text }),
  }[kind];
  const head = fill(texts['report.folded'], {
    verdict: texts[`verdict.${first.verdict}`],
    cells: qualifiedRanges(ranges, ','),
    kind: texts[`kind.${first.kind}`],
    count: group.length,
    message: said,
  });
  return [`  ${head}`];
}

/** What the other rules give that were tried on a tax figure, the nearest first. */
function triedLines(finding: Finding, language: Language): string[] {
  const texts = CLI_TEXTS[language];
  const list = rulesTried(finding).map(({ label, value, difference }) => {
    const words = { rule: renderMessage(label, language), value: renderDecimal(value) };
    return fill(texts['report.rule-tried'], { ...words, difference: renderDecimal(difference) });
  });
  if (list.length === 0) return [];
  return [fill(texts['report.rules-tried'], { list: list.join(texts['report.list-separator']) })];
}

function shortened(label: string): string {
  const letters = [...label.replace(/\s+/gu, ' ').trim()];
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : letters.join('');
}
