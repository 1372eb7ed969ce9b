import { areaName, type CellArea, quoteSheetName } from '../../core/sheets/address';
import { BAR_GAP, type PlannedBarChart, type PlannedResult, type SheetPlan } from '../../core/sheets/sheetPlan';
import { type DateSystem, serialOfDate } from '../../core/values/calendar';
import { Decimal, decimalText } from '../../core/values/decimal';
import type { Dialect } from './dialect';
import { argb } from './styleTable';
import { DECLARATION, escapeXml } from './xmlText';

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

/** A planned chart as a chart part: a stacked bar chart whose first category stands on top. */
export function chartXml(chart: PlannedBarChart, plan: SheetPlan, dateSystem: DateSystem, dialect: Dialect): string {
  const text = (words: string) =>
    `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr sz="1200" b="1"/><a:t>${escapeXml(words)}</a:t></a:r></a:p></c:rich></c:tx>`;
  const series = chart.series.map(({ name, values, fill }, index) => {
    const shape = fill === null ? '<a:noFill/><a:ln><a:noFill/></a:ln>' : solid(fill);
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>` +
      `<c:spPr>${shape}</c:spPr><c:invertIfNegative val="0"/>` +
      `<c:cat><c:strRef><c:f>${reference(plan, chart.categories)}</c:f>${cache('strCache', plan, chart.categories, dateSystem)}</c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${reference(plan, values)}</c:f>${cache('numCache', plan, values, dateSystem)}</c:numRef></c:val></c:ser>`
    );
  });
  const { minimum, maximum, majorUnit, numberFormat } = chart.axis;
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${dialect.chart}" xmlns:a="${dialect.drawing}" xmlns:r="${dialect.relationships}">` +
    `<c:roundedCorners val="0"/><c:chart><c:title>${text(chart.title)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>` +
    '<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>' +
    `${series.join('')}<c:gapWidth val="${BAR_GAP}"/><c:overlap val="100"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>` +
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>` +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr/></a:p></c:txPr><c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="${maximum}"/><c:min val="${minimum}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350">${solid('#D9D9D9')}</a:ln></c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="${escapeXml(numberFormat)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr/></a:p></c:txPr><c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="max"/><c:majorUnit val="${majorUnit}"/></c:valAx>` +
    '</c:plotArea><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

/** The drawing part that places a sheet's charts; the n-th chart is its relationship `rId{n}`. */
export function drawingXml(plan: SheetPlan, dialect: Dialect): string {
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const anchors = plan.charts.map(({ title, position }, index) => {
    return (
      `<xdr:twoCellAnchor>${corner('from', position.left, position.top)}${corner('to', position.right + 1, position.bottom + 1)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${dialect.chart}"><c:chart xmlns:c="${dialect.chart}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return `${DECLARATION}<xdr:wsDr xmlns:xdr="${dialect.sheetDrawing}" xmlns:a="${dialect.drawing}" xmlns:r="${dialect.relationships}">${anchors.join('')}</xdr:wsDr>`;
}

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${argb(color).slice(2)}"/></a:solidFill>`;
}

function reference(plan: SheetPlan, area: CellArea): string {
  return escapeXml(`${quoteSheetName(plan.name)}!${areaName(area, true)}`);
}

/** The plotted values as they are now, so that the chart is right before anything recalculates it. */
function cache(kind: 'strCache' | 'numCache', plan: SheetPlan, area: CellArea, dateSystem: DateSystem): string {
  const points: string[] = [];
  let count = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = plottedValue(plan, row, column, dateSystem);
      if (value !== null) points.push(`<c:pt idx="${count}"><c:v>${escapeXml(value)}</c:v></c:pt>`);
      count++;
    }
  }
  const format = kind === 'numCache' ? '<c:formatCode>General</c:formatCode>' : '';
  return `<c:${kind}>${format}<c:ptCount val="${count}"/>${points.join('')}</c:${kind}>`;
}

function plottedValue(plan: SheetPlan, row: number, column: number, dateSystem: DateSystem): string | null {
  const content = plan.cells.find((cell) => cell.row === row && cell.column === column)?.content;
  switch (content?.kind) {
    case 'text':
    case 'link':
      return content.text;
    case 'number':
    case 'date':
    case 'boolean':
      return resultText(content.value, dateSystem);
    case 'formula':
      return resultText(content.result, dateSystem);
    default:
      return null;
  }
}

function resultText(result: PlannedResult, dateSystem: DateSystem): string {
  if (typeof result === 'string') return result;
  if (typeof result === 'boolean') return result ? '1' : '0';
  return Decimal.isDecimal(result) ? decimalText(result) : String(serialOfDate(result, dateSystem));
}
