import { findDocument } from '../../../../src/core/tables/findDocument';
import { isoDate } from '../../../../src/core/values/calendar';
import { snapshotOf, textSheet } from '../../support/grid';

const find = (text: string) => findDocument(snapshotOf(textSheet(text)));

test.each([
  ['障害発生日 | d:2019-12-04\n報告日 | d:2020-01-10', '2019-12-04'],
  ['起算日：令和元年12月4日', '2019-12-04'],
  ['1 使用料減額のシステム別内訳(2019年12月4日から復旧まで)', '2019-12-04'],
  ['令和2年6月9日 資料\n2019年12月4日に発生した障害について', '2019-12-04'],
  ['Report of 10 January 2020\nOutage of 4 December 2019', '2019-12-04'],
  ['Incident date | d:2019-12-04', '2019-12-04'],
  [
    '経過\n年月日 | 内容\nd:2019-11-05 | 契約を更新\nd:2019-12-04 | 障害発生\nd:2019-12-09 | 障害発生後の復旧を確認',
    '2019-12-04',
  ],
  ['経過\n年月日 | 内容\nd:2020-01-07 | 打合せ\nd:2019-12-04 | 訪問\nd:2020-01-09 | 回答', '2019-12-04'],
  ['Chronology\nDate | Event\nd:2019-11-05 | Contract renewed\nd:2019-12-04 | Servers fail', '2019-12-04'],
])('the incident in %s', (grid, expected) => {
  const [first] = find(grid).incidentCandidates;
  expect(first && isoDate(first.date)).toBe(expected);
});
