import { numericOrderOf, possibleDays } from '../../../../../src/core/reading/numericOrder';
import { readDate } from '../../../../../src/core/reading/readDate';
import { isoDate } from '../../../../../src/core/values/calendar';
import { day, shown } from './shown';

test.each([
  ['3/4/2020', ['2020-04-03', '2020-03-04']],
  ['３／４／２０２０', ['2020-04-03', '2020-03-04']],
  ['3.4.20', ['2020-04-03', '2020-03-04']],
  ['20/3/4', ['2020-03-04', '2008-03-04']],
  ['19/12/04', ['2019-12-04', '2007-12-04', '2004-12-19']],
  ['02.6.9', ['2002-06-09', '2020-06-09']],
  ['31.4.1', ['2031-04-01', '2019-04-01']],
  ['19年12月4日', ['2019-12-04', '2007-12-04']],
  ['13/4/20', ['2013-04-20', '2001-04-20', '2020-04-13']],
  ['3/3/2020', ['2020-03-03']],
  ['26/12/2019', ['2019-12-26']],
  ['31/4/2019', []],
  ['2019/12/4', []],
  ['3/4/2020 and more', []],
  ['2019年上期', []],
])('the days that %s may mean', (text, expected) => {
  expect(possibleDays(text).map(isoDate)).toEqual(expected);
});

test.each([
  ['a number that is no month', ['3/4/2020', '26/12/2019', '5/5/2020'], 'day-first'],
  ['the other way round', ['3/4/2020', '12/26/2019'], 'month-first'],
  ['a printed weekday', ['3/4/2020 (Fri)', '5/4/2020'], 'day-first'],
  ['years of two digits', ['19/12/26', '31/12/04', '20/3/4'], null],
  ['years of two digits that no era had', ['99/12/26', '98/3/4'], 'year-first'],
  ['a sequence', ['1/10/2019', '2/12/2019', '3/1/2020', '1/2/2020'], 'day-first'],
  ['a sequence of three proves nothing', ['2/12/2019', '3/1/2020', '1/2/2020'], null],
  ['a sequence in either order', ['1/2/2020', '2/3/2020', '3/4/2020', '4/5/2020'], null],
  ['one day again and again', ['1/12/2019', '1/12/2019', '1/12/2019', '1/12/2019'], null],
  ['contradictions', ['26/12/2019', '12/26/2019', '3/4/2020'], null],
  ['nothing', ['2019/12/4', '12月4日', 'なし'], null],
])('the order that %s tells', (_, texts, expected) => {
  expect(numericOrderOf(texts)).toBe(expected);
});

test('a weekday tells which of two days is meant', () => {
  expect(shown('3/4/2020 (Fri)')).toBe(day('2020-04-03'));
  expect(shown('3/4/2020 (Wed)')).toBe(day('2020-03-04'));
  expect(shown('3/4/2020 (Sun)')).toBe('ambiguous-date');
});

test('the order of a column is kept at both ends of a range', () => {
  const context = { year: null, fiscal: false, previous: null, order: 'day-first' } as const;
  expect(readDate('3/4/2020–5/4/2020', context)).toMatchObject({
    start: { year: 2020, month: 4, day: 3 },
    end: { year: 2020, month: 4, day: 5 },
  });
});
