import type { DateReading } from '../../reading/readings';
import { qualifiedCell } from '../../sheets/address';
import { compareDates } from '../../values/calendar';
import { timelineModel } from '../timeline/timelineModel';
import type { PageContext } from './pageContext';
import { note, type PageBlock, type PageSection } from './reportPage';
import { timelineCharts } from './timelineChart';

/** The course of events and the outages as charts, then the events in words; null where there is neither. */
export function timelineSection(context: PageContext): PageSection | null {
  const { say, verification } = context;
  const model = timelineModel(verification);
  const charts = timelineCharts(model, context);
  if (charts.length === 0) return null;
  const blocks: PageBlock[] = charts.map((chart) => ({ kind: 'chart', chart }));
  if (model.events.length > 0) {
    blocks.push({
      kind: 'table',
      caption: null,
      columns: [
        { header: say('timeline.date'), holds: 'text', share: 20 },
        { header: say('timeline.read'), holds: 'reference', share: 22 },
        { header: say('timeline.text'), holds: 'text', share: 46 },
        { header: say('timeline.cell'), holds: 'reference', share: 12 },
      ],
      rows: model.events.map(({ reading, text, cell }) => [
        reading.printed,
        dateText(reading, context),
        text,
        qualifiedCell(cell),
      ]),
    });
    if (model.events.some(({ reading }) => reading.inferredYear)) blocks.push(note(say('timeline.inferred')));
  }
  return { heading: say('timeline.heading'), blocks };
}

/** The days that a date may mean, with the precision where it is not a day; a star where the year was not printed. */
function dateText(reading: DateReading, { say, words }: PageContext): string {
  const { start, end, startPrecision, endPrecision, inferredYear } = reading;
  const first = words.date(start);
  const date =
    end === null
      ? say('timeline.open', { start: first })
      : compareDates(start, end) === 0
        ? first
        : say('timeline.range', { start: first, end: words.date(end) });
  const vague = endPrecision === 'day' ? startPrecision : endPrecision;
  const said =
    end === null || vague === 'day'
      ? date
      : say('timeline.precision', { date, precision: words.say(`precision.${vague}`) });
  return inferredYear ? `${said} *` : said;
}
