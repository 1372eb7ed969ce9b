import { type CellRange, parseArea } from '../../core/sheets/address';
import type { Element } from '../../workbooks/xlsx/xmlPart';
import type { ChartAxisModel, ChartModel, ChartSeriesModel } from '../model/features';
import type { SheetModel } from '../model/sheetModel';
import { columnPoints, rowPoints, spanPoints } from '../model/sizes';

const EMU_PER_POINT = 12_700;

/** One chart of a drawing: where it is anchored, and its own part. */
export interface ChartSource {
  readonly anchor: Element;
  readonly part: Element;
}

/** The anchors of a drawing part that hold a chart, with the relationship id of the chart's part. */
export function chartAnchors(drawing: Element): { readonly anchor: Element; readonly relationship: string }[] {
  return children(drawing, 'twoCellAnchor').flatMap((anchor) => {
    const chart = at(anchor, 'graphicFrame', 'graphic', 'graphicData', 'chart');
    const id = chart ? [...chart.attributes].find((attribute) => attribute.localName === 'id') : undefined;
    return id ? [{ anchor, relationship: id.value }] : [];
  });
}

/** Reads bar and column charts; other kinds stay in the file alone. To be called when the sheet has its sizes. */
export function readChart(sheet: SheetModel, { anchor, part }: ChartSource): void {
  const plot = at(part, 'chart', 'plotArea');
  const bars = plot ? children(plot, 'barChart')[0] : undefined;
  if (!plot || !bars) return;
  const [values, categories] = [children(plot, 'valAx')[0], children(plot, 'catAx')[0]];
  const title = at(part, 'chart', 'title');
  const direction = valueOf(bars, 'barDir') === 'col' ? 'Column' : 'Bar';
  const gap = Number(valueOf(bars, 'gapWidth') ?? NaN);
  const series = children(bars, 'ser').map((element) => seriesOf(element, Number.isFinite(gap) ? gap : null));
  const chart: ChartModel = {
    id: `{CHART-F${sheet.charts.length + 1}}`,
    name: at(anchor, 'graphicFrame', 'nvGraphicFramePr', 'cNvPr')?.getAttribute('name') ?? '',
    type: `${direction}${valueOf(bars, 'grouping') === 'stacked' ? 'Stacked' : 'Clustered'}`,
    title: title ? (title.textContent ?? '') : null,
    legendVisible: at(part, 'chart', 'legend') !== undefined,
    series,
    valueAxis: axisOf(values, categories),
    categoryAxis: axisOf(categories, values),
    ...placeOf(sheet, anchor),
  };
  sheet.charts.push(chart);
}

/** The child elements of a local name, whatever their namespace: drawings mix three. */
function children(parent: Element, name: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 1 && (node as Element).localName === name) found.push(node as Element);
  }
  return found;
}

function at(parent: Element, ...path: readonly string[]): Element | undefined {
  let element: Element | undefined = parent;
  for (const name of path) element = element ? children(element, name)[0] : undefined;
  return element;
}

function valueOf(parent: Element | undefined, name: string): string | null {
  return (parent ? children(parent, name)[0] : undefined)?.getAttribute('val') ?? null;
}

function seriesOf(element: Element, gapWidth: number | null): ChartSeriesModel {
  const name = at(element, 'tx', 'v') ?? at(element, 'tx', 'strRef', 'strCache', 'pt', 'v');
  return {
    name: name?.textContent ?? '',
    values: rangeOf(at(element, 'val', 'numRef', 'f')?.textContent),
    categories: rangeOf((at(element, 'cat', 'strRef', 'f') ?? at(element, 'cat', 'numRef', 'f'))?.textContent),
    fill: fillOf(at(element, 'spPr')),
    gapWidth,
  };
}

function fillOf(shape: Element | undefined): string | null | undefined {
  if (!shape) return undefined;
  if (children(shape, 'noFill').length > 0) return null;
  const color = at(shape, 'solidFill', 'srgbClr')?.getAttribute('val');
  return color ? `#${color.toUpperCase()}` : undefined;
}

function rangeOf(reference: string | null | undefined): CellRange | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference ?? '');
  const area = match?.[3] ? parseArea(match[3]) : null;
  const sheet = match?.[1]?.replace(/''/g, "'") ?? match?.[2];
  return area && sheet !== undefined ? { sheet, ...area } : null;
}

/** Where an axis is crossed is said by the other one. */
const CROSSINGS: Readonly<Record<string, string>> = { min: 'Minimum', max: 'Maximum' };

function axisOf(axis: Element | undefined, other: Element | undefined): ChartAxisModel {
  const scaling = axis ? children(axis, 'scaling')[0] : undefined;
  const number = (parent: Element | undefined, name: string) => {
    const text = valueOf(parent, name);
    return text === null ? null : Number(text);
  };
  const format = axis ? (children(axis, 'numFmt')[0]?.getAttribute('formatCode') ?? null) : null;
  return {
    minimum: number(scaling, 'min'),
    maximum: number(scaling, 'max'),
    majorUnit: number(axis, 'majorUnit'),
    numberFormat: format,
    reversed: valueOf(scaling, 'orientation') === 'maxMin',
    crossing: CROSSINGS[valueOf(other, 'crosses') ?? ''] ?? 'Automatic',
  };
}

function placeOf(sheet: SheetModel, anchor: Element) {
  const from = cornerOf(sheet, at(anchor, 'from'));
  const to = cornerOf(sheet, at(anchor, 'to'));
  return { left: from.left, top: from.top, width: to.left - from.left, height: to.top - from.top };
}

/** A corner of an anchor as points from the sheet's corner. */
function cornerOf(sheet: SheetModel, corner: Element | undefined): { left: number; top: number } {
  const number = (name: string) => Number(corner ? (children(corner, name)[0]?.textContent ?? 0) : 0);
  const left = number('colOff') / EMU_PER_POINT + spanPoints(0, number('col'), (column) => columnPoints(sheet, column));
  const top = number('rowOff') / EMU_PER_POINT + spanPoints(0, number('row'), (row) => rowPoints(sheet, row));
  return { left, top };
}
