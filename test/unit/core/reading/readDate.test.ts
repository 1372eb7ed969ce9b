import { isoDate } from '../../../../src/core/values/calendar';
import { type DateContext, datesIn, matchDate, NO_CONTEXT, readDate } from '../../../../src/core/reading/readDate';

/** `2019-12-18(day)…2020-03-31(third)`, with `y` where the year was inferred and `w3` where the printed weekday is wrong. */
function shown(text: string, context: DateContext = NO_CONTEXT): string {
  const reading = readDate(text, context);
  if (typeof reading === 'string') return reading;
  const start = `${isoDate(reading.start)}(${reading.startPrecision})`;
  const end = reading.end === null ? 'open' : `${isoDate(reading.end)}(${reading.endPrecision})`;
  const single = start === end ? start : `${start}…${end}`;
  return `${single}${reading.inferredYear ? ' y' : ''}${reading.wrongWeekday === null ? '' : ` w${reading.wrongWeekday}`}`;
}

const day = (iso: string) => `${iso}(day)`;

describe('dates with a printed year', () => {
  test.each([
    ['2019/12/26', day('2019-12-26')],
    ['2019/1/6', day('2019-01-06')],
    ['2019.12.26', day('2019-12-26')],
    ['2019-12-26', day('2019-12-26')],
    ['２０１９／１２／２６', day('2019-12-26')],
    ['2019年12月26日', day('2019-12-26')],
    ['2019 年 12 月 26 日', day('2019-12-26')],
    ['２０１９年１２月２６日', day('2019-12-26')],
    ['西暦2019年12月26日', day('2019-12-26')],
    ['令和元年12月26日', day('2019-12-26')],
    ['令和1年12月26日', day('2019-12-26')],
    ['令和　元年　12月　26日', day('2019-12-26')],
    ['㋿元年12月26日', day('2019-12-26')],
    ['令2.6.9', day('2020-06-09')],
    ['R2.6.9', day('2020-06-09')],
    ['Ｒ２．６．９', day('2020-06-09')],
    ['R2/6/9', day('2020-06-09')],
    ['R2-6-9', day('2020-06-09')],
    ['r2.6.9', day('2020-06-09')],
    ['R元.12.4', day('2019-12-04')],
    ['H31.3.31', day('2019-03-31')],
    ['H31.4.30', day('2019-04-30')],
    ['平成31年4月30日', day('2019-04-30')],
    ['平31.4.30', day('2019-04-30')],
    ['S64.1.7', day('1989-01-07')],
    ['昭和64年1月7日', day('1989-01-07')],
    ['平成元年1月8日', day('1989-01-08')],
    ['大正15年12月24日', day('1926-12-24')],
    ['明治45年7月29日', day('1912-07-29')],
    ['令和2年(2020年)6月9日', day('2020-06-09')],
    ['令和２年（２０２０年）６月９日', day('2020-06-09')],
    ['2020年(令和2年)6月9日', day('2020-06-09')],
    ['2019年12月4日（水）', day('2019-12-04')],
    ['2019/12/4(水)', day('2019-12-04')],
    ['2019年12月4日水曜日', day('2019-12-04')],
    ['2019年12月4日（木）', `${day('2019-12-04')} w4`],
    ['2019/12/4 (Wed)', day('2019-12-04')],
    ['2019年11月4日（月・祝）', day('2019-11-04')],
    ['2019/12/4 10:23', day('2019-12-04')],
    ['2019年12月4日 午前10時23分', day('2019-12-04')],
    ['2019-12-04T10:23:00', day('2019-12-04')],
    ['2020/2/29', day('2020-02-29')],
    ['Dec 4, 2019', day('2019-12-04')],
    ['Dec. 4, 2019', day('2019-12-04')],
    ['December 4th, 2019', day('2019-12-04')],
    ['December 4 2019', day('2019-12-04')],
    ['4 December 2019', day('2019-12-04')],
    ['4th of December 2019', day('2019-12-04')],
    ['4-Dec-2019', day('2019-12-04')],
    ['Wed, 4 Dec 2019', day('2019-12-04')],
    ['Thu, 4 Dec 2019', `${day('2019-12-04')} w4`],
    ['26/12/2019', day('2019-12-26')],
    ['12/26/2019', day('2019-12-26')],
    ['3/3/2020', day('2020-03-03')],
    ['令和2年6月9日付', day('2020-06-09')],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('vague dates and ranges', () => {
  test.each([
    ['2020年2月下旬', '2020-02-21(third)…2020-02-29(third)'],
    ['2020年2月上旬', '2020-02-01(third)…2020-02-10(third)'],
    ['2020年2月初旬', '2020-02-01(third)…2020-02-10(third)'],
    ['2020年2月中旬', '2020-02-11(third)…2020-02-20(third)'],
    ['2020年3月', '2020-03-01(month)…2020-03-31(month)'],
    ['2019年', '2019-01-01(year)…2019-12-31(year)'],
    ['2019年度', '2019-04-01(fiscal-year)…2020-03-31(fiscal-year)'],
    ['令和元年度', '2019-04-01(fiscal-year)…2020-03-31(fiscal-year)'],
    ['令和2年度第4四半期', '2021-01-01(quarter)…2021-03-31(quarter)'],
    ['2020年第1四半期', '2020-01-01(quarter)…2020-03-31(quarter)'],
    ['2020年3月頃', '2020-03-01(about)…2020-03-31(about)'],
    ['2020年3月6日ごろ', '2020-03-06(about)'],
    ['2020年3月末', '2020-03-31(about)'],
    ['2020年3月6日以降', '2020-03-06(from)…open'],
    ['2020年3月6日～', '2020-03-06(from)…open'],
    ['2020年3月6日から', '2020-03-06(from)…open'],
    ['2020年3月6日まで', '2020-03-06(until)'],
    ['2019年12月18日～2020年3月下旬', '2019-12-18(day)…2020-03-31(third)'],
    ['2019年12月18日〜2020年3月下旬', '2019-12-18(day)…2020-03-31(third)'],
    ['2019年12月18日－2020年3月下旬', '2019-12-18(day)…2020-03-31(third)'],
    ['2019年12月18日から2020年3月下旬まで', '2019-12-18(day)…2020-03-31(third)'],
    ['2019年12月18日から22日まで', '2019-12-18(day)…2019-12-22(day)'],
    ['2019年12月18日～1月7日', '2019-12-18(day)…2020-01-07(day)'],
    ['2019年12月～3月', '2019-12-01(month)…2020-03-31(month)'],
    ['2019/12/4～2019/12/26', '2019-12-04(day)…2019-12-26(day)'],
    ['2019/12/4-12/26', '2019-12-04(day)…2019-12-26(day)'],
    ['2019/12/4-26', '2019-12-04(day)…2019-12-26(day)'],
    ['2019-12-04 - 2019-12-26', '2019-12-04(day)…2019-12-26(day)'],
    ['R1.12.4～R2.3.31', '2019-12-04(day)…2020-03-31(day)'],
    ['Dec 18, 2019 – Mar 6, 2020', '2019-12-18(day)…2020-03-06(day)'],
    ['from 4 December 2019 to 26 December 2019', '2019-12-04(day)…2019-12-26(day)'],
    ['late March 2020', '2020-03-21(third)…2020-03-31(third)'],
    ['December 2019', '2019-12-01(month)…2019-12-31(month)'],
    ['Q4 2019', '2019-10-01(quarter)…2019-12-31(quarter)'],
    ['since 4 December 2019', '2019-12-04(from)…open'],
    ['until 4 December 2019', '2019-12-04(until)'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('dates whose year comes from elsewhere', () => {
  const under2019 = { year: 2019, fiscal: false, previous: null };
  const fiscal2019 = { year: 2019, fiscal: true, previous: null };
  const after = (year: number, month: number, dayOfMonth: number) => ({
    year: null,
    fiscal: false,
    previous: { year, month, day: dayOfMonth },
  });
  test.each([
    ['12月4日', under2019, `${day('2019-12-04')} y`],
    ['12月4日（水）', under2019, `${day('2019-12-04')} y`],
    ['３月　６日', { ...under2019, year: 2020 }, `${day('2020-03-06')} y`],
    ['3月 6日', { ...under2019, year: 2020 }, `${day('2020-03-06')} y`],
    ['12/4', under2019, `${day('2019-12-04')} y`],
    ['2月下旬', { ...under2019, year: 2020 }, '2020-02-21(third)…2020-02-29(third) y'],
    ['12月18日～2020年3月下旬', under2019, '2019-12-18(day)…2020-03-31(third) y'],
    ['12月18日～22日', under2019, '2019-12-18(day)…2019-12-22(day) y'],
    ['12/4-6', under2019, '2019-12-04(day)…2019-12-06(day) y'],
    ['2月1日', fiscal2019, `${day('2020-02-01')} y`],
    ['12月1日', fiscal2019, `${day('2019-12-01')} y`],
    ['1月7日', after(2019, 12, 18), `${day('2020-01-07')} y`],
    ['12月20日', after(2019, 12, 18), `${day('2019-12-20')} y`],
    ['12月10日', after(2019, 12, 18), `${day('2019-12-10')} y`],
    ['同日', after(2019, 12, 18), `${day('2019-12-18')} y`],
    ['翌日', after(2019, 12, 31), `${day('2020-01-01')} y`],
    ['同30日', after(2019, 12, 18), `${day('2019-12-30')} y`],
    ['同月30日', after(2019, 12, 18), `${day('2019-12-30')} y`],
    ['翌月5日', after(2019, 12, 18), `${day('2020-01-05')} y`],
    ['同年12月30日', after(2019, 12, 18), `${day('2019-12-30')} y`],
    ['翌年3月1日', after(2019, 12, 18), `${day('2020-03-01')} y`],
    ['2020年1月7日', under2019, day('2020-01-07')],
    ['Dec 4', under2019, `${day('2019-12-04')} y`],
    ['4 December', under2019, `${day('2019-12-04')} y`],
  ])('%s', (text, context, expected) => {
    expect(shown(text, context)).toBe(expected);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['2月30日', 'impossible-date'],
    ['13月1日', 'impossible-date'],
    ['2019/2/29', 'impossible-date'],
    ['2019年2月30日', 'impossible-date'],
    ['令和元年4月', 'impossible-date'],
    ['令和元年4月30日', 'impossible-date'],
    ['昭和64年2月', 'impossible-date'],
    ['平成31年5月1日', 'impossible-date'],
    ['令和0年5月1日', 'impossible-date'],
    ['令和2年(2019年)6月9日', 'impossible-date'],
    ['4/12/2019', 'ambiguous-date'],
    ['19/12/4', 'ambiguous-date'],
    ['19.12.4', 'ambiguous-date'],
    ['12月4日', 'no-year'],
    ['12/4', 'no-year'],
    ['同日', 'no-year'],
    ['同30日', 'no-year'],
    ['2月下旬', 'no-year'],
    ['復旧済み', 'not-a-date'],
    ['未定', 'not-a-date'],
    ['', 'not-a-date'],
    ['2019/12/26に復旧', 'not-a-date'],
    ['03-1234-5678', 'not-a-date'],
    ['1,234', 'not-a-date'],
    ['23日', 'not-a-date'],
    ['23日間', 'not-a-date'],
    ['May', 'not-a-date'],
    ['192.168.0.1', 'not-a-date'],
    ['2-1-4', 'not-a-date'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

test('the printed part keeps the original signs', () => {
  const reading = readDate(' １２月１８日〜２０２０年３月下旬　', { year: 2019, fiscal: false, previous: null });
  expect(reading).toMatchObject({ printed: '１２月１８日〜２０２０年３月下旬' });
});

test('a date before other text is matched with its length', () => {
  const match = matchDate('2019年12月4日に発生した障害', NO_CONTEXT);
  expect(match).toMatchObject({ index: 0, length: '2019年12月4日'.length });
});

test('dates inside a running text', () => {
  const dates = datesIn('発生は2019年12月4日、復旧は令和2年3月31日。以降8:30に報告、1,218 時間。', NO_CONTEXT);
  expect(dates.map(({ reading }) => (typeof reading === 'string' ? reading : isoDate(reading.start)))).toEqual([
    '2019-12-04',
    '2020-03-31',
  ]);
});
