import { type Finding, VERDICTS } from '../core/checks/finding';
import type { Term } from '../core/checks/terms';
import type { Verification } from '../core/checks/verification';
import { areaName, qualifiedCell, quoteSheetName } from '../core/sheets/address';
import { isoDate } from '../core/values/calendar';
import { decimalText } from '../core/values/decimal';
import { fill } from '../messages/fill';
import type { Language } from '../messages/language';
import { renderDecimal, renderMessage } from '../messages/renderMessage';
import { CLI_TEXTS } from './options';

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
  lines.push(...termLines(verification, language));
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
  const sorted = [...findings].sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
  for (const finding of sorted) {
    if (finding.verdict !== 'agrees') lines.push(...findingLines(finding, language));
  }
  return lines.map(oneLine).join('\n');
}

/** A cell's text never breaks the line or drives the terminal. */
function oneLine(line: string): string {
  return line.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');  
}

function findingLines(finding: Finding, language: Language): string[] {
  const texts = CLI_TEXTS[language];
  const head = fill(texts['report.finding'], {
    verdict: texts[`verdict.${finding.verdict}`],
    cell: qualifiedCell(finding.cell),
    message: renderMessage(finding.message, language),
  });
  const causes = finding.causes.map(({ label, cell }) =>
    fill(texts['report.cause'], { label: renderMessage(label, language), cell: qualifiedCell(cell) }),
  );
  return [`  ${head}`, ...causes.map((cause) => `      ${cause}`)];
}

function termLines({ terms }: Verification, language: Language): string[] {
  const texts = CLI_TEXTS[language];
  const line = <T>(name: string, term: Term<T> | null, print: (value: T) => string): string[] =>
    term === null
      ? []
      : [fill(texts['report.term'], { name, value: print(term.value), source: source(term, language) })];
  const lines = [
    ...line(texts['term.incident-date'], terms.incidentDate, isoDate),
    ...line(texts['term.day-count'], terms.dayCount, String),
    ...line(texts['term.tax-rate'], terms.taxRate, (rate) => `${decimalText(rate)}%`),
    ...line(texts['term.tax-rounding'], terms.taxRounding, String),
    ...line(texts['term.proration'], terms.proration, String),
  ];
  return lines.length === 0 ? [] : [`  ${texts['report.terms']}`, ...lines.map((text) => `    ${text}`)];
}

function source({ source: from }: Term<unknown>, language: Language): string {
  const texts = CLI_TEXTS[language];
  switch (from.kind) {
    case 'user':
      return texts['source.option'];
    case 'cell':
      return qualifiedCell(from.cell);
    case 'inferred':
      return fill(texts['source.inferred'], { supporting: from.supporting, of: from.of });
    case 'date':
      return fill(texts['source.date'], { date: isoDate(from.date) });
    case 'default':
      return texts['source.default'];
  }
}
