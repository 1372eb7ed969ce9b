import type { ObjectType, TypeName } from './objects';
import * as charts from './types/charts';
import * as conditional from './types/conditionalFormats';
import { dataValidation } from './types/dataValidation';
import { namedItem, namedItemCollection } from './types/names';
import { range, rangeAreas, rangeCollection } from './types/range';
import * as formats from './types/rangeFormat';
import * as workbook from './types/workbook';
import * as worksheet from './types/worksheet';

/** Every kind of object that the client can hold, with its members. */
export const catalogue: { readonly [K in TypeName]: ObjectType<K> } = {
  AddinInternalService: workbook.addinInternalService,
  Workbook: workbook.workbook,
  Application: workbook.application,
  WorkbookProtection: workbook.workbookProtection,
  Functions: workbook.functions,
  FunctionResult: workbook.functionResult,
  WorksheetCollection: workbook.worksheetCollection,
  Worksheet: worksheet.worksheet,
  WorksheetProtection: worksheet.worksheetProtection,
  FreezePanes: worksheet.freezePanes,
  PageLayout: worksheet.pageLayout,
  NamedItemCollection: namedItemCollection,
  NamedItem: namedItem,
  Range: range,
  RangeAreas: rangeAreas,
  RangeCollection: rangeCollection,
  RangeFormat: formats.rangeFormat,
  RangeFill: formats.rangeFill,
  RangeFont: formats.rangeFont,
  RangeBorders: formats.rangeBorders,
  RangeBorder: formats.rangeBorder,
  DataValidation: dataValidation,
  ConditionalFormatCollection: conditional.conditionalFormatCollection,
  ConditionalFormat: conditional.conditionalFormat,
  CustomConditionalFormat: conditional.customConditionalFormat,
  ConditionalFormatRule: conditional.conditionalFormatRule,
  ConditionalRangeFormat: conditional.conditionalRangeFormat,
  ConditionalRangeFill: conditional.conditionalRangeFill,
  ConditionalRangeFont: conditional.conditionalRangeFont,
  ChartCollection: charts.chartCollection,
  Chart: charts.chart,
  ChartTitle: charts.chartTitle,
  ChartLegend: charts.chartLegend,
  ChartAxes: charts.chartAxes,
  ChartAxis: charts.chartAxis,
  ChartSeriesCollection: charts.chartSeriesCollection,
  ChartSeries: charts.chartSeries,
  ChartSeriesFormat: charts.chartSeriesFormat,
  ChartFill: charts.chartFill,
};
