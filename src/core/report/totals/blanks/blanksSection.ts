import { renderMessage } from '../../../../messages/renderMessage';
import { prorationLabel } from '../../../checks/prorationLabel';
import { statedFee } from '../../../checks/statedProration';
import { qualifiedCell } from '../../../sheets/address';
import type { PlannedContent } from '../../../sheets/sheetPlan';
import type { DateCell } from '../../../tables/document';
import type { CalendarDate } from '../../../values/calendar';
import { Decimal } from '../../../values/decimal';
import type { ReportContext } from '../../context';
import { ruleGroups } from '../../ruleGroups';
import { BLANK, date, formula, link, number, text } from '../../sheetBuilder';
import { numeric, STYLES } from '../../styles';
import { amountFormat, sourceText } from '../../words';
import { FIRST, NAME, NUMBER, type TotalsLayout } from '../layout';
import { planHeader, planHeading, putFigure, relative, type Section } from '../section';
import { localReference } from '../summarySection';
import type { BlankLine } from './blankLines';
import { amountFormula, daysFormula } from './ruleFormulas';
import { ruleNumbers } from './numbersSection';
import { rowCells } from './rowCells';

/** Rows with empty cells: fee, dates, days and amount, each a formula over the user's cells and the parameters. */
export function planBlanks(section: Section): void {
  const { builder, context, layout, model } = section;
  const { blanks } = layout;
  if (!blanks) return;
  const { words } = context;
  planHeading(section, blanks, words.say('totals.blanks'), rulesNote(context));
  planHeader(section, blanks, [
    words.say('totals.column.number'),
    words.say('totals.column.line'),
    words.say('totals.column.blank-fee'),
    words.say('totals.column.blank-start'),
    words.say('totals.column.blank-end'),
    words.say('totals.column.blank-days'),
    words.say('totals.column.blank-amount'),
    words.say('totals.column.blank-cell'),
  ]);
  const remark = text(words.say('totals.column.blank-remark'));
  builder.putAcross(blanks.header, FIRST + 6, layout.columns - 1, remark, STYLES.header);
  model.blanks.forEach((line, index) => planLine(section, line, index));
}

/** The rules of the groups with where each comes from, and what the mark of a text means. */
function rulesNote(context: ReportContext): string {
  const { words, verification } = context;
  const rules = ruleGroups(verification).flatMap(({ rule }) =>
    rule
      ? [
          words.say('totals.blanks.rule', {
            rule: renderMessage(prorationLabel(rule.value), words.language),
            source: sourceText(words, rule.source),
          }),
        ]
      : [],
  );
  const missing = verification.computed.some(({ rows }) => rows.some(({ reason }) => reason !== null));
  const notes = [words.say('totals.blanks.note'), ...(missing ? [words.say('totals.blanks.note.missing')] : [])];
  return [...rules, ...notes].join('\n');
}

function planLine(section: Section, line: BlankLine, index: number): void {
  const { builder, context, layout } = section;
  const row = (layout.blanks?.first ?? 0) + index;
  const { tableRow, computed } = line;
  const { words } = context;
  const fee = statedFee(tableRow);
  const cells = rowCells(layout, index, line.split);
  const rule = ruleNumbers(section, line.group);
  builder.put(row, NUMBER, number(new Decimal(index + 1)), STYLES.centred);
  builder.put(row, NAME, context.nameContent(tableRow.nameCell, tableRow.name), STYLES.text);
  if (fee) putFigure(builder, row, FIRST, fee);
  else builder.put(row, FIRST, BLANK, STYLES.cell);
  const start = tableRow.start ? dateContent(tableRow.start, computed.start) : incidentContent(context, computed.start);
  planDate(section, row, FIRST + 1, start, tableRow.start?.textual === true && computed.start !== null);
  const end = dateContent(tableRow.restored, computed.end);
  planDate(section, row, FIRST + 2, end, tableRow.restored?.textual === true && computed.end !== null);
  if (tableRow.days) putFigure(builder, row, FIRST + 3, tableRow.days);
  else {
    const days = computed.days === null ? null : new Decimal(computed.days);
    const content = days ? formula(daysFormula(cells, rule), days) : BLANK;
    builder.put(row, FIRST + 3, content, numeric(STYLES.result, '#,##0'));
  }
  if (tableRow.amount) putFigure(builder, row, FIRST + 4, tableRow.amount);
  else {
    const { amount } = computed;
    const content = amount ? formula(amountFormula(cells, rule, line.sign), amount) : BLANK;
    builder.put(row, FIRST + 4, content, numeric(STYLES.result, amountFormat([amount])));
  }
  const target = computed.amountCell ?? computed.daysCell;
  builder.put(row, FIRST + 5, target ? link(qualifiedCell(target), target) : BLANK, STYLES.text);
  const remark = computed.reason
    ? words.say('totals.blanks.missing', { reason: renderMessage(computed.reason, words.language) })
    : '';
  builder.putAcross(row, FIRST + 6, layout.columns - 1, remark === '' ? BLANK : text(remark), STYLES.text);
}

/** A date of a cell; one that was read from a text is a value, and marked. */
function planDate(
  { builder, context }: Section,
  row: number,
  column: number,
  content: PlannedContent,
  read: boolean,
): void {
  const numberFormat = `${context.words.dateFormat}${read ? '"*"' : ''}`;
  builder.put(row, column, content, { ...STYLES.centred, numberFormat });
}

function dateContent(cell: DateCell | null, value: CalendarDate | null): PlannedContent {
  if (!cell) return BLANK;
  if (!value) return text(cell.reading.printed);
  return cell.textual ? date(value) : formula(`INT(${qualifiedCell(cell.cell)})`, value);
}

function incidentContent({ parameters }: ReportContext, value: CalendarDate | null): PlannedContent {
  if (!value) return BLANK;
  return parameters.incidentDate === null ? date(value) : formula(localReference(parameters.incidentDate), value);
}

/** The cell that holds a row's computed amount. */
export function blankAmountCell(layout: TotalsLayout, index: number): string {
  return relative((layout.blanks?.first ?? 0) + index, FIRST + 4);
}
