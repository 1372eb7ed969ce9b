import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { relationsOf } from '../../../support/describeDocument';
import { type GridSheet, snapshotOf, textSheet } from '../../../support/grid';

interface Case {
  readonly grid: string;
  readonly more?: Partial<GridSheet>;
  readonly relations: readonly string[];
  /** Findings that are not `agrees`, as kind, cell and verdict. */
  readonly odd?: readonly string[];
}

/** Totals that words and structure assert, whether the figures add up or not. */
const cases: Record<string, Case> = {
  'a block without any header, wrong by a digit': {
    grid: `
りんご | 120
みかん | 80
ぶどう | 300
合計 | 510`,
    relations: ['sum B4=B1:B3'],
    odd: ['sum:B4 disagrees'],
  },
  'a large row left out of one column of several': {
    grid: `
品名 | 数量 | 単価 | 金額 | 消費税 | 税込
甲 | 3 | 1200 | 3600 | 360 | 3960
乙 | 5 | 800 | 4000 | 400 | 4400
丙 | 6 | 2300 | 13800 | 1380 | 15180
合計 | | | 7600 | 2140 | 23540`,
    relations: [
      ...['sum D5=D2:D4', 'sum E5=E2:E4', 'sum F5=F2:F4'],
      ...['sum→? F5=D5:E5'],
      ...[2, 3, 4].map((row) => `sum→ F${row}=D${row}:E${row}`),
      ...[2, 3, 4].map((row) => `tax E${row} of D${row}`),
    ],
    odd: ['sum:D5 disagrees'],
  },
  'a total whose error its gross total follows': {
    grid: `
品名 | 数量 | 単価 | 金額 | 消費税 | 税込
甲 | 3 | 1200 | 3600 | 360 | 3960
乙 | 5 | 800 | 4000 | 400 | 4400
丙 | 6 | 2300 | 13800 | 1380 | 15180
合計 | | | 24100 | 2140 | 26240`,
    relations: [
      ...['sum D5=D2:D4', 'sum E5=E2:E4', 'sum F5=F2:F4'],
      ...[2, 3, 4, 5].map((row) => `sum→ F${row}=D${row}:E${row}`),
      ...[2, 3, 4].map((row) => `tax E${row} of D${row}`),
    ],
    odd: ['sum:D5 disagrees', 'sum:F5#column disagrees'],
  },
  'a title above, no header': {
    grid: `
支出の部
家賃 | 62,000
光熱費 | 11,230
食費 | 38,410
計 | 111,640`,
    relations: ['sum B5=B2:B4'],
  },
  'figures that stand apart from their names': {
    grid: `
家賃 | | | 62,000
光熱費 | | | 11,230
食費 | | | 38,410
合計 | | | 111,640`,
    relations: ['sum D4=D1:D3'],
  },
  'the label above the total': {
    grid: `
品名 | 金額
A | 100
B | 250
C | 300
 | 合計
 | 660`,
    relations: ['sum B6=B2:B4'],
    odd: ['sum:B6 disagrees'],
  },
  'one column of figures, the label between': {
    grid: `
12,000
8,500
3,250
合計
23,750`,
    relations: ['sum A5=A1:A3'],
  },
  'names to the right of the figures': {
    grid: `
62,000 | 家賃
11,230 | 光熱費
38,410 | 食費
111,640 | 合計`,
    relations: ['sum A4=A1:A3'],
  },
  'English words': {
    grid: `
Rent | 620.00
Power | 112.30
Food | 384.10
Total | 1,116.40`,
    relations: ['sum B4=B1:B3'],
  },
  'a sum without any name before it': {
    grid: `
Item | Cost
Desk | 200
Chair | 120
Lamp | 40
SUM | 365`,
    relations: ['sum B5=B2:B4'],
    odd: ['sum:B5 disagrees'],
  },
  'all regions': {
    grid: `
Region | Sales
North | 1,204
South | 2,310
East | 987
All regions | 4,501`,
    relations: ['sum B5=B2:B4'],
  },
  'subtotals and a total of them': {
    grid: `
費目 | 金額
人件費
給料 | 300
手当 | 45
小計 | 345
物件費
消耗品 | 20
印刷 | 31
小計 | 51
合計 | 396`,
    relations: ['sum B10=B3:B4+B7:B8', 'sum B5=B3:B4', 'sum B9=B7:B8'],
  },
  'three levels': {
    grid: `
費目 | 金額
給料 | 300
手当 | 45
小計 | 345
消耗品 | 20
印刷 | 31
小計 | 51
合計 | 396
土地 | 1,000
建物 | 700
合計 | 1,700
総計 | 2,096`,
    relations: ['sum B11=B9:B10', 'sum B12=B2:B3+B5:B6+B9:B10', 'sum B4=B2:B3', 'sum B7=B5:B6', 'sum B8=B2:B3+B5:B6'],
  },
  'the running total is none': {
    grid: `
月 | 売上
4月 | 120
5月 | 130
6月 | 95
合計 | 345
累計 | 1,345`,
    relations: ['sum B5=B2:B4'],
  },
  'the total first, then what it consists of': {
    grid: `
区分 | 金額
合計 | 6,310
人件費 | 4,100
通信費 | 210
交通費 | 2,000`,
    relations: ['sum B2=B3:B5'],
  },
  'the total first, the word 内訳 below it': {
    grid: `
費目 | 金額
合計 | 6,320
（内訳）
人件費 | 4,100
通信費 | 210
交通費 | 2,000`,
    relations: ['sum B2=B4:B6'],
    odd: ['sum:B2 disagrees'],
  },
  'lines of which the line above consists partly': {
    grid: `
費目 | 金額
人件費 | 4,100
うち手当 | 350
物件費 | 2,210
うち印刷費 | 80
合計 | 6,310`,
    relations: ['sum B6=B2+B4'],
  },
  'of which': {
    grid: `
Item | Amount
Staff | 4,100
of which overtime | 350
Goods | 2,210
Total | 6,310`,
    relations: ['sum B5=B2+B4'],
  },
  'an average is no sum': {
    grid: `
月 | 売上
4月 | 120
5月 | 130
6月 | 95
平均 | 115
合計 | 345`,
    relations: ['sum B6=B2:B4'],
  },
  'blocks parted by blank rows, a total below each': {
    grid: `
費目 | 金額
給料 | 300
手当 | 45
計 | 345

消耗品 | 20
印刷 | 31
計 | 52`,
    relations: ['sum B4=B2:B3', 'sum B8=B6:B7'],
    odd: ['sum:B8 disagrees'],
  },
  'one block parted by a blank row': {
    grid: `
費目 | 金額
給料 | 300
手当 | 45

消耗品 | 20
印刷 | 31
合計 | 396`,
    relations: ['sum B7=B2:B3+B5:B6'],
  },
  'the total after a blank row': {
    grid: `
家賃 | 62,000
光熱費 | 11,230
食費 | 38,410

合計 | 111,640`,
    relations: ['sum B5=B1:B3'],
  },
  'repeated headers': {
    grid: `
品名 | 金額
机 | 200
椅子 | 120
品名 | 金額
棚 | 300
灯 | 40
合計 | 660`,
    relations: ['sum B7=B2:B3+B5:B6'],
  },
  'tables side by side, without headers': {
    grid: `
収入 | | | 支出 |
会費 | 12,000 | | 会場 | 8,000
寄付 | 3,500 | | 茶菓 | 2,150
合計 | 15,500 | | 合計 | 10,160`,
    relations: ['sum B4=B2:B3', 'sum E4=E2:E3'],
    odd: ['sum:E4 disagrees'],
  },
  'side by side and close together': {
    grid: `
会費 | 12,000 | 会場 | 8,000
寄付 | 3,500 | 茶菓 | 2,150
雑入 | 120 | 印刷 | 999
合計 | 15,620 | 合計 | 11,149`,
    relations: ['sum B4=B1:B3', 'sum D4=D1:D3'],
  },
  'a total inside a text below the block': {
    grid: `
品名 | 金額
部品 | 600円
作業 | 644円
合計 1,234円`,
    relations: ['sum A4=B2:B3'],
    odd: ['sum:A4 disagrees'],
  },
  'a total inside a text in the column of the figures': {
    grid: `
品名 | 金額
部品 | 600
作業 | 634
 | 合計：1,234円`,
    relations: ['sum B4=B2:B3'],
  },
  'numbers of rows and years are not added': {
    grid: `
No. | 年度 | 名称 | 金額
1 | 2019 | 机 | 200
2 | 2020 | 椅子 | 120
3 | 2021 | 棚 | 300
合計 | | | 620`,
    relations: ['sum D5=D2:D4'],
  },
  'codes and telephone numbers are not added': {
    grid: `
コード | 電話 | 郵便番号 | 店名 | 売上
1001 | 33891111 | 1640001 | 東 | 1,200
1002 | 33892222 | 1640002 | 西 | 1,450
1003 | 33893333 | 1640003 | 南 | 980
計 | | | | 3,630`,
    relations: ['sum E5=E2:E4'],
  },
  'thousands, off by one': {
    grid: `
科目 | 金額（千円）
給料 | 3,752
手当 | 508
旅費 | 5
合計 | 4,264`,
    relations: ['sum B5=B2:B4'],
    odd: ['sum:B5 within-rounding'],
  },
  'several columns with one labelled line': {
    grid: `
店 | 4月 | 5月 | 6月
東 | 120 | 140 | 99
西 | 80 | 75 | 101
南 | 31 | 29 | 37
計 | 231 | 244 | 237`,
    relations: ['sum B5=B2:B4', 'sum C5=C2:C4', 'sum D5=D2:D4'],
  },
  'a line and a column of totals': {
    grid: `
店 | 4月 | 5月 | 計
東 | 120 | 140 | 260
西 | 80 | 75 | 155
計 | 200 | 215 | 415`,
    relations: ['sum B4=B2:B3', 'sum C4=C2:C3', 'sum D4=D2:D3', 'sum→ D2=B2:C2', 'sum→ D3=B3:C3', 'sum→ D4=B4:C4'],
  },
  'nothing, and figures not disclosed, among the lines': {
    grid: `
費目 | 金額
給料 | 300
手当 | －
旅費 | 45
合計 | 345`,
    relations: ['sum B5=B2+B4'],
  },
};

test.each(Object.entries(cases))('%s', (_, { grid, more, relations, odd = [] }) => {
  const document = findDocument(snapshotOf(textSheet(grid, more)));
  expect(relationsOf(document).sort()).toEqual([...relations].sort());
  const findings = checkDocument(document, NO_TERMS).findings.filter(({ verdict }) => verdict !== 'agrees');
  expect(findings.map(({ id, verdict }) => `${id.replace(/Sheet1!/, '')} ${verdict}`)).toEqual(odd);
});
