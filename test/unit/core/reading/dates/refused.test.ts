import { shown, UNDER_2019 } from './shown';

describe('days that no calendar has', () => {
  test.each([
    ['2月30日', 'no year has it'],
    ['4月31日', 'no year has it'],
    ['2019年2月29日', 'no leap year'],
    ['2019/2/30', 'no year has it'],
    ['2020/2/30', 'no year has it'],
    ['2019/4/31', 'no year has it'],
    ['31 April 2019', 'no year has it'],
    ['April 31, 2019', 'no year has it'],
    ['Feb 29, 2019', 'no leap year'],
    ['31/4/2019', 'in neither order'],
    ['2019-13-01', 'no such month'],
    ['2019/13', 'no such month'],
    ['2019/0/4', 'no such month'],
    ['2019年0月4日', 'no such month'],
    ['2019/12/0', 'no such day'],
    ['2019年12月32日', 'no such day'],
    ['令和元年4月30日', 'the era began on 1 May 2019'],
    ['令和元年4月', 'the era began on 1 May 2019'],
    ['令和元年1月～4月', 'the era began on 1 May 2019'],
    ['平成31年5月1日', 'the era ended on 30 April 2019'],
    ['平成31年5月', 'the era ended on 30 April 2019'],
    ['平成31年12月4日', 'the era ended on 30 April 2019'],
    ['平成32年3月31日', 'the era ended on 30 April 2019'],
    ['昭和64年1月8日', 'the era ended on 7 January 1989'],
    ['平成元年1月7日', 'the era began on 8 January 1989'],
    ['大正15年12月25日', 'the era ended on 24 December 1926'],
    ['明治45年7月30日', 'the era ended on 29 July 1912'],
    ['昭和0年1月1日', 'years of an era begin with 1'],
    ['令和2年(2019年)6月9日', 'two years that are not one'],
    ['2019年12月4日（令和2年12月4日）', 'two days that are not one'],
  ])('%s: %s', (text) => {
    expect(shown(text)).toBe('impossible-date');
  });

  test.each([
    ['2月29日', 'no leap year'],
    ['12月32日', 'no such day'],
    ['2/30', 'no year has it'],
    ['同月32日', 'no such day'],
  ])('%s under a heading 2019年: %s', (text) => {
    expect(shown(text, UNDER_2019)).toBe('impossible-date');
  });
});

describe('ranges that end before they begin', () => {
  test.each(['2019年12月9日～2019年12月4日', '2019/12/9～2019/12/4', 'R1.12.9～R1.12.4', 'Dec 9–4, 2019'])(
    '%s',
    (text) => {
      expect(shown(text)).toBe('reversed-range');
    },
  );
});

describe('dates that may be one of several', () => {
  test.each([
    ['3/4/2020', '4 March or 3 April'],
    ['03/04/2020', '4 March or 3 April'],
    ['3.4.2020', '4 March or 3 April'],
    ['3-4-2020', '4 March or 3 April'],
    ['3/4/20', '4 March or 3 April'],
    ['3.4.20', '4 March or 3 April'],
    ['20/3/4', '2020, or 平成20年'],
    ['19/12/4', '2019, or 平成19年'],
    ['13/4/20', '2013, or 13 April 2020'],
    ['31/12/19', '2031, or 31 December 2019'],
    ['31.4.1', '2031, or 平成31年'],
    ['44/4/20', '2044, or 昭和44年'],
    ['19年12月4日', '2019, or a year of an era that is not named'],
    ['元年12月4日', 'the first year of an era that is not named'],
    ['2019年上期', 'January to June, or April to September'],
    ['2019年下期', 'July to December, or October to March'],
  ])('%s: %s', (text) => {
    expect(shown(text)).toBe('ambiguous-date');
  });
});

describe('dates without a year, with nothing to take it from', () => {
  test.each([
    '12月4日',
    '12/4',
    '1/2',
    '5月',
    '2月29日',
    '2月下旬',
    '12月4日～9日',
    '～12月9日',
    'Dec 4',
    '4 December',
    'may 4',
  ])('%s', (text) => {
    expect(shown(text)).toBe('no-year');
  });
});

describe('no dates', () => {
  test.each([
    ['', 'nothing'],
    ['未定', 'says that there is none yet'],
    ['調査中', 'says that there is none yet'],
    ['なし', 'says that there is none'],
    ['なし（2019年12月4日まで）', 'a date is not all that it says'],
    ['2019年12月4日に復旧', 'a date is not all that it says'],
    ['2019年12月4日付文書', 'a date is not all that it says'],
    ['2019年12月4日（2020年1月7日）', 'two dates'],
    ['12月4日及び9日', 'two dates'],
    ['12月4日、9日', 'two dates'],
    ['12月4日・9日', 'two dates'],
    ['12月4、5日', 'two dates'],
    ['12月4日→9日', 'may be a change of the date as well as a range'],
    ['12月4日－', 'a dash may be all that is left of something'],
    ['2019年12月から3か月間', 'a duration'],
    ['令和元年12月4日～3年', 'a duration, or a year of the era'],
    ['平成31年4月1日～2年3月31日', 'the second year is of another era, which is not named'],
    ['23日間', 'a duration'],
    ['3か月', 'a duration'],
    ['10年間', 'a duration'],
    ['2019年間', 'a duration'],
    ['10年', 'a duration, or a year of an era that is not named'],
    ['3年', 'a duration, or a year of an era that is not named'],
    ['20時間', 'a duration'],
    ['1h30', 'a duration'],
    ['12:30', 'a time of day'],
    ['12時30分', 'a time of day'],
    ['30日', 'a count of days, or a day of no known month'],
    ['4日', 'a count of days, or a day of no known month'],
    ['12月分', 'what a fee is for'],
    ['2019年12月分', 'what a fee is for'],
    ['2019年12月度', 'a month as accounts count it, from the 21st for example'],
    ['2020年3月期', 'a year of accounts that ends in that month'],
    ['12月号', 'an issue'],
    ['2019年春', 'no rule says which days that are'],
    ['2019年半ば', 'no rule says which days that are'],
    ['early 2020', 'no rule says which days that are'],
    ['late 2019', 'no rule says which days that are'],
    ['mid-2019', 'no rule says which days that are'],
    ['第1四半期', 'of no known year'],
    ['上半期', 'of no known year'],
    ['本日', 'the day of writing is not known'],
    ['昨日', 'the day of writing is not known'],
    ['先月', 'the day of writing is not known'],
    ['今月', 'the day of writing is not known'],
    ['来月', 'the day of writing is not known'],
    ['水曜日', 'every week has one'],
    ['Monday', 'every week has one'],
    ['May', 'a word, too'],
    ['March', 'a word, too'],
    ['Dec-19', 'December 2019 or 19 December'],
    ['marketing 4', 'begins like a month'],
    ['decided 5', 'begins like a month'],
    ['令和', 'an era alone'],
    ['令和　年　月　日', 'still to be filled in'],
    ['令和2年　月　日', 'still to be filled in'],
    ['2020年6月　日', 'still to be filled in'],
    ['20191204', 'an amount as well; in a column of dates it is one'],
    ['2019.12', 'a decimal'],
    ['2019 12 4', 'three numbers'],
    ['2019-20', 'a year of accounts, or pages'],
    ['2019–2020', 'a year of accounts, or two years'],
    ['19-12-04', 'a part number'],
    ['12-4', 'a house number'],
    ['12.4', 'a decimal'],
    ['2.3.4', 'a number of a section'],
    ['1-2-3', 'a house number'],
    ['03-1234-5678', 'a telephone number'],
    ['192.168.0.1', 'an address'],
    ['v1.2.3', 'a version'],
    ['1.2.3.4', 'a version'],
    ['2019.12.4.1', 'a version'],
    ['100/200', 'a fraction'],
    ['(1/2)', 'a page of two'],
    ['1,234', 'an amount'],
    ['0301', 'a number'],
    ['第3回', 'a number'],
    ['第12-4号', 'a number'],
    ['31財第123号', 'the number of a letter'],
    ['A-12-4', 'a part number'],
  ])('%s: %s', (text) => {
    expect(shown(text)).toBe('not-a-date');
    expect(shown(text, UNDER_2019)).toBe('not-a-date');
  });
});
