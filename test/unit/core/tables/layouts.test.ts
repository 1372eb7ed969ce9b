import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { relationsOf, tableText } from '../../support/describeDocument';
import { type GridSheet, snapshotOf, textSheet } from '../../support/grid';

interface Case {
  readonly grid: string;
  readonly more?: Partial<GridSheet>;
  readonly tables: readonly string[];
  readonly relations: readonly string[];
  /** Each finding's kind, cell and verdict. */
  readonly findings: readonly string[];
}

/** Layouts as offices have them: each is found, and its figures come out as they should. */
const layouts: Record<string, Case> = {
  'a VAT invoice with net, VAT and amount due': {
    grid: `
INVOICE No. 2024-017
Invoice date | d:2024-03-31
Item | Hours | Hourly rate | Net amount
Incident analysis | 12 | 150.00 | 1,800.00
Data recovery | 7.5 | 180.00 | 1,350.00
Net total | | | 3,150.00
VAT 20% | | | 630.00
Amount due | | | 3,780.00`,
    tables: ['invoice A3:D8 name@A quantity@B unit-price@C amount@D'],
    relations: ['sum D6=D4:D5', 'tax D7 of D4:D5 net D6 at 20', 'gross D8=D6+D7'],
    findings: ['quantity:D4 agrees', 'quantity:D5 agrees', 'sum:D6 agrees', 'tax:D7 agrees', 'gross:D8 agrees'],
  },
  'figures in thousands, off by one': {
    grid: `
損害額の内訳（単位：千円）
費目 | 金額（千円）
人件費 | 3,752千円
通信費 | 508千円
交通費 | 5千円
合計 | 4,264千円`,
    tables: ['claims A2:B6 name@A amount@B'],
    relations: ['sum B6=B3:B5'],
    findings: ['sum:B6 within-rounding'],
  },
  'tax included': {
    grid: `
品名 | 金額（税込）
部品 | 1,100
作業 | 2,200
合計 | 3,300
（内消費税 10%） | 300`,
    tables: ['amounts A1:B5 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'tax in B5 of B2:B3 net B4 at 10'],
    findings: ['sum:B4 agrees', 'tax:B5 agrees'],
  },
  'a spaced total of damages': {
    grid: `
損害賠償請求内訳
内容 | 金額
人件費 | 3,752,388円
通信費 | 507,561円
合　　計 | 4,259,949円`,
    tables: ['claims A2:B5 description@A amount@B'],
    relations: ['sum B5=B3:B4'],
    findings: ['sum:B5 agrees'],
  },
  'the total above its block': {
    grid: `
費目 | 金額
合計 | 600
人件費 | 100
通信費 | 200
交通費 | 300`,
    tables: ['amounts A1:B5 name@A amount@B'],
    relations: ['sum B2=B3:B5'],
    findings: ['sum:B2 agrees'],
  },
  'two tables side by side': {
    grid: `
品名 | 金額 | | 費目 | 金額
A | 100 | | 人件費 | 1,000
B | 200 | | 通信費 | 2,500
合計 | 300 | | 合計 | 3,500`,
    tables: ['amounts A1:B4 name@A amount@B', 'amounts D1:E4 name@D amount@E'],
    relations: ['sum B4=B2:B3', 'sum E4=E2:E3'],
    findings: ['sum:B4 agrees', 'sum:E4 agrees'],
  },
  'far down and far to the right': {
    grid: `
システム名 | 復旧日 | 停止日数 | 減額
A | R2.3.31 | 31日間 | ３，１００円
B | R2.3.11 | 11日間 | １，１００円
合計 | | | ４，２００円`,
    more: { at: 'H40' },
    tables: ['reduction H40:K43 name@H restored@I days@J amount@K'],
    relations: ['sum K43=K41:K42'],
    findings: [
      'day-count:J41 not-checked',
      'amount:K41 possible',
      'day-count:J42 not-checked',
      'amount:K42 possible',
      'sum:K43 agrees',
    ],
  },
  'one row': {
    grid: `
品名 | 数量 | 単価 | 金額
保守 | 3 | 1,200 | 3,600
合計 | | | 3,600`,
    tables: ['invoice A1:D3 name@A quantity@B unit-price@C amount@D'],
    relations: ['sum D3=D2'],
    findings: ['quantity:D2 agrees', 'sum:D3 agrees'],
  },
  'one row without a total': {
    grid: `
システム名 | 停止日 | 復旧日 | 停止日数
A | 令和2年3月1日 | 令和2年3月24日 | 23日間`,
    tables: ['reduction A1:D2 name@A start@B restored@C days@D'],
    relations: [],
    findings: ['day-count:D2 agrees'],
  },
  'notes below': {
    grid: `
費目 | 金額
人件費 | 1,000
通信費 | 250
合計 | 1,250
※1 人件費は 2 名分（500 × 2）
※2 100 | 端数は切捨て
（注）通信費は概算`,
    tables: ['amounts A1:B4 name@A amount@B'],
    relations: ['sum B4=B2:B3'],
    findings: ['sum:B4 agrees'],
  },
  'discount lines': {
    grid: `
品名 | 金額
作業 | 10,000
値引 | △1,000
小計 | 9,000
消費税（10%） | 900
合計 | 9,900`,
    tables: ['amounts A1:B6 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'tax B5 of B2:B3 net B4 at 10', 'gross B6=B4+B5'],
    findings: ['sum:B4 agrees', 'tax:B5 agrees', 'gross:B6 agrees'],
  },
  'one tax line over lines of two rates, rounded once per rate': {
    grid: `
品名 | 税率 | 金額
米 | 8% | 1,005
茶 | 8% | 1,006
酒 | 10% | 2,009
小計 | | 4,020
消費税 | | 360
合計 | | 4,380`,
    tables: ['amounts A1:C7 name@A tax-rate@B amount@C'],
    relations: ['sum C5=C2:C4', 'tax C6 of C2:C4 net C5', 'gross C7=C5+C6'],
    findings: ['sum:C5 agrees', 'tax:C6 agrees', 'gross:C7 agrees'],
  },
  'the same, rounded up': {
    grid: `
品名 | 税率 | 金額
米 | 8% | 1,005
酒 | 10% | 2,003
小計 | | 3,008
消費税 | | 282
合計 | | 3,290`,
    tables: ['amounts A1:C6 name@A tax-rate@B amount@C'],
    relations: ['sum C4=C2:C3', 'tax C5 of C2:C3 net C4', 'gross C6=C4+C5'],
    findings: ['sum:C4 agrees', 'tax:C5 explained', 'gross:C6 agrees'],
  },
  'the same, with no rounding that gives it': {
    grid: `
品名 | 税率 | 金額
米 | 8% | 1,005
酒 | 10% | 2,003
小計 | | 3,008
消費税 | | 300
合計 | | 3,308`,
    tables: ['amounts A1:C6 name@A tax-rate@B amount@C'],
    relations: ['sum C4=C2:C3', 'tax C5 of C2:C3 net C4', 'gross C6=C4+C5'],
    findings: ['sum:C4 agrees', 'tax:C5 disagrees', 'gross:C6 agrees'],
  },
  'a mark for the reduced rate, explained below': {
    grid: `
品名 | 金額
米※ | 1,005
酒 | 2,003
小計 | 3,008
消費税 | 280
合計 | 3,288
※は軽減税率（8%）対象`,
    tables: ['amounts A1:B6 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'tax B5 of B2:B3 net B4', 'gross B6=B4+B5'],
    findings: ['sum:B4 agrees', 'tax:B5 agrees', 'gross:B6 agrees'],
  },
  'a mark for the reduced rate, a tax line a rate': {
    grid: `
品名 | 金額
＊米 | 1,005
酒 | 2,003
小計 | 3,008
消費税（8%） | 80
消費税（10%） | 200
合計 | 3,288
＊印は軽減税率対象品目`,
    tables: ['amounts A1:B7 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'tax B5 of B2 at 8', 'tax B6 of B3 at 10', 'sum B7=B4:B6'],
    findings: ['sum:B4 agrees', 'tax:B5 agrees', 'tax:B6 agrees', 'sum:B7 agrees'],
  },
  'a mark that means something else': {
    grid: `
品名 | 金額
部品※ | 1,005
作業 | 2,003
小計 | 3,008
消費税 | 300
合計 | 3,308
※は取寄せ`,
    tables: ['amounts A1:B6 name@A amount@B'],
    relations: ['sum B4=B2:B3', 'tax B5 of B2:B3 net B4', 'gross B6=B4+B5'],
    findings: ['sum:B4 agrees', 'tax:B5 agrees', 'gross:B6 agrees'],
  },
};

test.each(Object.entries(layouts))('%s', (_, { grid, more, tables, relations, findings }) => {
  const document = findDocument(snapshotOf(textSheet(grid, more)));
  expect(document.tables.map(tableText)).toEqual(tables);
  expect(relationsOf(document)).toEqual(relations);
  const found = checkDocument(document, NO_TERMS).findings.map(
    ({ id, verdict }) => `${id.replace(/Sheet1!/, '')} ${verdict}`,
  );
  expect(found).toEqual(findings);
});
