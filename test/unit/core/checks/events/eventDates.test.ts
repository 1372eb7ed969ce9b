import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { cellName } from '../../../../../src/core/sheets/address';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { renderMessage } from '../../../../../src/messages/renderMessage';
import { type GridSheet, snapshotOf, textSheet } from '../../../support/grid';

/** Findings as `cell verdict sentence`. */
function findings(sheet: GridSheet | string, language: 'ja' | 'en' = 'ja'): string[] {
  const snapshot = snapshotOf(typeof sheet === 'string' ? textSheet(sheet) : sheet);
  return checkDocument(findDocument(snapshot), NO_TERMS).findings.map(
    ({ cell, verdict, message }) =>
      `${cellName(cell)} ${verdict} ${renderMessage(message, language).replaceAll(`${cell.sheet}!`, '')}`,
  );
}

describe('the second date of a row', () => {
  test('an answer before the question disagrees', () => {
    expect(
      findings(`
        照会日 | 照会内容 | 回答日 | 回答内容
        2019/12/9 | 原因は何か | 2019/12/20 | 調査中
        2019/12/12 | いつ復旧するか | 2019/11/13 | 年内
        2020/1/7 | 減額するか | 2020/1/22 | 協議する
      `),
    ).toEqual(['C3 disagrees 回答日（2019/11/13）が、照会日（2019/12/12、A3）より前です。']);
  });

  test('a year that was taken from the row above may be the fault', () => {
    expect(
      findings(`
        開始日 | 終了日 | 作業内容
        2019年12月4日 | 2019年12月9日 | 調査
        12月12日 | 12月10日 | 復旧
        12月20日 | 12月22日 | 試験
      `),
    ).toEqual(['B3 possible 終了日（12月10日）が、開始日（12月12日、A3）より前です。']);
  });

  test('without headings that name an order it is only possible', () => {
    expect(
      findings(`
        日付1 | 日付2 | 内容
        2019/12/4 | 2019/12/9 | 調査
        2019/12/12 | 2019/12/10 | 復旧
        2019/12/20 | 2019/12/22 | 試験
      `),
    ).toEqual(['B3 possible 2019/12/10が、同じ行の日付（2019/12/12、A3）より前です。']);
  });

  test('in English', () => {
    expect(
      findings(
        `
        Asked | Question | Answered | Answer
        Dec 9, 2019 | Why? | Dec 20, 2019 | Not known
        Dec 12, 2019 | When? | Nov 13, 2019 | Soon
        Jan 7, 2020 | Fees? | Jan 22, 2020 | To be agreed
      `,
        'en',
      ),
    ).toEqual(['C3 disagrees Answered (Nov 13, 2019) is earlier than Asked (Dec 12, 2019, A3).']);
  });

  test('columns that hold the later date first are read from the right', () => {
    expect(
      findings(`
        終了日 | 開始日 | 作業内容
        2019/12/9 | 2019/12/4 | 調査
        2019/12/14 | 2019/12/12 | 復旧
        2019/12/22 | 2019/12/20 | 試験
      `),
    ).toEqual([]);
  });

  test('a vague end that may still lie after the start is none', () => {
    expect(
      findings(`
        開始日 | 終了日 | 作業内容
        2019/12/4 | 2019/12/9 | 調査
        2019/12/12 | 2019年12月 | 復旧
        2019/12/20 | 2019/12/22 | 試験
      `),
    ).toEqual([]);
  });
});

describe('letters that an event answers', () => {
  const course = (second: string) => `
        年月日 | 内容
        2019年12月4日 | 障害発生
        ${second}
        2020年1月20日 | 協議
  `;

  test('a letter that is later than its answer', () => {
    expect(findings(course('2019年12月9日 | 12月10日付け照会に対する回答を受領'))).toEqual([
      'A3 possible 2019年12月9日の項目が、それより後の日付（12月10日付け）の文書に答えたこと、または受け取ったことになっています。どちらかの日付を確認してください。',
    ]);
  });

  test.each([
    ['earlier', '2019年12月12日 | 12月10日付け照会に対する回答を受領'],
    ['of the same day', '2019年12月10日 | 12月10日付け照会に対する回答を受領'],
    ['of the year before, its year not printed', '2020年1月7日 | 12月20日付けの要望書への回答'],
    ['no answer yet', '2019年12月9日 | 12月20日付け照会を準備'],
    ['a day on which something takes effect', '2019年12月9日 | 12月20日付けで契約を変更する旨の通知を受けた'],
    ['the due day of an answer', '2019年12月9日 | 照会（回答期限12月20日）'],
  ])('no finding: %s', (_, row) => {
    expect(findings(course(row))).toEqual([]);
  });

  test('the year after, its year printed', () => {
    expect(findings(course('2020年1月7日 | 令和2年12月20日付けの要望書への回答'))).toHaveLength(1);
  });

  test('in English', () => {
    const sheet = (day: number) => `
        Date | Event
        Dec 4, 2019 | Servers fail
        Dec ${day}, 2019 | Vendor replies to the letter of December 10
        Dec 20, 2019 | Talks
    `;
    expect(findings(sheet(9), 'en')).toEqual([
      'A3 possible The entry of Dec 9, 2019 answers or receives a letter of December 10, which is later. Check both dates.',
    ]);
    expect(findings(sheet(12), 'en')).toEqual([]);
  });
});

describe('fiscal years', () => {
  test('a printed date outside of the fiscal year that it stands under', () => {
    expect(
      findings(`
        経過
        令和元年度
        2019年12月4日
        障害発生
        2020年3月31日
        復旧
        令和2年度
        2020年4月7日
        協議
        2021年5月8日
        合意
      `),
    ).toEqual([
      'A10 possible 2021年5月8日は、見出し「令和2年度」（A7）の期間（2020年4月1日から2021年3月31日まで）の外です。',
    ]);
  });
});

describe('weekdays', () => {
  test('in a column of their own', () => {
    expect(
      findings(`
        月日 | 曜日 | 内容
        2019年12月4日 | 水 | 障害発生
        2019年12月9日 | 火 | 一部復旧
        2020年1月7日 | 火 | 会議
      `),
    ).toEqual(['A3 disagrees 「2019年12月9日」の曜日が違います。2019年12月9日は月曜日で、記載は火曜日です。']);
  });

  test('of a second date', () => {
    expect(
      findings(`
        開始日 | 終了日 | 作業内容
        2019/12/4（水） | 2019/12/9（月） | 調査
        2019/12/12（木） | 2019/12/14（月） | 復旧
        2019/12/20（金） | 2019/12/22（日） | 試験
      `),
    ).toEqual(['B3 disagrees 「2019/12/14（月）」の曜日が違います。2019年12月14日は土曜日で、記載は月曜日です。']);
  });
});

test('two courses side by side are each in order', () => {
  expect(
    findings(`
      年月日 | 区の対応 | | 年月日 | 事業者の対応
      2019/12/9 | 連絡を受ける | | 2019/12/4 | 障害発生
      2019/12/10 | 訪問 | | 2019/12/6 | 一部復旧
      2019/12/12 | 要望 | | 2019/12/20 | 報告書
    `),
  ).toEqual([]);
});
