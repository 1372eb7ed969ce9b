import type { DatePrecision, DateReading } from '../../reading/readings';
import type { TimelineEvent } from '../../tables/document';
import { addDays, type CalendarDate, compareDates, daysBetween, endOfMonth, weekdayOf } from '../../values/calendar';
import { floorDivide, modulo } from '../../values/integers';
import { spanOf } from '../timeline/axis';
import { shortMonth } from '../timeline/bars';
import { isVaguePoint, lastDay, type Outage, type TimelineModel } from '../timeline/timelineModel';
import { monthText } from '../words';
import type { PageContext } from './pageContext';

/** Bars on an axis of days. Days are counted from the first of the axis: 0 is its first, `days` behind its last. */
export interface TimelineChart {
  readonly title: string;
  readonly days: number;
  readonly ticks: readonly ChartTick[];
  /** The incident's day and its name; null where it is not known or outside the axis. */
  readonly incident: { readonly day: number; readonly label: string } | null;
  readonly rows: readonly ChartRow[];
}

export interface ChartTick {
  readonly day: number;
  readonly label: string;
}

export interface ChartRow {
  readonly look: 'event' | 'outage';
  /** The date as printed, or a system's name. */
  readonly label: string;
  /** The event's text; empty for an outage. */
  readonly detail: string;
  readonly bars: readonly Bar[];
  /** It has no end: 以降. */
  readonly open: boolean;
}

/** From the first day to the day behind the last; vague where it may be any of these days. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly vague: boolean;
}

const DAY = 1;
const LONGEST_BY_DAY = 21;
const LONGEST_BY_WEEK = 100;
const MOST_TICKS = 16;

/** Plans the charts of events and of outages on one axis; none where there is nothing to show. */
export function timelineCharts(model: TimelineModel, context: PageContext): TimelineChart[] {
  const span = spanOf([
    ...model.events.flatMap(({ reading }) => [reading.start, lastDay(reading)]),
    ...model.outages.flatMap((outage) => [outage.startDate, outage.restored.reading.start]),
  ]);
  if (!span) return [];
  const days = daysBetween(span.first, span.last) + DAY;
  const axis = { days, ticks: ticksOf(span.first, days, context), incident: incidentOn(span.first, days, context) };
  const charts = [
    { title: context.say('timeline.events'), rows: model.events.map((event) => eventRow(event, span.first, days)) },
    { title: context.say('timeline.outages'), rows: model.outages.map((outage) => outageRow(outage, span.first)) },
  ];
  return charts.filter(({ rows }) => rows.length > 0).map((chart) => ({ ...axis, ...chart }));
}

function incidentOn(first: CalendarDate, days: number, { verification, say, words }: PageContext) {
  const incident = verification.terms.incidentDate?.value;
  if (!incident) return null;
  const day = daysBetween(first, incident);
  return day < 0 || day >= days ? null : { day, label: say('timeline.incident', { date: words.date(incident) }) };
}

function eventRow({ reading, text }: TimelineEvent, first: CalendarDate, days: number): ChartRow {
  return {
    look: 'event',
    label: reading.printed,
    detail: text.split('\n')[0] ?? '',
    bars: barsOf(reading).map(({ from, to, vague }) => ({
      from: daysBetween(first, from),
      to: to === null ? days : daysBetween(first, to) + DAY,
      vague,
    })),
    open: reading.end === null,
  };
}

function outageRow({ row, startDate, restored }: Outage, first: CalendarDate): ChartRow {
  const from = daysBetween(first, startDate);
  const to = daysBetween(first, restored.reading.start);
  const bars = to > from ? [{ from, to, vague: false }] : [];
  return { look: 'outage', label: row.name, detail: '', bars, open: false };
}

interface Stretch {
  readonly from: CalendarDate;
  /** Null where it is open. */
  readonly to: CalendarDate | null;
  readonly vague: boolean;
}

/** The days that a reading is sure of and those that it only may mean: of 12月18日～3月下旬 the days from 21 March on are vague. */
export function barsOf(reading: DateReading): Stretch[] {
  const { start, startPrecision, end, endPrecision } = reading;
  if (end === null) {
    return [
      { from: start, to: start, vague: startPrecision !== 'day' && startPrecision !== 'from' },
      { from: addDays(start, DAY), to: null, vague: true },
    ];
  }
  if (startPrecision === 'day' && endPrecision === 'day') return [{ from: start, to: end, vague: false }];
  const headEnd = startPrecision === 'day' ? null : lastOf(start, startPrecision);
  const tailStart = endPrecision === 'day' ? null : firstOf(end, endPrecision);
  const sure = { from: headEnd ? addDays(headEnd, DAY) : start, to: tailStart ? addDays(tailStart, -DAY) : end };
  if (isVaguePoint(reading) || compareDates(sure.to, sure.from) < 0) return [{ from: start, to: end, vague: true }];
  return [
    ...(headEnd ? [{ from: start, to: headEnd, vague: true }] : []),
    { ...sure, vague: false },
    ...(tailStart ? [{ from: tailStart, to: end, vague: true }] : []),
  ];
}

/** The last day that a vague start may mean. */
function lastOf({ year, month, day }: CalendarDate, precision: DatePrecision): CalendarDate {
  if (precision === 'third' && day <= 20) return { year, month, day: day <= 10 ? 10 : 20 };
  if (precision === 'half-month' && day <= 15) return { year, month, day: 15 };
  if (precision === 'third' || precision === 'half-month' || precision === 'month') return endOfMonth(year, month);
  if (precision === 'quarter') return endOfMonth(year, month + 2);
  if (precision === 'half-year') return addMonths(year, month, 5);
  if (precision === 'year') return { year, month: 12, day: 31 };
  if (precision === 'fiscal-year') return { year: year + 1, month: 3, day: 31 };
  return { year, month, day };
}

/** The first day that a vague end may mean. */
function firstOf({ year, month, day }: CalendarDate, precision: DatePrecision): CalendarDate {
  if (precision === 'third') return { year, month, day: day > 20 ? 21 : day > 10 ? 11 : 1 };
  if (precision === 'half-month') return { year, month, day: day > 15 ? 16 : 1 };
  if (precision === 'month') return { year, month, day: 1 };
  if (precision === 'quarter') return { year, month: month - 2, day: 1 };
  if (precision === 'half-year') return { ...addMonths(year, month, -5), day: 1 };
  if (precision === 'year') return { year, month: 1, day: 1 };
  if (precision === 'fiscal-year') return { year: year - 1, month: 4, day: 1 };
  return { year, month, day };
}

/** Days, Mondays, first days of months, or of years, by the length of the axis. */
function ticksOf(first: CalendarDate, days: number, { words, say }: PageContext): ChartTick[] {
  const last = addDays(first, days - DAY);
  if (days <= LONGEST_BY_WEEK) {
    const every = days <= LONGEST_BY_DAY ? 1 : 7;
    const begin = every === 1 ? 0 : modulo(8 - weekdayOf(first), 7);
    const ticks: ChartTick[] = [];
    for (let day = begin; day < days; day += every) {
      const date = addDays(first, day);
      ticks.push({ day, label: say('timeline.tick.day', { month: date.month, day: date.day }) });
    }
    return ticks;
  }
  const monthOf = ({ year, month }: CalendarDate) => year * 12 + month - 1;
  const step = [1, 3, 12].find((one) => monthOf(last) - monthOf(first) < one * MOST_TICKS) ?? 120;
  const ticks: ChartTick[] = [];
  for (let index = monthOf(first); index <= monthOf(last); index += 1) {
    const date = { year: floorDivide(index, 12), month: modulo(index, 12) + 1, day: 1 };
    if (modulo(index, step) !== 0 || compareDates(date, first) < 0) continue;
    const named = ticks.length === 0 || date.month === 1;
    const month = (named ? monthText : shortMonth)(words, date.year, date.month);
    ticks.push({
      day: daysBetween(first, date),
      label: step < 12 ? month : words.say('timeline.year', { year: date.year }),
    });
  }
  return ticks;
}

/** The last day of the month that is `months` after a month. */
function addMonths(year: number, month: number, months: number): CalendarDate {
  const count = year * 12 + month - 1 + months;
  return endOfMonth(floorDivide(count, 12), modulo(count, 12) + 1);
}
