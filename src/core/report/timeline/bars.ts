import { columnName } from '../../sheets/address';
import type { ReportContext } from '../context';
import { BLANK, date, type SheetBuilder, text } from '../sheetBuilder';
import { BAR_EXACT, BAR_OUTAGE, BAR_VAGUE, STYLES } from '../styles';
import { monthText, type Words } from '../words';
import { textWidth } from '../textHeight';
import { type Axis, axisLabels, type AxisLabel, columnEndFormula } from './axis';
import type { TimelineModel } from './timelineModel';

/** The columns left of the bars. Events and outages share them. */
export const COLUMNS = [
  { key: 'number', width: 5 },
  { key: 'start', width: 12 },
  { key: 'end', width: 12 },
  { key: 'precision', width: 10 },
  { key: 'printed', width: 18 },
  { key: 'text', width: 38 },
  { key: 'cell', width: 11 },
  { key: 'duration', width: 7 },
  { key: 'since', width: 9 },
] as const;

export const FIRST_BAR = COLUMNS.length;
/** Row with the first day of every column of bars, and the headers of the events. */
export const AXIS_ROW = 4;
const LEGEND_ROW = 2;

/** Formulas of a row's bar, relative to the first bar cell of row `row` (0-based). */
export function barCondition(axis: Axis, row: number, end: string): string {
  const day = `${columnName(FIRST_BAR)}$${AXIS_ROW + 1}`;
  return `${day}<=${end},${columnEndFormula(axis.scale, day)}>=$B${row + 1}`;
}

/** Cells that hold nothing but their lower line are left out where there would be more than this. */
const MOST_LINED_CELLS = 6000;

/** Thin lines between the bars of neighbouring rows. */
export function planLines(builder: SheetBuilder, axis: Axis, first: number, last: number): void {
  if ((last - first + 1) * axis.columns.length > MOST_LINED_CELLS) return;
  for (let row = first; row <= last; row += 1) {
    axis.columns.forEach((_, index) => builder.put(row, FIRST_BAR + index, BLANK, STYLES.cell));
  }
}

/** What the three fills mean, and how much a column stands for. */
export function planLegend(builder: SheetBuilder, context: ReportContext, axis: Axis, model: TimelineModel): void {
  const { words } = context;
  const entry = (column: number, fill: string, key: 'exact' | 'vague' | 'outage') => {
    builder.put(LEGEND_ROW, column, BLANK, { fill });
    builder.put(LEGEND_ROW, column + 1, text(words.say(`timeline.legend.${key}`)), STYLES.note);
  };
  if (model.events.length > 0) {
    entry(1, BAR_EXACT, 'exact');
    entry(4, BAR_VAGUE, 'vague');
  }
  if (model.outages.length > 0) entry(7, BAR_OUTAGE, 'outage');
  if (model.events.some((event) => event.reading.inferredYear)) {
    builder.put(LEGEND_ROW + 1, 0, text(words.say('timeline.inferred-mark')), STYLES.note);
  }
  builder.put(1, FIRST_BAR, text(words.say(`timeline.scale.${axis.scale}`)), STYLES.note);
}

/** The two rows of dates above the bars. */
export function planAxis(builder: SheetBuilder, context: ReportContext, axis: Axis): void {
  const format = { day: 'd', week: 'd', month: 'm', year: 'yyyy' }[axis.scale];
  axis.columns.forEach((day, index) => {
    builder.put(AXIS_ROW, FIRST_BAR + index, date(day), {
      ...STYLES.header,
      wrap: false,
      bold: false,
      size: 9,
      numberFormat: format,
    });
  });
  const named = new Set<number>();
  for (const label of axisLabels(axis)) {
    const shown = labelText(label, context, named);
    const [left, right] = [FIRST_BAR + label.from, FIRST_BAR + label.to];
    builder.putAcross(AXIS_ROW - 1, left, right, text(shown), { ...STYLES.header, wrap: false, size: 9 });
  }
}

const LABEL_ROOM = 3;

/** The fullest label that fits; each year is named once, at its first label with room for it. */
function labelText(label: AxisLabel, { words }: ReportContext, named: Set<number>): string {
  const room = (label.to - label.from + 1) * LABEL_ROOM;
  const { year, month } = label;
  const full = month === null ? words.say('timeline.year', { year }) : monthText(words, year, month);
  if (!named.has(year) && textWidth(full) <= room) {
    named.add(year);
    return full;
  }
  const short = month === null ? '' : shortMonth(words, year, month);
  return textWidth(short) <= room + 1 ? short : '';
}

/** Months are told by name in Japanese; in English a bare number would not say that it is one. */
export function shortMonth(words: Words, year: number, month: number): string {
  return words.language === 'ja' ? words.say('timeline.month.short', { month }) : monthText(words, year, month);
}
