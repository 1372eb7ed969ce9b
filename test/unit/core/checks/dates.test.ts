import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { jsonReport } from '../../../../src/core/report/jsonReport';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { cells, type GridCell, snapshotOf } from '../../support/grid';

/** A table of outages from 1 March 2020 with the days until each of the dates. */
function outages(dates: readonly string[], days: readonly number[]) {
  const rows: GridCell[][] = [
    'システム名 | 停止開始日 | 復旧日 | 停止日数 | 減額',
    ...dates.map((date, index) => `システム${index + 1} | d:2020-03-01 | ${date} | ${days[index] ?? 0} | 1000`),
    `合計 | | | | ${1000 * dates.length}`,
  ].map(cells);
  return checkDocument(findDocument(snapshotOf({ rows })), NO_TERMS);
}

const verdicts = (dates: readonly string[], days: readonly number[]) =>
  outages(dates, days)
    .findings.filter(({ kind }) => kind === 'day-count')
    .map(({ verdict }) => verdict);

test('both readings are told, in both languages and in the JSON report', () => {
  const verification = outages(['3/4/2020', '5/4/2020'], [33, 35]);
  const [first] = verification.findings.filter(({ kind }) => kind === 'date');
  if (!first) throw new Error('no finding');
  expect(first.verdict).toBe('not-checked');
  expect(renderMessage(first.message, 'ja')).toBe(
    '日付を検算していません。「3/4/2020」は、2020年4月3日、2020年3月4日のいずれとも読めます。',
  );
  expect(renderMessage(first.message, 'en')).toContain(
    '“3/4/2020” may mean any of these dates: 2020-04-03, 2020-03-04.',
  );
  const entry = jsonReport(verification, 'a.xlsx', 'ja').checks.find(({ kind }) => kind === 'date');
  expect(entry).toMatchObject({ readings: ['2020-04-03', '2020-03-04'] });
});

test('the other dates of the column tell the order', () => {
  expect(verdicts(['3/4/2020', '5/4/2020', '26/3/2020'], [33, 35, 25])).toEqual(['agrees', 'agrees', 'agrees']);
  expect(verdicts(['3/4/2020', '5/4/2020', '3/26/2020'], [3, 64, 25])).toEqual(['agrees', 'agrees', 'agrees']);
});

test('eight digits in a column of dates are dates, typed as texts or as numbers', () => {
  expect(verdicts(["'20200403", "'20200405", "'20200326"], [33, 35, 25])).toEqual(['agrees', 'agrees', 'agrees']);
  expect(verdicts(['20200403', '20200405', '20200326'], [33, 35, 25])).toEqual(['agrees', 'agrees', 'agrees']);
});

test('a range that ends before it begins disagrees', () => {
  const [finding] = outages(['2020年4月3日～2020年4月1日', '2020年4月5日'], [33, 35]).findings.filter(
    ({ kind }) => kind === 'date',
  );
  expect(finding?.verdict).toBe('disagrees');
  expect(finding && renderMessage(finding.message, 'ja')).toBe(
    '「2020年4月3日～2020年4月1日」は、終わりが始まりより前です。',
  );
});

test.each([
  [
    '令和元年4月30日',
    '「令和元年4月30日」は暦にない日付です。令和は2019年5月1日からです。',
    '“令和元年4月30日” is not a date that exists: the era Reiwa began on 2019-05-01.',
  ],
  [
    '平成32年3月31日',
    '「平成32年3月31日」は暦にない日付です。平成は2019年4月30日までです。',
    '“平成32年3月31日” is not a date that exists: the era Heisei ended on 2019-04-30.',
  ],
  [
    '2020/4/31',
    '「2020/4/31」は暦にない日付です。この月は2020年4月30日までです。',
    '“2020/4/31” is not a date that exists: the month ends on 2020-04-30.',
  ],
  [
    '2月30日',
    '「2月30日」は暦にない日付です。2 月は、どの年も 29 日までです。',
    '“2月30日” is not a date that exists: month 2 has 29 days at most.',
  ],
  [
    '2020/13/1',
    '「2020/13/1」は暦にない日付です。月は 1 月から 12 月までです。',
    '“2020/13/1” is not a date that exists: months are numbered from 1 to 12.',
  ],
  [
    '令和2年(2019年)6月9日',
    '「令和2年(2019年)6月9日」の和暦と西暦が合いません。令和 2 年は西暦 2020 年です。',
    'The two years in “令和2年(2019年)6月9日” are not the same: year 2 of Reiwa is 2020.',
  ],
  ['31/4/2020', '「31/4/2020」は暦にない日付です。', '“31/4/2020” is not a date that exists.'],
  [
    '2020年4月3日（土）',
    '「2020年4月3日（土）」の曜日が違います。2020年4月3日は金曜日で、記載は土曜日です。',
    'The weekday in “2020年4月3日（土）” is wrong: 2020-04-03 is a Friday, not a Saturday.',
  ],
])('%s disagrees, and why', (printed, japanese, english) => {
  const [finding] = outages([printed, '2020年4月5日'], [33, 35]).findings.filter(({ kind }) => kind === 'date');
  expect(finding?.verdict).toBe('disagrees');
  expect(finding && renderMessage(finding.message, 'ja')).toBe(japanese);
  expect(finding && renderMessage(finding.message, 'en')).toBe(english);
});
