import { findDocument } from '../../../../src/core/tables/findDocument';
import { eventTexts, relationsOf, tableText } from '../../support/describeDocument';
import { type GridSheet, snapshotOf, textSheet } from '../../support/grid';

const find = (text: string, more: Partial<GridSheet> = {}) => findDocument(snapshotOf(textSheet(text, more)));

interface Case {
  readonly grid: string;
  readonly more?: Partial<GridSheet>;
  readonly tables: readonly string[];
  readonly relations: readonly string[];
}

const layouts: Record<string, Case> = {
  'an English invoice; a name may begin with Total': {
    grid: `
Description | Qty | Unit price | Amount
Server restore | 2 | 1,000 | 2,000
Total care plan | 1 | 700 | 700
Subtotal | | | 2,700
VAT 10% | | | 270
Total | | | 2,970`,
    tables: ['invoice A1:D6 description@A quantity@B unit-price@C amount@D'],
    relations: ['sum D4=D2:D3', 'tax D5 of D2:D3 net D4 at 10', 'gross D6=D4+D5'],
  },
  'a tax line without a net total': {
    grid: `
品名 | 数量 | 単価 | 金額
A | 2 | 100 | 200
B | 3 | 100 | 300
消費税(10%) | | | 50
合計 | | | 550`,
    tables: ['invoice A1:D5 name@A quantity@B unit-price@C amount@D'],
    relations: ['tax D4 of D2:D3 at 10', 'sum D5=D2:D4'],
  },
  'two tax rates': {
    grid: `
品名 | 金額 | 税率
A | 1,000 | 10%
B | 2,000 | 8%
小計 | 3,000
10%対象 | 1,000
消費税(10%) | 100
8%対象 | 2,000
消費税(8%) | 160
合計 | 3,260`,
    tables: ['amounts A1:C9 name@A amount@B tax-rate@C'],
    relations:
      'sum B4=B2:B3; tax B6 of B2 net B5 at 10; tax B8 of B3 net B7 at 8; sum B9=B4+B6+B8; sum B5=B2; sum B7=B3'.split(
        '; ',
      ),
  },
  'tax that is included': {
    grid: `
品名 | 金額
A | 1,100
B | 2,200
合計 | 3,300
うち消費税 | 300`,
    tables: ['amounts A1:B5 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'tax in B5 of B2:B3 net B4'],
  },
  'subtotals of groups under a label that is printed once': {
    grid: `
区分 | 内容 | 金額（千円）
人件費 | 残業 | 100
 | 休日 | 200
小計 | | 300
物件費 | 用紙 | 10
 | 郵便 | 20
小計 | | 30
合計 | | 330`,
    tables: ['amounts A1:C8 category@A description@B amount@C'],
    relations: ['sum C4=C2:C3', 'sum C7=C5:C6', 'sum C8=C2:C3+C5:C6'],
  },
  'subtotals named after their group, one of them wrong': {
    grid: `
部門 | 項目 | 金額
人件費 | 残業 | 100
 | 休日 | 200
人件費計 | | 310
物件費 | 用紙 | 10
 | 郵便 | 20
物件費計 | | 30
合計 | | 340`,
    tables: ['amounts A1:C8 category@A name@B amount@C'],
    relations: ['sum C4=C2:C3', 'sum C7=C5:C6', 'sum C8=C2:C3+C5:C6'],
  },
  'section headings with figures in their text': {
    grid: `
損害賠償請求の内訳

内容 | 金額
1 人件費 （300円） |
残業 | 100
休日 | 200
2 物件費 30円 |
用紙 | 30
損害額合計 | 330`,
    tables: ['claims A3:B9 description@A amount@B'],
    relations: ['sum A4=B5:B6', 'sum A7=B8', 'sum B9=B5:B6+B8'],
  },
  'totals down and across; shares add up to the whole': {
    grid: `
Region | Q1 | Q2 | Total | Share
North | 10 | 20 | 30 | 60%
South | 5 | 5 | 10 | 20%
East | 5 | 5 | 10 | 20%
Total | 20 | 30 | 50 | 100%`,
    tables: ['amounts A1:E5 name@A amount@B amount@C total@D other@E'],
    relations: [
      'sum B5=B2:B4',
      'sum C5=C2:C4',
      'sum D5=D2:D4',
      'sum→ D2=B2:C2',
      'sum→ D3=B3:C3',
      'sum→ D4=B4:C4',
      'sum→ D5=B5:C5',
      'sum E5=E2:E4',
    ],
  },
  'net, tax and gross columns': {
    grid: `
品名 | 税抜金額 | 消費税 | 税込金額
A | 1,000 | 100 | 1,100
B | 2,000 | 200 | 2,200`,
    tables: ['amounts A1:D3 name@A amount@B tax@C total@D'],
    relations: ['tax C2 of B2', 'tax C3 of B3', 'sum→ D2=B2:C2', 'sum→ D3=B3:C3'],
  },
  'a total above its details': {
    grid: `
項目 | 金額
総額 | 600
A | 100
B | 200
C | 300`,
    tables: ['amounts A1:B5 name@A amount@B'],
    relations: ['sum B2=B3:B5'],
  },
  'a header of two rows': {
    grid: `
システム名 | 停止期間 | | 停止 | 減額
 | 開始日 | 復旧日 | 日数 | (円)
A | d:2019-12-04 | d:2019-12-06 | 2 | 100
B | d:2019-12-04 | d:2019-12-07 | 3 | 300
合計 | | | | 400`,
    more: { merges: ['A1:A2', 'B1:C1'] },
    tables: ['reduction A1:E5 name@A start@B restored@C days@D amount@E'],
    relations: ['sum E5=E3:E4'],
  },
  'tables side by side': {
    grid: `
費目 | 金額 | | 品目 | 金額
A | 100 | | x | 1
B | 200 | | y | 2
合計 | 300 | | 合計 | 3`,
    tables: ['amounts A1:B4 name@A amount@B', 'amounts D1:E4 name@D amount@E'],
    relations: ['sum B4=B2:B3', 'sum E4=E2:E3'],
  },
  'the same header over tables of their own': {
    grid: `
名称 | 金額
A | 1
B | 2
合計 | 3

名称 | 金額
C | 3
D | 4
合計 | 7`,
    tables: ['amounts A1:B4 name@A amount@B', 'amounts A6:B9 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'sum B9=B7:B8'],
  },
  'the same header over blocks of one table': {
    grid: `
名称 | 金額
A | 1
B | 2
計 | 3

B社
名称 | 金額
C | 3
D | 4
計 | 7

総計 | 10`,
    tables: ['amounts A1:B12 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'sum B10=B8:B9', 'sum B12=B2:B3+B8:B9'],
  },
  'no header at all': {
    grid: `
A | 100
B | 200
合計 | 300`,
    tables: ['amounts A1:B3 name@A amount@B'],
    relations: ['sum B3=B1:B2'],
  },
  'a discount printed without its sign is taken off': {
    grid: `
Item | Amount
A | 1,000
B | 2,000
Subtotal | 3,000
Discount | 100
Net total | 2,900
VAT (20%) | 580
Amount due | 3,480`,
    tables: ['amounts A1:B8 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'sum B6=B2:B3-B5', 'tax B7 of B2:B3-B5 net B6 at 20', 'gross B8=B6+B7'],
  },
  'a period in one column': {
    grid: `
サービス停止に伴う料金減額
サービス | 停止期間 | 日数 | 減額
A | 2019/12/4～2019/12/26 | 23 | 100
B | 12/4～12/31 | 28 | 200
合計 | | | 300`,
    tables: ['reduction A2:D5 name@A date@B days@C amount@D'],
    relations: ['sum D5=D3:D4'],
  },
  'lines above their parts without a total word': {
    grid: `
コード | 科目 | 金額
100 | 人件費 | 300
110 | 給料 | 100
120 | 手当 | 200
合計 | | 300`,
    tables: ['amounts A1:C5 other@A name@B amount@C'],
    relations: ['sum C5=C3:C4'],
  },
  'months name rows; cumulative figures are not added': {
    grid: `
月 | 売上 | 累計
4月 | 10 | 10
5月 | 20 | 30
6月 | 30 | 60
合計 | 60 |`,
    tables: ['amounts A1:C5 name@A amount@B amount@C'],
    relations: ['sum B5=B2:B4'],
  },
  'a plan with days is no reduction, and its days only perhaps a sum': {
    grid: `
No | タスク | 開始日 | 終了日 | 日数
1 | 設計 | d:2020-01-06 | d:2020-01-10 | 5
2 | 実装 | d:2020-01-13 | d:2020-01-24 | 10
合計 | | | | 15`,
    tables: ['amounts A1:E4 other@A name@B start@C restored@D days@E'],
    relations: ['sum? E4=E2:E3'],
  },
  'a table away from the corner with other content around it': {
    grid: `
 | 令和2年6月9日
 | 請求金額 | 3,300

 | | 費用 | 金額
 | | A | 1,100

 | | B | 2,200
 | | 計 | 3,300
 | 以上
 | 支払期限 | 2020年7月1日 | 45`,
    tables: ['amounts C4:D8 name@C amount@D'],
    relations: ['sum D8=D5+D7'],
  },
};

test.each(Object.entries(layouts))('%s', (_, { grid, more, tables, relations }) => {
  const document = find(grid, more);
  expect(document.tables.map(tableText)).toEqual(tables);
  expect(relationsOf(document)).toEqual(relations);
});

describe('sheets with nothing to verify', () => {
  test.each([
    [
      'phone list',
      '氏名 | 電話番号 | 住所 | 年齢\n山田 | 0312345678 | 東京 | 33\n鈴木 | 0312345679 | 大阪 | 44\n合計 | 2',
    ],
    ['codes', 'ID | 名称 | コード\n1 | 設計 | 1001\n2 | 会計 | 1002\n3 | 統計 | 1003'],
    ['schedule', '日付 | 曜日 | 場所 | 人数\nd:2020-01-01 | 水 | A室 | 10\nd:2020-01-02 | 木 | B室 | 20'],
    ['stock', '品番 | 品名 | 在庫数 | 単価\nA-1 | ねじ | 100 | 5\nA-2 | 釘 | 200 | 3'],
    ['letter', '令和2年6月9日\n総務委員会資料\n企画部情報システム課'],
    ['one number', '42'],
  ])('%s', (_, grid) => {
    expect(find(grid).tables).toEqual([]);
  });

  test('an empty workbook and sheets of ours', () => {
    const ours = textSheet('名称 | 金額\nA | 1\nB | 2\n合計 | 3', { role: 'findings' });
    expect(findDocument(snapshotOf(ours, { rows: [] })).tables).toEqual([]);
  });
});

test('cells that are not what their column holds', () => {
  const document = find(`
システム | 停止開始日 | 復旧日 | 停止日数 | 月額使用料 | 減額
A | d:2019-12-04 | 2019年12月26日 | 23日 | 310,000 | 220,000
B | d:2019-12-04 | 12/31 | '27 | 100,000 | 87,000
C | d:2019-12-04 | 2月30日 | 〃 | ＊ | 別途
D | d:2019-12-04 | - | - | - | -
計 | | | | 410,000 | 307,000`);
  const [table] = document.tables;
  expect(table?.unreadable.map(({ role, printed, reason }) => [role, printed, reason])).toEqual([
    ['restored', '2月30日', 'impossible-date'],
    ['days', '〃', 'not-a-number'],
    ['fee', '＊', 'withheld'],
    ['amount', '別途', 'not-a-number'],
  ]);
  expect(table?.rows[1]?.restored?.reading).toMatchObject({ start: { year: 2019 }, inferredYear: true });
  expect(table?.rows[0]?.days).toMatchObject({ textual: true });
  expect(relationsOf(document)).toEqual(['sum E6=E2:E3', 'sum F6=F2:F3']);
});

test('hidden rows are marked and an error in a figure is named', () => {
  const document = findDocument(
    snapshotOf({
      rows: [
        ['品名', '金額'],
        ['A', 1],
        ['B', 2],
        ['C', { value: { error: '#REF!' } }],
        ['合計', 3],
      ],
      hidden: [3],
    }),
  );
  const [table] = document.tables;
  expect(table?.rows.map(({ hidden }) => hidden)).toEqual([false, true, false]);
  expect(table?.unreadable).toMatchObject([{ reason: 'error-value', cell: { row: 3, column: 1 } }]);
});

describe('courses of events', () => {
  const shown = (grid: string) => eventTexts(find(grid));

  test('a date on one row, paragraphs below', () => {
    expect(
      shown(`
経過
2019年
12月4日
障害が発生。
12月9日
訪問した。
要望した。
12月18日～2020年3月下旬
毎朝報告。
2020年
1月7日
会議。`),
    ).toEqual([
      'A3 2019-12-04(day) y: 障害が発生。',
      'A5 2019-12-09(day) y: 訪問した。 / 要望した。',
      'A8 2019-12-18…2020-03-31(day,third) y: 毎朝報告。',
      'A11 2020-01-07(day) y: 会議。',
    ]);
  });

  test('two columns under a header, years from the order, an impossible day', () => {
    const document = find(`
年月日 | 内容
令和元年12月4日 | 障害発生
同月9日 | 訪問
1月7日 | 会議
2月30日 | 記録
同日 | 合意`);
    expect(eventTexts(document)).toEqual([
      'A2 2019-12-04(day): 障害発生',
      'A3 2019-12-09(day) y: 訪問',
      'A4 2020-01-07(day) y: 会議',
      'A6 2020-01-07(day) y: 合意',
    ]);
    expect(document.unreadableDates).toMatchObject([{ printed: '2月30日', reason: 'impossible-date' }]);
  });

  test('date and text in one cell', () => {
    expect(
      shown(`
Chronology
4 Dec 2019: Outage of the cloud
9 Dec 2019: Visit
Jan 7, 2020 - Meeting`),
    ).toEqual(['A2 2019-12-04(day): Outage of the cloud', 'A3 2019-12-09(day): Visit', 'A4 2020-01-07(day): Meeting']);
  });
});
