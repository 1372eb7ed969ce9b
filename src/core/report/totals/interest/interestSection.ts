import { renderMessage } from '../../../../messages/renderMessage';
import { firstDayOfDelay } from '../../../checks/interest/interestPeriods';
import type { ReckonedInterest, ReckonedTable } from '../../../checks/interest/resolveInterest';
import { qualifiedCell } from '../../../sheets/address';
import type { PlannedContent } from '../../../sheets/sheetPlan';
import type { DateCell } from '../../../tables/document';
import { type CalendarDate, compareDates } from '../../../values/calendar';
import { Decimal, sumOf } from '../../../values/decimal';
import { BLANK, date, formula, link, number, text } from '../../sheetBuilder';
import { numeric, STYLES } from '../../styles';
import { amountFormat } from '../../words';
import { type Block, FIRST, NAME, NUMBER } from '../layout';
import { planHeader, planHeading, putFigure, relative, type Section } from '../section';
import { firstDayFormula, interestDaysFormula, interestFormula, shareFormula } from './interestFormulas';
import { INTEREST_COLUMNS } from './interestShape';
import { interestNote, planInterestTerms, termCell, termsFor } from './interestTerms';

const [PRINCIPAL, FROM, TO, DAYS, FIRST_DAY, RATE, SHARE, INTEREST, PRINTED, DIFFERENCE, REMARK] = Array.from(
  { length: INTEREST_COLUMNS },
  (_, index) => FIRST + index,
) as [number, number, number, number, number, number, number, number, number, number, number];

/** Interest row by row: days, rate and interest as live formulas, beside what is printed. One section a table. */
export function planInterest(section: Section): void {
  section.layout.interest.forEach((block, index) => {
    const reckoned = section.context.verification.interest[index];
    if (reckoned) planTable(section, block, reckoned);
  });
}

function planTable(section: Section, block: Block, reckoned: ReckonedTable): void {
  const { words } = section.context;
  const title = words.say('totals.interest', { table: reckoned.table.sheet });
  planHeading(section, block, title, interestNote(section, reckoned));
  planInterestTerms(section, block, reckoned);
  const due = reckoned.rows[0]?.interest.fromIs !== 'first-day';
  planHeader(section, block, [
    words.say('totals.column.number'),
    words.say('totals.column.line'),
    words.say('totals.column.principal'),
    words.say(due ? 'totals.column.due' : 'totals.column.interest-from'),
    words.say('totals.column.paid'),
    words.say('totals.column.blank-days'),
    words.say('totals.column.first-day'),
    words.say('totals.column.interest-rate'),
    words.say('totals.column.year-share'),
    words.say('totals.column.interest'),
    words.say('totals.column.printed'),
    words.say('totals.column.difference'),
    words.say('totals.column.blank-remark'),
  ]);
  reckoned.rows.forEach((row, index) => planRow(section, block, reckoned, row, index));
  planTotal(section, block, reckoned);
  const differences = { top: block.first, bottom: block.last, left: DIFFERENCE, right: DIFFERENCE };
  section.builder.highlight(differences, `${relative(block.first, DIFFERENCE)}<>0`, '#FBE0DE', '#8F1D1D');
}

function planRow(section: Section, block: Block, reckoned: ReckonedTable, one: ReckonedInterest, index: number): void {
  const { builder, context } = section;
  const { words } = context;
  const row = block.first + index;
  const cell = (column: number) => relative(row, column);
  const terms = termsFor(block, reckoned);
  const { interest, days, share, computed } = one;
  builder.put(row, NUMBER, number(new Decimal(index + 1)), STYLES.centred);
  builder.put(row, NAME, context.nameContent(one.row.nameCell, one.row.name), STYLES.text);
  if (interest.principal) putFigure(builder, row, PRINCIPAL, interest.principal);
  else builder.put(row, PRINCIPAL, BLANK, STYLES.cell);
  planDate(section, row, FROM, interest.from, one.from);
  planDate(section, row, TO, interest.to, one.to);
  if (interest.days) putFigure(builder, row, DAYS, interest.days);
  else {
    const body = interestDaysFormula(words, cell(FROM), cell(TO), terms);
    builder.put(row, DAYS, days ? formula(body, new Decimal(days.days)) : BLANK, numeric(STYLES.result, '#,##0'));
  }
  const first = days?.period?.first ?? null;
  const firstBody = firstDayFormula(words, cell(TO), cell(DAYS), terms);
  const dateStyle = { ...STYLES.centred, color: STYLES.muted.color, numberFormat: words.dateFormat };
  builder.put(row, FIRST_DAY, first ? formula(firstBody, first) : BLANK, dateStyle);
  const rate = one.rate ? rateContent(block, reckoned, one, cell(FROM), one.rate) : BLANK;
  builder.put(row, RATE, rate, numeric(STYLES.cell, 'General"%"'));
  const shareBody = shareFormula(words, cell(DAYS), first ? cell(FIRST_DAY) : null, terms);
  const part = share ? new Decimal(share.numerator).div(share.denominator) : null;
  builder.put(row, SHARE, part ? formula(shareBody, part) : BLANK, numeric(STYLES.muted, '0.000000'));
  const body = interestFormula(words, cell(PRINCIPAL), cell(RATE), cell(SHARE), terms);
  const amount = amountFormat([computed]);
  builder.put(row, INTEREST, computed ? formula(body, computed) : BLANK, numeric(STYLES.result, amount));
  if (interest.interest) putFigure(builder, row, PRINTED, interest.interest);
  else builder.put(row, PRINTED, emptyCell(interest.blanks.interest), STYLES.centred);
  const difference = interest.interest && computed ? interest.interest.value.minus(computed) : null;
  builder.put(
    row,
    DIFFERENCE,
    difference ? formula(`ROUND(${cell(PRINTED)}-${cell(INTEREST)},2)`, difference) : BLANK,
    numeric(STYLES.cell, amountFormat([difference])),
  );
  const remark = one.reason
    ? words.say('totals.blanks.missing', { reason: renderMessage(one.reason, words.language) })
    : '';
  builder.put(row, REMARK, remark === '' ? BLANK : text(remark), STYLES.text);
}

/** The empty cell that a computed figure is for. */
function emptyCell(cell: ReckonedInterest['interest']['blanks']['interest']): PlannedContent {
  return cell ? link(qualifiedCell(cell), cell) : BLANK;
}

function rateContent(
  block: Block,
  reckoned: ReckonedTable,
  one: ReckonedInterest,
  from: string,
  value: Decimal,
): PlannedContent {
  const own = one.interest.rate;
  if (own) {
    if (own.live === null) return number(value);
    return formula(
      own.live === 'fraction' ? `ROUND(${qualifiedCell(own.cell)}*100,6)` : qualifiedCell(own.cell),
      value,
    );
  }
  const shared = termCell(block, reckoned, 'rate');
  if (shared) return formula(shared, value);
  const [before, after] = (['rate-before', 'rate-after'] as const).map((term) => termCell(block, reckoned, term) ?? '');
  const first = firstDayOfDelay(one);
  const late = one.interest.fromIs === 'due' ? `${from}+1` : from;
  return first ? formula(`IF(${late}<DATE(2020,4,1),${before ?? ''},${after ?? ''})`, value) : number(value);
}

/** The day in a cell; one that was read from a text is a value, and marked. */
function planDate(
  { builder, context }: Section,
  row: number,
  column: number,
  cell: DateCell | null,
  day: CalendarDate | null,
): void {
  const textual = cell?.textual === true;
  const single = cell?.reading.end && compareDates(cell.reading.start, cell.reading.end) === 0;
  const numberFormat = `${context.words.dateFormat}${textual && day ? '"*"' : ''}`;
  const content =
    cell === null
      ? BLANK
      : day === null
        ? text(cell.reading.printed)
        : textual || !single
          ? date(day)
          : formula(`INT(${qualifiedCell(cell.cell)})`, day);
  builder.put(row, column, content, { ...STYLES.centred, numberFormat });
}

function planTotal({ builder, context }: Section, block: Block, { rows }: ReckonedTable): void {
  const row = block.last + 1;
  const { words } = context;
  const sums = new Map<number, Decimal>([
    [PRINCIPAL, sumOf(rows.flatMap(({ interest }) => interest.principal?.value ?? []))],
    [INTEREST, sumOf(rows.flatMap(({ computed }) => computed ?? []))],
    [PRINTED, sumOf(rows.flatMap(({ interest }) => interest.interest?.value ?? []))],
  ]);
  builder.put(row, NUMBER, BLANK, STYLES.strong);
  builder.put(row, NAME, text(words.say('totals.total')), STYLES.strong);
  for (let column = FIRST; column < FIRST + INTEREST_COLUMNS; column += 1) {
    const sum = sums.get(column);
    const range = `${relative(block.first, column)}:${relative(block.last, column)}`;
    const content = sum ? formula(`SUM(${range})`, sum) : BLANK;
    builder.put(row, column, content, sum ? numeric(STYLES.strong, amountFormat([sum])) : STYLES.strong);
  }
}
