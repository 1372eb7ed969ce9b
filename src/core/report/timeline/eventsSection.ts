import type { DateReading } from '../../reading/readings';
import type { PlannedContent } from '../../sheets/sheetPlan';
import { qualifiedCell } from '../../sheets/address';
import type { TimelineEvent } from '../../tables/document';
import { type CalendarDate, daysBetween } from '../../values/calendar';
import { Decimal } from '../../values/decimal';
import type { ReportContext } from '../context';
import { literal } from '../formulas';
import { BLANK, date, formula, link, number, type SheetBuilder, text } from '../sheetBuilder';
import { BAR_EXACT, BAR_VAGUE, numeric, STYLES } from '../styles';
import type { Words } from '../words';
import type { Axis } from './axis';
import { barCondition, COLUMNS, FIRST_BAR, planLines } from './bars';
import { isVaguePoint } from './timelineModel';

/** Plans the table of events; gives the first free row below it. */
export function planEvents(
  builder: SheetBuilder,
  context: ReportContext,
  axis: Axis,
  events: readonly TimelineEvent[],
  headerRow: number,
): number {
  const { words } = context;
  if (events.length === 0) return headerRow;
  COLUMNS.forEach(({ key }, column) =>
    builder.put(headerRow, column, text(words.say(`timeline.column.${key}`)), STYLES.header),
  );
  const first = headerRow + 1;
  events.forEach((event, index) => planEvent(builder, context, event, index, first + index));
  const bottom = headerRow + events.length;
  planLines(builder, axis, first, bottom);
  const area = { top: first, bottom, left: FIRST_BAR, right: FIRST_BAR + axis.columns.length - 1 };
  const open = `IF($C${first + 1}="",DATE(9999,12,31),$C${first + 1})`;
  const within = barCondition(axis, first, open);
  const exact = `$D${first + 1}=${literal(words.say('precision.day'))}`;
  builder.highlight(area, `AND(${within},${exact})`, BAR_EXACT, null);
  builder.highlight(area, `AND(${within},NOT(${exact}))`, BAR_VAGUE, null);
  return bottom + 2;
}

function planEvent(
  builder: SheetBuilder,
  context: ReportContext,
  event: TimelineEvent,
  index: number,
  row: number,
): void {
  const { words } = context;
  const { reading } = event;
  const dateStyle = { ...STYLES.centred, numberFormat: words.dateFormat };
  const printed = reading.inferredYear ? `${reading.printed} *` : reading.printed;
  builder.putRow(row, 0, [
    [number(new Decimal(index + 1)), STYLES.centred],
    [event.textual ? date(reading.start) : formula(qualifiedCell(event.cell), reading.start), dateStyle],
    [reading.end ? date(reading.end) : BLANK, dateStyle],
    [text(precisionText(reading, words)), STYLES.centred],
    [text(printed), STYLES.text],
    [text(event.text), STYLES.text],
    [link(qualifiedCell(event.cell), event.cell), STYLES.text],
    [durationContent(reading, row), numeric(STYLES.cell, '#,##0')],
    [sinceContent(reading.start, row, context), numeric(STYLES.cell, '#,##0')],
  ]);
}

/** Calendar days of a range, both ends counted; nothing for a single day or for one vague date. */
function durationContent(reading: DateReading, row: number): PlannedContent {
  const days = reading.end ? daysBetween(reading.start, reading.end) + 1 : 1;
  if (days === 1 || isVaguePoint(reading)) return BLANK;
  return formula(`C${row + 1}-B${row + 1}+1`, new Decimal(days));
}

/** Days from the incident to the date in column B. */
export function sinceContent(
  start: CalendarDate,
  row: number,
  { parameters, verification }: ReportContext,
): PlannedContent {
  const incident = verification.terms.incidentDate?.value;
  if (!incident || parameters.incidentDate === null) return BLANK;
  const days = daysBetween(incident, start);
  return formula(`B${row + 1}-${parameters.incidentDate}`, new Decimal(days));
}

function precisionText({ startPrecision, endPrecision }: DateReading, words: Words): string {
  const start = words.say(`precision.${startPrecision}`);
  if (startPrecision === endPrecision) return start;
  return words.say('precision.range', { start, end: words.say(`precision.${endPrecision}`) });
}
