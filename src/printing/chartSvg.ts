import { textWidth } from '../core/report/textHeight';
import type { Bar, ChartRow, TimelineChart } from '../core/report/page/timelineChart';
import { type Content, element, type Markup } from './markup';

/* All lengths are in the drawing's own units; the page scales it to the width of the paper (about one CSS pixel each). */
const WIDTH = 720;
const LABELS = 240;
const RIGHT = 710;
const AXIS_HEIGHT = 18;
const INCIDENT_HEIGHT = 14;
const ROW_HEIGHT = { event: 30, outage: 18 } as const;
const BAR_HEIGHT = 9;
const LEAST_BAR = 3;
/** A drawing is never broken over pages: longer ones are several. */
const MOST_HEIGHT = 760;
const LABEL_ROOM = 42;
const LETTER = 5.2;

const INK = '#1c2429';
const MUTED = '#4a545b';
const LINE = '#d3dce1';
const EXACT = '#2f7f9e';
const OUTAGE = '#d98a3d';
const INCIDENT = '#b32d2d';
const HATCH = 'url(#vague)';

/** What the drawings refer to: the hatching of vague stretches. Once a page. */
export function chartDefinitions(): Markup {
  const hatch = element(
    'pattern',
    { id: 'vague', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 5, height: 5, fill: '#e3f0f5' }),
    element('rect', { width: 2, height: 5, fill: EXACT }),
  );
  return element('svg', { class: 'defs', 'aria-hidden': 'true' }, element('defs', {}, hatch));
}

/** A short bar for the legend. */
export function legendMark(look: 'exact' | 'vague' | 'outage'): Markup {
  const fill = { exact: EXACT, vague: HATCH, outage: OUTAGE }[look];
  const stroke = look === 'vague' ? EXACT : fill;
  const bar = element('rect', { x: 0.5, y: 0.5, width: 29, height: 10, fill, stroke });
  return element('svg', { viewBox: '0 0 30 11', 'aria-hidden': 'true' }, bar);
}

/** A chart as one or more drawings, each with the axis, so that none is broken by the end of a page. */
export function chartDrawings(chart: TimelineChart): Markup[] {
  const pages: ChartRow[][] = [];
  let height = MOST_HEIGHT;
  for (const row of chart.rows) {
    if (height + ROW_HEIGHT[row.look] > MOST_HEIGHT) {
      pages.push([]);
      height = 0;
    }
    pages[pages.length - 1]?.push(row);
    height += ROW_HEIGHT[row.look];
  }
  return pages.map((rows) => drawing(chart, rows));
}

function drawing(chart: TimelineChart, rows: readonly ChartRow[]): Markup {
  const top = AXIS_HEIGHT + (chart.incident ? INCIDENT_HEIGHT : 0);
  const bottom = top + rows.reduce((height, { look }) => height + ROW_HEIGHT[look], 0);
  let y = top;
  const drawn = rows.map((row) => {
    const at = y;
    y += ROW_HEIGHT[row.look];
    return rowGroup(chart, row, at);
  });
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${WIDTH} ${bottom + 2}`, role: 'img', 'aria-label': chart.title },
    axis(chart, top, bottom),
    drawn,
    incident(chart, bottom),
  );
}

function x({ days }: TimelineChart, day: number): number {
  return Number((LABELS + ((RIGHT - LABELS) * day) / days).toFixed(2));
}

/** A line a tick; labels that would run into the one before are left out. */
function axis(chart: TimelineChart, top: number, bottom: number): Content {
  let free = LABELS;
  const ticks = chart.ticks.map(({ day, label }) => {
    const at = x(chart, day);
    const line = element('line', { x1: at, y1: top - 4, x2: at, y2: bottom, stroke: LINE });
    const width = textWidth(label) * LETTER;
    if (at + 2 < free || at + width > WIDTH) return line;
    free = at + width;
    return [line, words(at + 2, top - 6, label, { fill: MUTED, size: 9 })];
  });
  return [ticks, element('line', { x1: 0, y1: top, x2: RIGHT, y2: top, stroke: '#8a989f' })];
}

function incident(chart: TimelineChart, bottom: number): Content {
  if (!chart.incident) return [];
  const { day, label } = chart.incident;
  const at = x(chart, day);
  const end = at > (LABELS + RIGHT) / 2;
  const line = { x1: at, y1: 2, x2: at, y2: bottom, stroke: INCIDENT, 'stroke-dasharray': '4 2' };
  return [
    element('line', line),
    words(end ? at - 3 : at + 3, 10, label, { fill: INCIDENT, size: 9, anchor: end ? 'end' : null }),
  ];
}

function rowGroup(chart: TimelineChart, row: ChartRow, top: number): Markup {
  const height = ROW_HEIGHT[row.look];
  const middle = top + height / 2;
  const label =
    row.look === 'outage'
      ? words(2, middle + 3.5, shortened(row.label), { fill: INK, size: 10 })
      : [
          words(2, top + 12, shortened(row.label), { fill: INK, size: 10, bold: true }),
          words(2, top + 25, shortened(row.detail), { fill: MUTED, size: 10 }),
        ];
  return element(
    'g',
    {},
    label,
    row.bars.map((bar) => barRect(chart, row, bar, middle)),
    row.open ? arrow(middle) : [],
    element('line', { x1: 0, y1: top + height, x2: RIGHT, y2: top + height, stroke: LINE }),
  );
}

function barRect(chart: TimelineChart, { look }: ChartRow, { from, to, vague }: Bar, middle: number): Markup {
  const left = x(chart, from);
  const width = Math.max(x(chart, to) - left, LEAST_BAR);
  const fill = vague ? HATCH : look === 'outage' ? OUTAGE : EXACT;
  const stroke = look === 'outage' ? OUTAGE : EXACT;
  return element('rect', {
    x: left,
    y: middle - BAR_HEIGHT / 2,
    width: Number(width.toFixed(2)),
    height: BAR_HEIGHT,
    fill,
    stroke,
    'stroke-width': 0.7,
  });
}

/** Where a bar goes on beyond the axis. */
function arrow(middle: number): Markup {
  return element('path', { d: `M${RIGHT} ${middle - 6}l7 6l-7 6z`, fill: EXACT });
}

interface Lettering {
  readonly fill: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly anchor?: 'end' | null;
}

function words(left: number, baseline: number, text: string, { fill, size, bold, anchor }: Lettering): Markup {
  const attributes = { x: left, y: baseline, fill, 'font-size': size, 'font-weight': bold ? 600 : null };
  return element('text', { ...attributes, 'text-anchor': anchor ?? null }, text);
}

/** As much of a text as there is room for beside the bars, in one line. */
function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (textWidth(line) <= LABEL_ROOM) return line;
  let kept = '';
  for (const letter of line) {
    if (textWidth(`${kept}${letter}…`) > LABEL_ROOM) break;
    kept += letter;
  }
  return `${kept}…`;
}
