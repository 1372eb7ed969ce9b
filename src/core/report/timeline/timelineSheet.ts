import type { SheetPlan } from '../../sheets/sheetPlan';
import { SheetBuilder, text } from '../sheetBuilder';
import { STYLES, TAB_COLORS } from '../styles';
import type { ReportContext } from '../context';
import { axisOf, spanOf } from './axis';
import { AXIS_ROW, COLUMNS, planAxis, planLegend } from './bars';
import { planEvents } from './eventsSection';
import { planOutages } from './outagesSection';
import { lastDay, timelineModel } from './timelineModel';

const BAR_WIDTHS = { day: 3, week: 3.2, month: 3.2, year: 5 } as const;

/** 時系列: every event sorted, every outage, and both as bars on one axis of dates. */
export function planTimelineSheet(context: ReportContext): SheetPlan {
  const { words, names, verification } = context;
  const model = timelineModel(verification);
  const span = spanOf([
    ...model.events.flatMap(({ reading }) => [reading.start, lastDay(reading)]),
    ...model.outages.flatMap((outage) => [outage.startDate, outage.restored.reading.start]),
  ]);
  const axis = span && axisOf(span.first, span.last);
  const builder = new SheetBuilder({
    role: 'timeline',
    name: names.timeline,
    incompleteNotice: words.say('incomplete.timeline'),
    tabColor: TAB_COLORS.timeline,
    columnWidths: [
      ...COLUMNS.map((column) => column.width),
      ...(axis ? Array<number>(axis.columns.length).fill(BAR_WIDTHS[axis.scale]) : []),
    ],
  });
  builder.put(0, 0, text(words.say('title.timeline')), STYLES.title);
  builder.height(0, 28);
  const about = words.say('timeline.about', { file: verification.document.workbookName, time: context.time });
  builder.put(1, 0, text(about), STYLES.subtitle);
  if (!axis) {
    builder.putAcross(3, 0, COLUMNS.length - 1, text(words.say('timeline.none')), STYLES.text);
    return builder.plan({ frozen: { rows: 1, columns: 0 }, page: { orientation: 'landscape', titleRows: null } });
  }
  planLegend(builder, context, axis, model);
  planAxis(builder, context, axis);
  const next = planEvents(builder, context, axis, model.events, AXIS_ROW);
  planOutages(builder, context, axis, model.outages, next);
  return builder.plan({
    frozen: { rows: AXIS_ROW + 1, columns: 0 },
    page: { orientation: 'landscape', titleRows: { first: AXIS_ROW - 1, last: AXIS_ROW } },
  });
}
