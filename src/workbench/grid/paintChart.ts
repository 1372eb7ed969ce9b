import type { CellRange } from '../../core/sheets/address';
import { displayText } from '../../host/model/displayText';
import type { ChartModel } from '../../host/model/features';
import type { ModelCell } from '../../host/model/sheetModel';
import type { WorkbookModel } from '../../host/model/workbookModel';

/** What is needed of a canvas to draw on. */
export type Canvas = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
>;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const PIXELS_PER_POINT = 96 / 72;
const FAMILY = '"Yu Gothic UI", "Yu Gothic", Meiryo, "Hiragino Sans", "Noto Sans CJK JP", sans-serif';
const PALETTE = ['#4472c4', '#ed7d31', '#a5a5a5', '#ffc000', '#5b9bd5', '#70ad47'];
const INK = '#404040';
const GRID_LINE = '#d9d9d9';
const MARGIN = 10;
const TITLE_HEIGHT = 30;
const AXIS_HEIGHT = 24;
const LEGEND_HEIGHT = 24;
const LABEL_SHARE = 0.34;
const DEFAULT_GAP = 150;

/**
 * Draws a chart where it stands on its sheet, from the values that its cells have now. Horizontal stacked bars are drawn
 * as bars; of other kinds only the frame and the title.
 */
export function paintChart(canvas: Canvas, chart: ChartModel, model: WorkbookModel): void {
  const frame: Box = {
    left: chart.left * PIXELS_PER_POINT,
    top: chart.top * PIXELS_PER_POINT,
    width: chart.width * PIXELS_PER_POINT,
    height: chart.height * PIXELS_PER_POINT,
  };
  canvas.fillStyle = '#ffffff';
  canvas.fillRect(frame.left, frame.top, frame.width, frame.height);
  canvas.strokeStyle = GRID_LINE;
  canvas.lineWidth = 1;
  canvas.strokeRect(frame.left + 0.5, frame.top + 0.5, frame.width - 1, frame.height - 1);
  if (chart.title) {
    text(canvas, chart.title, frame.left + frame.width / 2, frame.top + TITLE_HEIGHT / 2 + 3, 'center', 14);
  }
  if (chart.type === 'BarStacked') paintBars(canvas, chart, model, frame);
}

function paintBars(canvas: Canvas, chart: ChartModel, model: WorkbookModel, frame: Box): void {
  const categories = cellsOf(model, chart.series.find((series) => series.categories)?.categories ?? null);
  const series = chart.series.map(({ name, values, fill }, index) => ({
    name,
    fill: fill === undefined ? (PALETTE[index % PALETTE.length] ?? INK) : fill,
    values: cellsOf(model, values).map((cell) => (typeof cell?.value === 'number' ? cell.value : 0)),
  }));
  const count = Math.max(categories.length, ...series.map(({ values }) => values.length));
  const axis = axisOf(chart, series);
  if (count === 0 || axis.maximum <= axis.minimum) return;

  const labels = LABEL_SHARE * frame.width;
  const legend = chart.legendVisible ? LEGEND_HEIGHT : 0;
  const plot: Box = {
    left: frame.left + MARGIN + labels,
    top: frame.top + (chart.title ? TITLE_HEIGHT : MARGIN) + 6,
    width: frame.width - labels - 3 * MARGIN,
    height: frame.height - (chart.title ? TITLE_HEIGHT : MARGIN) - AXIS_HEIGHT - legend - 12,
  };
  const at = (value: number) =>
    plot.left +
    (plot.width * (Math.min(Math.max(value, axis.minimum), axis.maximum) - axis.minimum)) /
      (axis.maximum - axis.minimum);

  paintAxis(canvas, plot, axis, at, chart.valueAxis.numberFormat ?? 'General', model);
  const band = plot.height / count;
  const thickness = band / (1 + (chart.series[0]?.gapWidth ?? DEFAULT_GAP) / 100);
  for (let index = 0; index < count; index += 1) {
    const place = chart.categoryAxis.reversed ? index : count - 1 - index;
    const middle = plot.top + band * (place + 0.5);
    const label = shortened(canvas, model.text(categories[index] ?? null), labels - MARGIN);
    text(canvas, label, plot.left - 6, middle, 'right', Math.min(12, Math.max(8, band * 0.8)));
    let reached = 0;
    for (const { fill, values } of series) {
      const from = at(reached);
      reached += values[index] ?? 0;
      if (fill === null) continue;
      canvas.fillStyle = fill;
      canvas.fillRect(from, middle - thickness / 2, at(reached) - from, thickness);
    }
  }
  if (legend > 0) paintLegend(canvas, series, frame);
}

interface Axis {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

function axisOf(chart: ChartModel, series: readonly { readonly values: readonly number[] }[]): Axis {
  const totals = (series[0]?.values ?? []).map((_, index) =>
    series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  );
  const minimum = chart.valueAxis.minimum ?? 0;
  const maximum = chart.valueAxis.maximum ?? Math.max(0, ...totals);
  return { minimum, maximum, step: chart.valueAxis.majorUnit ?? (maximum - minimum) / 5 };
}

function paintAxis(
  canvas: Canvas,
  plot: Box,
  axis: Axis,
  at: (value: number) => number,
  numberFormat: string,
  model: WorkbookModel,
): void {
  let free = -Infinity;
  for (let value = axis.minimum; axis.step > 0 && value <= axis.maximum; value += axis.step) {
    const x = at(value);
    canvas.strokeStyle = GRID_LINE;
    canvas.lineWidth = 1;
    canvas.beginPath();
    canvas.moveTo(x, plot.top);
    canvas.lineTo(x, plot.top + plot.height);
    canvas.stroke();
    const label = displayText(value, numberFormat, model.dateSystem);
    canvas.font = `10px ${FAMILY}`;
    const half = canvas.measureText(label).width / 2;
    // Labels that would run into each other are left out.
    if (x - half < free) continue;
    text(canvas, label, x, plot.top + plot.height + AXIS_HEIGHT / 2, 'center', 10);
    free = x + half + 6;
  }
}

function paintLegend(
  canvas: Canvas,
  series: readonly { readonly name: string; readonly fill: string | null }[],
  frame: Box,
): void {
  let x = frame.left + LABEL_SHARE * frame.width;
  const y = frame.top + frame.height - LEGEND_HEIGHT / 2 - 2;
  for (const { name, fill } of series) {
    if (fill === null) continue;
    canvas.fillStyle = fill;
    canvas.fillRect(x, y - 4, 8, 8);
    text(canvas, name, x + 12, y, 'left', 11);
    x += canvas.measureText(name).width + 32;
  }
}

function text(
  canvas: Canvas,
  words: string,
  x: number,
  y: number,
  align: 'left' | 'center' | 'right',
  size: number,
): void {
  canvas.fillStyle = INK;
  canvas.font = `${size}px ${FAMILY}`;
  canvas.textAlign = align;
  canvas.textBaseline = 'middle';
  canvas.fillText(words, x, y);
}

function shortened(canvas: Canvas, words: string, width: number): string {
  canvas.font = `12px ${FAMILY}`;
  if (canvas.measureText(words).width <= width) return words;
  let kept = words;
  while (kept.length > 1 && canvas.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}

function cellsOf(model: WorkbookModel, range: CellRange | null): (ModelCell | null)[] {
  const sheet = range ? model.sheet(range.sheet) : null;
  if (!range || !sheet) return [];
  const cells: (ModelCell | null)[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) cells.push(sheet.cell(row, column));
  }
  return cells;
}
