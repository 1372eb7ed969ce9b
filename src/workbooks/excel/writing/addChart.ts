import { areaName, cellName } from '../../../core/sheets/address';
import { BAR_GAP, type PlannedBarChart } from '../../../core/sheets/sheetPlan';

/** Draws a planned chart over its cells: stacked bars, the first category on top, the value axis below. */
export function addChart(sheet: Excel.Worksheet, planned: PlannedBarChart): void {
  const [first, ...others] = planned.series;
  if (!first) return;
  const categories = sheet.getRange(areaName(planned.categories));
  // From one column Excel makes exactly one series; from more it would guess which of them are categories.
  const chart = sheet.charts.add('BarStacked', sheet.getRange(areaName(first.values)), 'Columns');
  chart.setPosition(
    cellName({ row: planned.position.top, column: planned.position.left }),
    cellName({ row: planned.position.bottom, column: planned.position.right }),
  );
  chart.title.text = planned.title;
  chart.legend.visible = false;

  const start = chart.series.getItemAt(0);
  start.name = first.name;
  setSeries(sheet, start, first, categories);
  for (const one of others) setSeries(sheet, chart.series.add(one.name), one, categories);

  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.minimum = planned.axis.minimum;
  valueAxis.maximum = planned.axis.maximum;
  valueAxis.majorUnit = planned.axis.majorUnit;
  valueAxis.numberFormat = planned.axis.numberFormat;
  categoryAxis.reversePlotOrder = true;
  // In reverse order the value axis would stand on top: it crosses where the last category is.
  categoryAxis.position = 'Maximum';
}

function setSeries(
  sheet: Excel.Worksheet,
  series: Excel.ChartSeries,
  { values, fill }: PlannedBarChart['series'][number],
  categories: Excel.Range,
): void {
  series.setValues(sheet.getRange(areaName(values)));
  series.setXAxisValues(categories);
  series.gapWidth = BAR_GAP;
  if (fill === null) series.format.fill.clear();
  else series.format.fill.setSolidColor(fill);
}
