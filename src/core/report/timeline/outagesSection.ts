import type { PlannedContent } from '../../sheets/sheetPlan';
import { qualifiedCell } from '../../sheets/address';
import type { DateCell } from '../../tables/document';
import { type CalendarDate, daysBetween, serialOfDate } from '../../values/calendar';
import { Decimal } from '../../values/decimal';
import { floorDivide } from '../../values/integers';
import type { ReportContext } from '../context';
import { figureContent } from '../formulas';
import { BLANK, date, formula, link, number, type SheetBuilder, text } from '../sheetBuilder';
import { BAR_OUTAGE, numeric, STYLES } from '../styles';
import { amountFormat } from '../words';
import { type Axis, chartAxis, spanOf } from './axis';
import { AXIS_ROW, barCondition, COLUMNS, FIRST_BAR, planLines } from './bars';
import { sinceContent } from './eventsSection';
import type { Outage } from './timelineModel';

const START = 1;
const DAYS = 7;
const NAME = 5;

/** Plans the table of outages with its bars and, below it, the native chart. */
export function planOutages(
  builder: SheetBuilder,
  context: ReportContext,
  axis: Axis,
  outages: readonly Outage[],
  top: number,
): void {
  if (outages.length === 0) return;
  const { words } = context;
  // Without events the headers stand in the row of the dates.
  const headerRow = top === AXIS_ROW ? AXIS_ROW : top + 1;
  if (headerRow !== AXIS_ROW) {
    builder.put(top, 0, text(words.say('timeline.outages')), STYLES.section);
  }
  const headers = [
    'number',
    'stopped',
    'restored',
    'precision',
    'stated-days',
    'system',
    'cell',
    'duration',
    'since',
  ] as const;
  headers.forEach((key, column) =>
    builder.put(headerRow, column, text(words.say(`timeline.column.${key}`)), STYLES.header),
  );
  const first = headerRow + 1;
  outages.forEach((outage, index) => planOutage(builder, context, outage, index, first + index));
  planLines(builder, axis, first, headerRow + outages.length);
  const bottom = headerRow + outages.length;
  const area = { top: first, bottom, left: FIRST_BAR, right: FIRST_BAR + axis.columns.length - 1 };
  builder.highlight(area, `AND(${barCondition(axis, first, `$C${first + 1}`)})`, BAR_OUTAGE, null);
  planChart(builder, context, outages, first, bottom);
}

function planOutage(builder: SheetBuilder, context: ReportContext, outage: Outage, index: number, row: number): void {
  const { words } = context;
  const { row: tableRow, startDate, restored } = outage;
  const days = new Decimal(daysBetween(startDate, restored.reading.start));
  const dateStyle = { ...STYLES.centred, numberFormat: words.dateFormat };
  const stated = tableRow.days;
  builder.putRow(row, 0, [
    [number(new Decimal(index + 1)), STYLES.centred],
    [startContent(outage, context), dateStyle],
    [dateContent(restored), dateStyle],
    [text(words.say('precision.day')), STYLES.centred],
    [
      stated ? figureContent(stated) : BLANK,
      numeric(STYLES.cell, amountFormat([stated?.value ?? null], stated?.textual ?? false)),
    ],
    [context.nameContent(tableRow.nameCell, tableRow.name), STYLES.text],
    [link(qualifiedCell(restored.cell), restored.cell), STYLES.text],
    [formula(`C${row + 1}-B${row + 1}`, days), numeric(STYLES.cell, '#,##0')],
    [sinceContent(startDate, row, context), numeric(STYLES.cell, '#,##0')],
  ]);
}

function startContent({ start, startDate }: Outage, { parameters }: ReportContext): PlannedContent {
  if (start) return dateContent(start);
  return parameters.incidentDate === null ? date(startDate) : formula(parameters.incidentDate, startDate);
}

function dateContent({ cell, textual, reading }: DateCell): PlannedContent {
  return textual ? date(reading.start) : formula(qualifiedCell(cell), reading.start);
}

const LEAST_CHART_ROWS = 14;
const ROWS_AROUND_BARS = 6;

function planChart(
  builder: SheetBuilder,
  context: ReportContext,
  outages: readonly Outage[],
  first: number,
  last: number,
): void {
  const { words, verification } = context;
  const span = spanOf(outages.flatMap((outage) => [outage.startDate, outage.restored.reading.start]));
  if (!span) return;
  const { end, step } = chartAxis(span.first, span.last);
  const serial = (day: CalendarDate) => serialOfDate(day, verification.document.dateSystem);
  const column = (index: number) => ({ top: first, bottom: last, left: index, right: index });
  const wanted = outages.length + floorDivide(outages.length, 2) + ROWS_AROUND_BARS;
  const rows = wanted > LEAST_CHART_ROWS ? wanted : LEAST_CHART_ROWS;
  const separator = words.language === 'ja' ? '/' : '-';
  const range = words.say('precision.range', { start: words.date(span.first), end: words.date(span.last) });
  builder.chart({
    title: words.say('text.colon', { label: words.say('timeline.chart'), text: range }),
    categories: column(NAME),
    series: [
      { name: words.say('timeline.chart.offset'), values: column(START), fill: null },
      { name: words.say('timeline.chart.days'), values: column(DAYS), fill: BAR_OUTAGE },
    ],
    axis: {
      minimum: serial(span.first),
      maximum: serial(end),
      majorUnit: step,
      numberFormat: step > 100 ? ['yyyy', 'm'].join(separator) : ['m', 'd'].join(separator),
    },
    position: { top: last + 2, bottom: last + 1 + rows, left: 0, right: COLUMNS.length - 1 },
  });
}
