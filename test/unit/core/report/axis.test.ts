import { axisLabels, axisOf, chartAxis, columnEndFormula } from '../../../../src/core/report/timeline/axis';
import { compareDates, isoDate } from '../../../../src/core/values/calendar';
import { day } from './smallCase';

describe('the axis of the bars', () => {
  it.each([
    ['2019-12-04', '2019-12-04', 'day', 1, '2019-12-04'],
    ['2019-12-04', '2020-01-17', 'day', 45, '2019-12-04'],
    ['2019-12-04', '2020-01-18', 'week', 7, '2019-12-02'],
    ['2019-12-04', '2020-05-19', 'week', 25, '2019-12-02'],
    ['2019-12-04', '2021-06-30', 'month', 19, '2019-12-01'],
    ['1989-04-01', '2020-06-09', 'year', 32, '1989-01-01'],
    ['1900-01-01', '2020-06-09', 'year', 60, '1900-01-01'],
  ])('%s to %s: %s, %d columns from %s', (first, last, scale, count, start) => {
    const axis = axisOf(day(first), day(last));
    expect([axis.scale, axis.columns.length]).toEqual([scale, count]);
    expect(axis.columns[0] && isoDate(axis.columns[0])).toBe(start);
    expect([...axis.columns].sort(compareDates)).toEqual(axis.columns);
  });

  it('labels the months over weeks and the years over months', () => {
    expect(axisLabels(axisOf(day('2019-12-04'), day('2020-02-10')))).toEqual([
      { from: 0, to: 4, year: 2019, month: 12 },
      { from: 5, to: 8, year: 2020, month: 1 },
      { from: 9, to: 10, year: 2020, month: 2 },
    ]);
    expect(axisLabels(axisOf(day('2019-12-04'), day('2021-06-30'))).map(({ year, month }) => [year, month])).toEqual([
      [2019, null],
      [2020, null],
      [2021, null],
    ]);
  });

  it('ends a column where the next one begins', () => {
    expect(columnEndFormula('month', 'J$5')).toBe('EOMONTH(J$5,0)');
    expect(columnEndFormula('week', 'J$5')).toBe('J$5+6');
  });

  it('takes whole steps for the chart, about ten at most', () => {
    expect(chartAxis(day('2019-12-04'), day('2020-03-31'))).toEqual({ end: day('2020-04-08'), step: 14 });
    expect(chartAxis(day('2019-12-04'), day('2019-12-04'))).toEqual({ end: day('2019-12-05'), step: 1 });
  });
});
