import { matchDate } from '../../../../../src/core/reading/readDate';
import { UNDER_2019 } from './shown';

/** What of a text is read as its date. */
function taken(text: string): string | null {
  const match = matchDate(text, UNDER_2019);
  return match && text.slice(0, match.length);
}

describe('words behind a date are left to the text', () => {
  test.each([
    ['12月4日 9時から停止', '12月4日'],
    ['12月4日 午後から停止', '12月4日'],
    ['12月4日 午後の会議', '12月4日'],
    ['12月4日 朝会で報告', '12月4日'],
    ['12月4日 夜間作業', '12月4日'],
    ['12月4日 中止を決定', '12月4日'],
    ['12月4日 予定どおり復旧', '12月4日'],
    ['12月4日 現在調査中', '12月4日'],
    ['12月4日 水道局に連絡', '12月4日'],
    ['12月4日 金沢支店', '12月4日'],
    ['12月4日 付議', '12月4日'],
    ['12月4日 3時間停止', '12月4日'],
    ['12月4日 2.3.4版を適用', '12月4日'],
    ['12月4日 - 9件の障害', '12月4日'],
    ['12/4 - 3台停止', '12/4'],
    ['12/4 - 3 systems down', '12/4'],
    ['Dec 4, 2019 - 3 systems down', 'Dec 4, 2019'],
    ['Dec 4, 2019 Monthly report', 'Dec 4, 2019'],
    ['4 Dec 12 systems failed', '4 Dec'],
    ['12月 中央区と協議', '12月'],
    ['12月頭取と面談', '12月'],
    ['12月 末端装置を交換', '12月'],
    ['12月 初回会議', '12月'],
    ['2019年度 末端装置', '2019年度'],
    ['12月4日（注）', '12月4日'],
  ])('%s', (text, expected) => {
    expect(taken(text)).toBe(expected);
  });
});

describe('what belongs to a date is taken with it', () => {
  test.each([
    ['12月4日（水） 打合せ', '12月4日（水）'],
    ['12月4日朝、障害発生', '12月4日朝'],
    ['12月4日 10:23 障害発生', '12月4日 10:23'],
    ['2019年12月4日10:30頃～12:00頃 停止', '2019年12月4日10:30頃～12:00頃'],
    ['2019年12月4日 10:30～翌5日 3:00 停止', '2019年12月4日 10:30～翌5日 3:00'],
    ['2019年12月4日10:30～同日12:00 停止', '2019年12月4日10:30～同日12:00'],
    ['12/4-6 点検', '12/4-6'],
    ['Dec 4–9, 2019: maintenance', 'Dec 4–9, 2019'],
    ['Dec 4, 2019 Wednesday: meeting', 'Dec 4, 2019 Wednesday'],
  ])('%s', (text, expected) => {
    expect(taken(text)).toBe(expected);
  });
});

test.each(['自動復旧', '自社で対応', '二日目', '〜9割復旧', '約3台', 'on call', 'by 5 pm', 'c. 12', 'marketing 4'])(
  'no date begins in %s',
  (text) => {
    expect(taken(text)).toBeNull();
  },
);
