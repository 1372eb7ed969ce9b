import { about, behind, day, shown, span, UNDER_2019 } from './shown';

describe('counted from the event before, 18 December 2019', () => {
  test.each([
    ['同日', `${day('2019-12-18')} y`],
    ['同日午後', `${day('2019-12-18')} y`],
    ['同日17時', `${day('2019-12-18')} y`],
    ['翌日', `${day('2019-12-19')} y`],
    ['前日', `${day('2019-12-17')} y`],
    ['当日', `${day('2019-12-18')} y`],
    ['翌々日', `${day('2019-12-20')} y`],
    ['前々日', `${day('2019-12-16')} y`],
    ['同月', `${span('2019-12-01', '2019-12-31', 'month')} y`],
    ['同月30日', `${day('2019-12-30')} y`],
    ['同月末', `${about('2019-12-31')} y`],
    ['同月下旬', `${span('2019-12-21', '2019-12-31', 'third')} y`],
    ['翌月', `${span('2020-01-01', '2020-01-31', 'month')} y`],
    ['翌月5日', `${day('2020-01-05')} y`],
    ['翌月末', `${about('2020-01-31')} y`],
    ['翌々月5日', `${day('2020-02-05')} y`],
    ['前月', `${span('2019-11-01', '2019-11-30', 'month')} y`],
    ['前月末', `${about('2019-11-30')} y`],
    ['当月', `${span('2019-12-01', '2019-12-31', 'month')} y`],
    ['当月末', `${about('2019-12-31')} y`],
    ['同年3月', `${span('2019-03-01', '2019-03-31', 'month')} y`],
    ['同年3月5日', `${day('2019-03-05')} y`],
    ['同年末', `${about('2019-12-31')} y`],
    ['翌年', `${span('2020-01-01', '2020-12-31', 'year')} y`],
    ['翌年1月', `${span('2020-01-01', '2020-01-31', 'month')} y`],
    ['翌年1月7日', `${day('2020-01-07')} y`],
    ['前年12月', `${span('2018-12-01', '2018-12-31', 'month')} y`],
    ['同年度', `${span('2019-04-01', '2020-03-31', 'fiscal-year')} y`],
    ['翌年度', `${span('2020-04-01', '2021-03-31', 'fiscal-year')} y`],
    ['前年度', `${span('2018-04-01', '2019-03-31', 'fiscal-year')} y`],
    ['同30日', `${day('2019-12-30')} y`],
    ['同 30日', `${day('2019-12-30')} y`],
  ])('%s', (text, expected) => {
    expect(shown(text, UNDER_2019)).toBe(expected);
  });
});

test('翌5日 is the next day and must be the fifth', () => {
  expect(shown('翌5日', behind(2019, 12, 4))).toBe(`${day('2019-12-05')} y`);
  expect(shown('翌5日', behind(2019, 12, 18))).toBe('impossible-date');
});

test('年度 of a day in March is the one that ends with it', () => {
  expect(shown('同年度', behind(2020, 3, 31))).toBe(`${span('2019-04-01', '2020-03-31', 'fiscal-year')} y`);
  expect(shown('翌年度', behind(2020, 3, 31))).toBe(`${span('2020-04-01', '2021-03-31', 'fiscal-year')} y`);
});

test('months are counted over the end of a year', () => {
  expect(shown('翌々月5日', behind(2019, 11, 30))).toBe(`${day('2020-01-05')} y`);
  expect(shown('前月末', behind(2020, 1, 7))).toBe(`${about('2019-12-31')} y`);
});

test.each(['同日', '翌日', '同月30日', '翌月', '同年3月', '翌年度', '同30日', '翌5日'])(
  '%s behind no event',
  (text) => {
    expect(shown(text)).toBe('no-year');
  },
);
