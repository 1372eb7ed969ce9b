import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { cells, type GridCell, snapshotOf } from '../../support/grid';

/** Verdicts of the days of two rows, the second with other days. 2024-04-29, a Monday, is a holiday in Japan. */
function verdicts(header: string, days: number, notes: readonly string[] = []): string[] {
  const rows: GridCell[][] = [
    `システム名 | 停止開始日 | 復旧日 | ${header} | 減額`,
    '住民記録 | d:2024-04-01 | d:2024-04-15 | 10 | 132000',
    `税務 | d:2024-04-22 | d:2024-05-01 | ${days} | 115500`,
    '合計 | | | | 247500',
    ...notes,
  ].map(cells);
  return checkDocument(findDocument(snapshotOf({ rows })), NO_TERMS)
    .findings.filter(({ kind }) => kind === 'day-count')
    .map(({ verdict, rule }) => `${verdict} ${rule?.id ?? ''}`.trim());
}

const FIRST = 'explained day-count.weekdays.start-in-end-out';

test.each([
  ['weekdays', '停止日数（営業日）', 7, 'explained day-count.weekdays.start-in-end-out'],
  ['both ends in', '営業日数', 8, 'explained day-count.weekdays.both-in'],
  ['a holiday may have been taken off', '停止日数（土日祝除く）', 5, 'not-checked'],
  ['more than there are', '停止日数（営業日）', 9, 'disagrees'],
  ['in English', 'Business days', 7, 'explained day-count.weekdays.start-in-end-out'],
])('%s', (_, header, days, expected) => {
  expect(verdicts(header, days)).toEqual([FIRST, expected]);
});

test('a note below the table says it as well', () => {
  expect(verdicts('停止日数', 7, ['※ 停止日数は、土日祝日を除いて算定した。'])).toEqual([FIRST, FIRST]);
});

test('without a word of it no weekend is left out', () => {
  expect(verdicts('停止日数', 9)).toEqual(['disagrees', 'agrees']);
});
