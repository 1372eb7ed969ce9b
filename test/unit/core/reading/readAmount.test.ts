import { figureInText, readAmount } from '../../../../src/core/reading/readAmount';
import { placeholderOf } from '../../../../src/core/reading/placeholders';
import { isDateFormat, readNumberCell } from '../../../../src/core/reading/readNumberCell';

/** `443000/1000 money`: value, worth of the last printed place where it is not 1, measure; `~` before an approximate figure. */
function shown(text: string): string | null {
  const reading = readAmount(text);
  if (!reading) return null;
  const unit = reading.unit.eq(1) ? '' : `/${reading.unit.toFixed()}`;
  return `${reading.approximate ? '~' : ''}${reading.value.toFixed()}${unit}${reading.measure ? ` ${reading.measure}` : ''}`;
}

describe('amounts of money', () => {
  test.each([
    ['2,288,868', '2288868'],
    ['2288868', '2288868'],
    ['0', '0'],
    ['２，２８８，８６８円', '2288868 money'],
    ['２２８８８６８', '2288868'],
    ['￥1,234', '1234 money'],
    ['¥1,234', '1234 money'],
    ['¥ 1,234', '1234 money'],
    ['\\1,234', '1234 money'],
    ['$1,234.50', '1234.5/0.01 money'],
    ['1,234 JPY', '1234 money'],
    ['1,234 yen', '1234 money'],
    ['金1,234円也', '1234 money'],
    ['¥1,234-', '1234 money'],
    ['1,234.-', '1234'],
    ['△1,234', '-1234'],
    ['△ 1,234', '-1234'],
    ['▲1,234', '-1234'],
    ['▲１，２３４円', '-1234 money'],
    ['(1,234)', '-1234'],
    ['（1,234）', '-1234'],
    ['−1,234', '-1234'],
    ['－1,234', '-1234'],
    ['-1,234', '-1234'],
    ['‐1,234', '-1234'],
    ['1,234-', '-1234'],
    ['-¥1,234', '-1234 money'],
    ['¥-1,234', '-1234 money'],
    ['¥△1,234', '-1234 money'],
    ['+1,234', '1234'],
    ['4億6,245万6,000円', '462456000 money'],
    ['4億6245万円', '462450000/10000 money'],
    ['443千円', '443000/1000 money'],
    ['3百万円', '3000000/1000000 money'],
    ['2千万円', '20000000/10000000 money'],
    ['3千5百万円', '35000000/1000000 money'],
    ['1.5億円', '150000000/10000000 money'],
    ['約280万円', '~2800000/10000 money'],
    ['およそ1,000円', '~1000 money'],
    ['280万円程度', '~2800000/10000 money'],
    ['1.50', '1.5/0.01'],
    ['1,234.5', '1234.5/0.1'],
    ['1.5 million yen', '1500000/100000 money'],
    ['1,234円 *1', '1234 money'],
    [' 1,234 ', '1234'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('day counts, quantities and rates', () => {
  test.each([
    ['23', '23'],
    ['23日', '23 days'],
    ['２３日間', '23 days'],
    ['114日', '114 days'],
    ['23 days', '23 days'],
    ['1 day', '1 days'],
    ['延べ 1,218 時間', '1218 other'],
    ['1,218時間', '1218 other'],
    ['11 件', '11 other'],
    ['8 人分', '8 other'],
    ['3か月', '3 other'],
    ['２式', '2 other'],
    ['7.5 hours', '7.5/0.1 other'],
    ['10%', '0.1/0.01 percent'],
    ['８％', '0.08/0.01 percent'],
    ['12.5%', '0.125/0.001 percent'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

test.each([
  '',
  '-',
  'なし',
  '〃',
  '＊',
  '1,23',
  '12,34,567',
  '1.234.567',
  '03-1234-5678',
  '0312345678',
  '第3回',
  'A-12',
  '2019/12/4',
  '12月4日',
  '(1,234',
  '1,234)',
  '1億2億円',
  '5万3億円',
  '金額',
  '1,234 5,678',
  '①',
  '8:30',
  '1234-5',
])('%s is no figure', (text) => {
  expect(shown(text)).toBeNull();
});

test.each([
  ['-', 'nil'],
  ['－', 'nil'],
  ['—', 'nil'],
  ['―', 'nil'],
  ['ー', 'nil'],
  ['−', 'nil'],
  ['…', 'nil'],
  ['　', 'nil'],
  ['なし', 'nil'],
  ['n/a', 'nil'],
  ['〃', 'ditto'],
  ['同上', 'ditto'],
  ['＊', 'withheld'],
  ['***', 'withheld'],
  ['非公開', 'withheld'],
  ['0', null],
  ['合計', null],
])('placeholder %s', (text, expected) => {
  expect(placeholderOf(text)).toBe(expected);
});

describe('a figure inside a label', () => {
  test.each([
    ['障害対応に伴い発生した費用 4,264,579 円', '4264579', '障害対応に伴い発生した費用'],
    ['システム復旧等に伴い発生した費用 65,555,407円', '65555407', 'システム復旧等に伴い発生した費用'],
    ['人件費\n（3,752,388円）', '3752388', '人件費'],
    ['人件費　￥3,752,388', '3752388', '人件費'],
    ['人件費 計3,752千円', '3752000', '人件費 計'],
    ['Staff costs: 3,752,388', '3752388', 'Staff costs'],
    ['復旧費 △1,000円', '-1000', '復旧費'],
    ['約280万円の損失', '2800000', 'の損失'],
    ['1件 5,000円の費用 10,000円', '10000', '1件 5,000円の費用'],
  ])('%s', (text, value, label) => {
    const found = figureInText(text);
    expect(found?.figure.value.toFixed()).toBe(value);
    expect(found?.label).toBe(label);
  });

  test.each([
    '障害対応にかかった人件費 (時間外勤務時間延べ 1,218 時間)',
    '交通費 (旅行命令延べ 11 件(延べ 8 人分))',
    '子育て相談支援システム(1次)',
    '2019年度使用料減額',
    'サーバー 2',
    '第1,234号',
    '5,000円と6,000円の間',
    '4,264,579 円',
    'Area 51',
  ])('none in %s', (text) => {
    expect(figureInText(text)).toBeNull();
  });
});

test.each([
  [2288868, '#,##0', '2288868', '1'],
  [2288868.4, '#,##0', '2288868.4', '1'],
  [1.5, '0.00', '1.5', '0.01'],
  [443000, '#,##0,', '443000', '1000'],
  [443000, '#,##0,"千円"', '443000', '1000'],
  [443, '#,##0"千円"', '443', '1'],
  [462456000, '#,##0,,"百万円"', '462456000', '1000000'],
  [0.1, '0%', '0.1', '0.01'],
  [0.125, '0.0%', '0.125', '0.001'],
  [-1234, '#,##0;"△"#,##0', '-1234', '1'],
  [-1234, '#,##0_ ;[Red]\\-#,##0\\ ', '-1234', '1'],
  [0.1 + 0.2, 'General', '0.3', '0.1'],
  [23, '0"日間"', '23', '1'],
  [1234.5, '¥#,##0.00', '1234.5', '0.01'],
])('the number cell %s under %s', (value, format, expected, unit) => {
  const reading = readNumberCell(value, format);
  expect([reading.value.toFixed(), reading.unit.toFixed()]).toEqual([expected, unit]);
});

test.each([
  ['yyyy/m/d', true],
  ['yyyy"年"m"月"d"日"', true],
  ['[$-411]ggge"年"m"月"d"日"', true],
  ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', true],
  ['m/d', true],
  ['mmm-yy', true],
  ['yyyy/m/d h:mm', true],
  ['d', true],
  ['h:mm', false],
  ['[h]:mm', false],
  ['General', false],
  ['@', false],
  ['#,##0', false],
  ['[Red]#,##0', false],
  ['0"日"', false],
  ['#,##0"yen"', false],
  ['0.00E+00', false],
  ['#,##0_);[Red](#,##0)', false],
])('%s prints a date: %s', (format, expected) => {
  expect(isDateFormat(format)).toBe(expected);
});
