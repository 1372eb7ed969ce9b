import { renderMessage } from '../../../messages/renderMessage';
import { message } from '../../checks/message';
import { VERDICTS } from '../../checks/finding';
import type { Term } from '../../checks/terms';
import { areaName, columnName, quoteSheetName } from '../../sheets/address';
import type { PlannedContent } from '../../sheets/sheetPlan';
import { Decimal } from '../../values/decimal';
import type { ReportContext } from '../context';
import { prorationText } from '../prorationText';
import { date, formula, link, number, type SheetBuilder, text } from '../sheetBuilder';
import { STYLES } from '../styles';
import { sourceText, verdictText } from '../words';

/** Row of the captions of the three blocks side by side: what was checked, the terms, the verdicts counted. */
const TOP = 1;
const ABOUT = 0;
const TERMS = 4;
const TERMS_RIGHT = 8;
const COUNTS = 9;

interface AboutLine {
  readonly label: string;
  readonly content: PlannedContent;
}

interface TermLine extends AboutLine {
  readonly source: string;
  readonly numberFormat: string | null;
}

/** Plans the block above the table of findings; gives the first row below it. */
export function planAboutBlock(builder: SheetBuilder, context: ReportContext, verdictColumn: number): number {
  const about = aboutLines(context);
  const terms = termLines(context);
  const bottom = TOP + 1 + [about.length, terms.length, VERDICTS.length].reduce((a, b) => (a > b ? a : b));
  const caption = (column: number, key: 'about' | 'terms' | 'counts') =>
    builder.put(TOP, column, text(context.words.say(`findings.block.${key}`)), STYLES.section);
  caption(ABOUT, 'about');
  caption(TERMS, 'terms');
  caption(COUNTS + 1, 'counts');
  about.forEach((line, index) => {
    builder.put(TOP + 1 + index, ABOUT, text(line.label), STYLES.label);
    builder.put(TOP + 1 + index, ABOUT + 2, line.content, { vertical: 'center' });
  });
  terms.forEach((line, index) => planTerm(builder, line, TOP + 1 + index));
  const findingsTop = bottom + 2;
  planCounts(builder, context, findingsTop, verdictColumn);
  return bottom;
}

/** A value in a cell of its own has its source beside it; a text has it in the same merged cell, which wraps. */
function planTerm(builder: SheetBuilder, { label, content, source, numberFormat }: TermLine, row: number): void {
  builder.put(row, TERMS, text(label), STYLES.label);
  const style = { vertical: 'center', horizontal: 'left' } as const;
  if (content.kind === 'text') {
    const shown = text(`${content.text} — ${source}`);
    builder.putAcross(row, TERMS + 1, TERMS_RIGHT, shown, { ...style, wrap: true });
    return;
  }
  builder.put(row, TERMS + 1, content, numberFormat === null ? style : { ...style, numberFormat });
  builder.put(row, TERMS + 2, text(source), STYLES.label);
}

function planCounts(builder: SheetBuilder, context: ReportContext, findingsTop: number, verdictColumn: number): void {
  const { findings } = context.verification;
  const column = columnName(verdictColumn);
  const last = findingsTop + (findings.length === 0 ? 1 : findings.length);
  VERDICTS.forEach((verdict, index) => {
    const row = TOP + 1 + index;
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    const range = `$${column}$${findingsTop + 1}:$${column}$${last}`;
    builder.put(row, COUNTS, text(verdictText(context.words, verdict)), {
      vertical: 'center',
      horizontal: 'right',
      indent: 1,
    });
    builder.put(row, COUNTS + 1, formula(`COUNTIF(${range},${columnName(COUNTS)}${row + 1})`, new Decimal(count)), {
      vertical: 'center',
      horizontal: 'left',
      bold: true,
      numberFormat: '0',
    });
  });
}

function aboutLines({ words, time, version, verification }: ReportContext): AboutLine[] {
  const { document } = verification;
  const tables = document.tables.map((table) => ({
    label: words.say('findings.about.table', { id: table.id }),
    content: link(`${words.say(`table.${table.kind}`)} ${quoteSheetName(table.sheet)}!${areaName(table.range)}`, {
      sheet: table.sheet,
      row: table.range.top,
      column: table.range.left,
    }),
  }));
  const none = { label: '', content: text(words.say('findings.about.no-tables')) };
  return [
    {
      label: words.say('findings.about.time'),
      content: text(`${time}  ${words.say('findings.about.version', { version })}`),
    },
    { label: words.say('findings.about.file'), content: text(document.workbookName) },
    ...(tables.length === 0 ? [none] : tables),
  ];
}

function termLines(context: ReportContext): TermLine[] {
  const { words, verification, parameters } = context;
  const { incidentDate, dayCount, taxRate, taxRounding, proration } = verification.terms;
  const lines: TermLine[] = [];
  const add = <T>(
    key: 'incident-date' | 'day-count' | 'tax-rate' | 'tax-rounding' | 'proration',
    term: Term<T> | null,
    content: (value: T) => PlannedContent,
    numberFormat: string | null = null,
  ): void => {
    if (!term) return;
    const source = sourceText(words, term.source);
    lines.push({ label: words.say(`term.${key}`), content: content(term.value), source, numberFormat });
  };
  const { incidentDate: incidentCell, taxRate: rateCell } = parameters;
  add(
    'incident-date',
    incidentDate,
    (value) => (incidentCell === null ? date(value) : formula(incidentCell, value)),
    words.dateFormat,
  );
  add('day-count', dayCount, (value) => text(renderMessage(message(`rule.day-count.${value}`), words.language)));
  add('tax-rate', taxRate, (value) => (rateCell === null ? number(value) : formula(rateCell, value)), 'General"%"');
  add('tax-rounding', taxRounding, (value) => text(words.say(`rounding.${value}`)));
  add('proration', proration, (value) => text(prorationText(value, verification, words.language)));
  return lines;
}
