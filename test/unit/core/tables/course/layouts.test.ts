import { cellName } from '../../../../../src/core/sheets/address';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { isoDate } from '../../../../../src/core/values/calendar';
import { date, type GridCell, type GridSheet, snapshotOf, textSheet } from '../../../support/grid';

/** Events as `cell start..end text`, lines of a text joined by a stroke. */
function eventsOf(...sheets: GridSheet[]): string[] {
  return findDocument(snapshotOf(...sheets)).timeline.map(({ cell, reading, text }) => {
    const end =
      reading.end === null ? '..' : isoDate(reading.end) === isoDate(reading.start) ? '' : `..${isoDate(reading.end)}`;
    return `${cellName(cell)} ${isoDate(reading.start)}${end} ${text.replace(/\n/g, '|')}`;
  });
}

const time = (value: number, text: string): GridCell => ({ value, text, numberFormat: 'h:mm' });

const LAYOUTS: Readonly<Record<string, { readonly sheets: readonly GridSheet[]; readonly events: readonly string[] }>> =
  {
    'headings of years, dates and paragraphs in one column': {
      sheets: [
        textSheet(`
        3 交渉経過
        2019年
        12月4日
        障害発生。
        12月18日～2020年3月下旬
        毎朝、報告を受けた。
        2020年
        1月14日
        法務担当に説明。
        損害賠償を協議。
      `),
      ],
      events: [
        'A3 2019-12-04 障害発生。',
        'A5 2019-12-18..2020-03-31 毎朝、報告を受けた。',
        'A8 2020-01-14 法務担当に説明。|損害賠償を協議。',
      ],
    },
    'date, contents and the other party under headings': {
      sheets: [
        textSheet(`
        No. | 年月日 | 内容 | 相手方
        1 | 令和元年12月4日 | 障害発生の連絡 | ○○社
        2 | 令和元年12月9日 | 復旧を要望 | ○○社、△△社
        3 | 令和2年1月7日 | 対応を確認 |
      `),
      ],
      events: [
        'B2 2019-12-04 障害発生の連絡|相手方：○○社',
        'B3 2019-12-09 復旧を要望|相手方：○○社、△△社',
        'B4 2020-01-07 対応を確認',
      ],
    },
    'contents first, the date after them': {
      sheets: [
        textSheet(`
        事項 | 担当 | 実施日
        現地調査 | 施設課 | 2023/4/10
        見積依頼 | 契約課 | 2023/4/20
        契約締結 | 契約課 | 2023/5/8
      `),
      ],
      events: [
        'C2 2023-04-10 現地調査|担当：施設課',
        'C3 2023-04-20 見積依頼|担当：契約課',
        'C4 2023-05-08 契約締結|担当：契約課',
      ],
    },
    'one cell with several lines': {
      sheets: [
        {
          name: '経過',
          rows: [
            ['交渉の経過'],
            ['令和元年12月4日　障害発生\n12月9日　訪問し、\n原因の究明を要望\n令和2年1月7日　会議'],
          ],
        },
      ],
      events: ['A2 2019-12-04 障害発生', 'A2 2019-12-09 訪問し、|原因の究明を要望', 'A2 2020-01-07 会議'],
    },
    'start and end in columns of their own': {
      sheets: [
        {
          rows: [
            ['作業', '開始日', '終了日', '備考'],
            ['調査', date('2023-04-03'), date('2023-04-14'), ''],
            ['設計', date('2023-04-17'), date('2023-06-30'), '延長あり'],
            ['施工', date('2023-07-03'), date('2024-03-15'), ''],
          ],
        },
      ],
      events: [
        'B2 2023-04-03..2023-04-14 調査',
        'B3 2023-04-17..2023-06-30 設計|備考：延長あり',
        'B4 2023-07-03..2024-03-15 施工',
      ],
    },
    'year, month and day in three columns': {
      sheets: [
        {
          name: '沿革',
          rows: [
            ['年', '月', '日', 'できごと'],
            ['令和元', 12, 4, '障害発生'],
            [null, 12, 9, '一部復旧'],
            ['令和2', 1, 7, '会議'],
            [null, null, 14, '説明'],
          ],
        },
      ],
      events: ['A2 2019-12-04 障害発生', 'B3 2019-12-09 一部復旧', 'A4 2020-01-07 会議', 'C5 2020-01-14 説明'],
    },
    'a year in a column of its own, merged over its rows': {
      sheets: [
        {
          rows: [
            ['年', '月日', '内容'],
            ['令和元年', '12月4日', '障害発生'],
            [null, '12月9日', '一部復旧'],
            ['令和2年', '1月7日', '会議'],
          ],
        },
      ],
      events: ['B2 2019-12-04 障害発生', 'B3 2019-12-09 一部復旧', 'B4 2020-01-07 会議'],
    },
    'time of day in a column of its own': {
      sheets: [
        {
          name: '対応履歴',
          rows: [
            ['日付', '時刻', '対応内容', '対応者'],
            [date('2019-12-04'), time(0.4375, '10:30'), '障害検知', '情報課'],
            [null, time(0.5, '12:00'), '業者へ連絡', '情報課'],
            [date('2019-12-05'), time(0.375, '9:00'), '会議', '全員'],
          ],
        },
      ],
      events: [
        'A2 2019-12-04 10:30 障害検知|対応者：情報課',
        'A2 2019-12-04 12:00 業者へ連絡|対応者：情報課',
        'A4 2019-12-05 9:00 会議|対応者：全員',
      ],
    },
    'two courses side by side': {
      sheets: [
        {
          name: '経過',
          rows: [
            ['区の対応', null, null, '事業者の対応'],
            ['年月日', '内容', null, '年月日', '内容'],
            [date('2019-12-04'), '連絡を受ける', null, date('2019-12-04'), '障害発生'],
            [date('2019-12-09'), '訪問', null, date('2019-12-06'), '一部復旧'],
            [date('2019-12-12'), '要望', null, date('2019-12-20'), '報告書'],
          ],
        },
      ],
      events: [
        'A3 2019-12-04 連絡を受ける',
        'A4 2019-12-09 訪問',
        'A5 2019-12-12 要望',
        'D3 2019-12-04 障害発生',
        'D4 2019-12-06 一部復旧',
        'D5 2019-12-20 報告書',
      ],
    },
    'asked and answered': {
      sheets: [
        textSheet(`
        照会日 | 照会内容 | 回答日 | 回答内容
        2019/12/9 | 原因は何か | 2019/12/20 | 調査中
        2019/12/12 | いつ復旧するか | 2019/12/13 | 年内
        2020/1/7 | 減額するか | 2020/1/22 | 協議する
      `),
      ],
      events: [
        'A2 2019-12-09..2019-12-20 照会内容：原因は何か|回答内容：調査中',
        'A3 2019-12-12..2019-12-13 照会内容：いつ復旧するか|回答内容：年内',
        'A4 2020-01-07..2020-01-22 照会内容：減額するか|回答内容：協議する',
      ],
    },
    'dates in the lines of one cell, contents in those of the next': {
      sheets: [
        {
          name: '経過',
          rows: [
            ['年月日', '内容'],
            ['令和元年12月4日\n同月9日', '障害発生\n一部復旧'],
            ['令和2年1月7日', '会議\n資料を受領'],
          ],
        },
      ],
      events: ['A2 2019-12-04 障害発生', 'A2 2019-12-09 一部復旧', 'A3 2020-01-07 会議|資料を受領'],
    },
    'in English': {
      sheets: [
        textSheet(`
        Course of events
        Date | Event | By
        Dec 4, 2019 | Servers fail | Vendor
        Dec 9, 2019 - Jan 7, 2020 | Talks on the fee reduction | City, vendor
        mid-January 2020 | Report received | Vendor
      `),
      ],
      events: [
        'A3 2019-12-04 Servers fail|By: Vendor',
        'A4 2019-12-09..2020-01-07 Talks on the fee reduction|By: City, vendor',
        'A5 2020-01-11..2020-01-20 Report received|By: Vendor',
      ],
    },
  };

test.each(Object.entries(LAYOUTS))('%s', (_, { sheets, events }) => {
  expect(eventsOf(...sheets)).toEqual(events);
});
