import type { ChartAxisModel, ChartModel } from '../../model/features';
import type { SheetModel } from '../../model/sheetModel';
import { columnPoints, rowPoints, spanPoints } from '../../model/sizes';
import { addressOf, areaOf, colorOf, countOf, numberOf, oneOf, rangeOf, textOf, truthOf } from '../arguments';
import { type Argument, type HostObject, isHostObject, type ObjectType, type Scalar, type Targets } from '../objects';
import { HostError, itemNotFound, type Json } from '../protocol';
import { refuseWhenProtected } from './cells';

/** Chart kinds that this host can hold and draw. */
const KINDS = ['BarStacked', 'BarClustered', 'ColumnStacked', 'ColumnClustered'];
let lastId = 0;

function newAxis(): ChartAxisModel {
  return { minimum: null, maximum: null, majorUnit: null, numberFormat: null, reversed: false };
}

function touched({ sheet }: { readonly sheet: SheetModel }, work: () => void): null {
  refuseWhenProtected(sheet);
  work();
  sheet.layoutTouched();
  return null;
}

function chartObject(sheet: SheetModel, chart: ChartModel): HostObject {
  return { type: 'Chart', target: { sheet, chart } };
}

function add(sheet: SheetModel, [kindArgument, source]: readonly Argument[]): HostObject {
  refuseWhenProtected(sheet);
  const kind = textOf(kindArgument);
  if (!KINDS.includes(kind)) throw new HostError('ApiNotFound', `A chart of type ${kind} is not known here.`);
  const data = rangeOf(source);
  const area = areaOf(data);
  lastId += 1;
  const chart: ChartModel = {
    id: `{CHART-${lastId}}`,
    name: `Chart ${sheet.charts.length + 1}`,
    type: kind,
    title: null,
    legendVisible: true,
    series: [],
    valueAxis: newAxis(),
    categoryAxis: newAxis(),
    left: 0,
    top: 0,
    width: 360,
    height: 216,
  };
  // As Excel does with a range: one series a column.
  for (let column = area.left; column <= area.right; column += 1) {
    const values = { sheet: data.sheet.name, top: area.top, bottom: area.bottom, left: column, right: column };
    chart.series.push({
      name: `Series${column - area.left + 1}`,
      values,
      categories: null,
      fill: undefined,
      gapWidth: null,
    });
  }
  sheet.charts.push(chart);
  sheet.layoutTouched();
  return chartObject(sheet, chart);
}

function place({ sheet, chart }: Targets['Chart'], start: Argument, end: Argument): null {
  const first = cornerOf(start);
  const last = end === null || end === undefined ? first : cornerOf(end);
  return touched({ sheet }, () => {
    chart.left = spanPoints(0, first.left, (column) => columnPoints(sheet, column));
    chart.top = spanPoints(0, first.top, (row) => rowPoints(sheet, row));
    chart.width = spanPoints(first.left, last.right + 1, (column) => columnPoints(sheet, column));
    chart.height = spanPoints(first.top, last.bottom + 1, (row) => rowPoints(sheet, row));
  });
}

function cornerOf(value: Argument) {
  return isHostObject(value) ? areaOf(rangeOf(value)) : addressOf(value);
}

export const chartCollection: ObjectType<'ChartCollection'> = {
  items: (sheet) => sheet.charts.map((chart) => chartObject(sheet, chart)),
  item: (sheet, key) => {
    const chart = sheet.charts.find((other) => other.id === key || other.name === key);
    if (!chart) throw itemNotFound();
    return chartObject(sheet, chart);
  },
  methods: {
    Add: add,
    GetCount: (sheet) => sheet.charts.length,
    GetItemAt: (sheet, [index]) => {
      const chart = sheet.charts[countOf(index)];
      if (!chart) throw itemNotFound();
      return chartObject(sheet, chart);
    },
  },
};

function size(name: 'left' | 'top' | 'width' | 'height'): Scalar<Targets['Chart']> {
  return {
    get: ({ chart }) => chart[name],
    set: (target, value) => void touched(target, () => void (target.chart[name] = numberOf(value))),
  };
}

export const chart: ObjectType<'Chart'> = {
  id: ({ chart: { id } }) => id,
  scalars: {
    Id: { get: ({ chart: { id } }) => id },
    Name: {
      get: ({ chart: { name } }) => name,
      set: (target, value) => void touched(target, () => void (target.chart.name = textOf(value))),
    },
    ChartType: { get: ({ chart: { type } }) => type },
    Left: size('left'),
    Top: size('top'),
    Width: size('width'),
    Height: size('height'),
  },
  parts: {
    Title: (target) => ({ type: 'ChartTitle', target }),
    Legend: (target) => ({ type: 'ChartLegend', target }),
    Axes: (target) => ({ type: 'ChartAxes', target }),
    Series: (target) => ({ type: 'ChartSeriesCollection', target }),
  },
  methods: {
    SetPosition: (target, [start, end]) => place(target, start, end),
    Delete: (target) =>
      touched(target, () => void target.sheet.charts.splice(target.sheet.charts.indexOf(target.chart), 1)),
  },
};

export const chartTitle: ObjectType<'ChartTitle'> = {
  scalars: {
    Text: {
      get: ({ chart: { title } }) => title,
      set: (target, value) => void touched(target, () => void (target.chart.title = textOf(value))),
    },
    Visible: {
      get: ({ chart: { title } }) => title !== null,
      set: (target, value) =>
        void touched(target, () => void (target.chart.title = truthOf(value) ? (target.chart.title ?? '') : null)),
    },
  },
};

export const chartLegend: ObjectType<'ChartLegend'> = {
  scalars: {
    Visible: {
      get: ({ chart: { legendVisible } }) => legendVisible,
      set: (target, value) => void touched(target, () => void (target.chart.legendVisible = truthOf(value))),
    },
  },
};

export const chartAxes: ObjectType<'ChartAxes'> = {
  parts: {
    ValueAxis: (target) => ({ type: 'ChartAxis', target: { ...target, axis: target.chart.valueAxis } }),
    CategoryAxis: (target) => ({ type: 'ChartAxis', target: { ...target, axis: target.chart.categoryAxis } }),
  },
};

function bound(name: 'minimum' | 'maximum' | 'majorUnit'): Scalar<Targets['ChartAxis']> {
  return {
    get: ({ axis }): Json => axis[name] ?? '',
    set: (target, value) =>
      void touched(target, () => void (target.axis[name] = value === '' ? null : numberOf(value))),
  };
}

export const chartAxis: ObjectType<'ChartAxis'> = {
  scalars: {
    Minimum: bound('minimum'),
    Maximum: bound('maximum'),
    MajorUnit: bound('majorUnit'),
    NumberFormat: {
      get: ({ axis }) => axis.numberFormat ?? 'General',
      set: (target, value) => void touched(target, () => void (target.axis.numberFormat = textOf(value))),
    },
    Position: {
      get: ({ axis }) => axis.crossing ?? 'Automatic',
      set: (target, value) =>
        void touched(target, () => void (target.axis.crossing = oneOf(value, ['Automatic', 'Minimum', 'Maximum']))),
    },
    ReversePlotOrder: {
      get: ({ axis }) => axis.reversed,
      set: (target, value) => void touched(target, () => void (target.axis.reversed = truthOf(value))),
    },
  },
};

export const chartSeriesCollection: ObjectType<'ChartSeriesCollection'> = {
  items: ({ sheet, chart: owner }) =>
    owner.series.map((series): HostObject => ({ type: 'ChartSeries', target: { sheet, chart: owner, series } })),
  methods: {
    Add: ({ sheet, chart: owner }, [name]) => {
      refuseWhenProtected(sheet);
      const series = {
        name: name === null || name === undefined ? `Series${owner.series.length + 1}` : textOf(name),
        values: null,
        categories: null,
        fill: undefined,
        gapWidth: null,
      };
      owner.series.push(series);
      sheet.layoutTouched();
      return { type: 'ChartSeries', target: { sheet, chart: owner, series } };
    },
    GetCount: ({ chart: owner }) => owner.series.length,
    GetItemAt: ({ sheet, chart: owner }, [index]) => {
      const series = owner.series[countOf(index)];
      if (!series) throw itemNotFound();
      return { type: 'ChartSeries', target: { sheet, chart: owner, series } };
    },
  },
};

function sourceOf(range: Argument) {
  const target = rangeOf(range);
  return { sheet: target.sheet.name, ...areaOf(target) };
}

export const chartSeries: ObjectType<'ChartSeries'> = {
  scalars: {
    Name: {
      get: ({ series }) => series.name,
      set: (target, value) => void touched(target, () => void (target.series.name = textOf(value))),
    },
    GapWidth: {
      get: ({ series }) => series.gapWidth,
      set: (target, value) => void touched(target, () => void (target.series.gapWidth = countOf(value))),
    },
  },
  parts: { Format: (target) => ({ type: 'ChartSeriesFormat', target }) },
  methods: {
    SetValues: (target, [range]) => touched(target, () => void (target.series.values = sourceOf(range))),
    SetXAxisValues: (target, [range]) => touched(target, () => void (target.series.categories = sourceOf(range))),
    Delete: (target) =>
      touched(target, () => void target.chart.series.splice(target.chart.series.indexOf(target.series), 1)),
  },
};

export const chartSeriesFormat: ObjectType<'ChartSeriesFormat'> = {
  parts: { Fill: (target) => ({ type: 'ChartFill', target }) },
};

export const chartFill: ObjectType<'ChartFill'> = {
  methods: {
    Clear: (target) => touched(target, () => void (target.series.fill = null)),
    SetSolidColor: (target, [color]) => touched(target, () => void (target.series.fill = colorOf(color))),
  },
};
