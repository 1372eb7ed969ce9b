import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { relationsOf } from '../../../support/describeDocument';
import { snapshotOf, textSheet } from '../../../support/grid';

interface Case {
  readonly grid: string;
  /** Relations that are asserted; others may be as well. */
  readonly told: readonly string[];
  /** Relations that are not. */
  readonly untold?: readonly string[];
  /** Findings that do not agree, as id and verdict. */
  readonly odd?: readonly string[];
}

const INCOME = `
科目 | 当期
売上高 | 48,230
売上原価 | 29,118
売上総利益 | 19,112
給料手当 | 8,420
地代家賃 | 3,986
販売費及び一般管理費計 | 12,406
営業利益 | 6,706
受取利息 | 18
支払利息 | 402
経常利益 | 6,322
法人税等 | 1,902
当期純利益 | 4,420`;

const WORKS = `
費目 | 数量 | 金額
仮設工事 | 1 | 1,204
土工事 | 1 | 2,318
直接工事費計 | | 3,522
共通仮設費 | 1 | 812
純工事費 | | 4,334
現場管理費 | 1 | 2,140
工事原価 | | 6,474
一般管理費等 | 1 | 1,985
工事価格 | | 8,459`;

const cases: Record<string, Case> = {
  'the steps of an income statement, and a total between two of them': {
    grid: INCOME,
    told: ['sum B4=B2-B3', 'sum B7=B5:B6', 'sum B8=B4-B7', 'sum B11=B8:B9-B10', 'sum B13=B11-B12'],
  },
  'a wrong step': {
    grid: INCOME.replace('6,706', '6,760'),
    told: ['sum B8=B4-B7'],
    odd: ['sum:B8 disagrees', 'sum:B11 disagrees'],
  },
  'a total that prints its details below it': {
    grid: `
科目 | 金額
売上総利益 | 9,500
販売費及び一般管理費 | 4,100
給料 | 2,600
賃借料 | 1,500
営業利益 | 5,400
営業外費用 | 310
経常利益 | 5,090`,
    told: ['sum B6=B2-B3', 'sum B8=B6-B7'],
  },
  'the cost of what was sold': {
    grid: `
区分 | 上期 | 下期
売上高 | 31,250 | 33,480
期首商品棚卸高 | 4,200 | 4,515
当期商品仕入高 | 18,730 | 19,902
期末商品棚卸高 | 4,515 | 4,870
売上原価 | 18,415 | 19,547
売上総利益 | 12,835 | 13,933`,
    told: ['sum B6=B3:B4-B5', 'sum C6=C3:C4-C5', 'sum B7=B2-B6', 'sum C7=C2-C6'],
  },
  'costs that are printed with a minus': {
    grid: `
 | FY2019 | FY2018
Revenue | 4,823 | 4,518
Cost of sales | -2,911 | -2,804
Gross profit | 1,912 | 1,714
Administrative expenses | -719 | -692
Operating income | 1,193 | 1,022`,
    told: ['sum B4=B2:B3', 'sum C6=C4:C5'],
  },
  'the steps of a price of works': {
    grid: WORKS,
    told: ['sum C4=C2:C3', 'sum C6=C4:C5', 'sum C8=C6:C7', 'sum C10=C8:C9'],
    untold: ['sum C10=C2:C9'],
  },
  '工事価格 of a bill without such steps is the sum of its lines': {
    grid: `
工種 | 金額
塗装 | 120,000
防水 | 80,500
工事価格 | 200,500
消費税（10%） | 20,050
合計 | 220,550`,
    told: ['sum B4=B2:B3'],
  },
  'pay: what is paid less what is deducted, without headings': {
    grid: `
支給 |
基本給 | 284,300
通勤手当 | 12,800
支給合計 | 297,100
控除 |
健康保険料 | 14,320
住民税 | 15,400
控除合計 | 29,720
差引支給額 | 267,830`,
    told: ['sum B9=B4-B8'],
    odd: ['sum:B9 disagrees'],
  },
  'receipts and payments, and what is carried over': {
    grid: `
科目 | 予算額 | 決算額
会費収入 | 3,600 | 3,548
補助金収入 | 1,500 | 1,500
収入合計 | 5,100 | 5,048
事業費 | 3,900 | 3,812
事務費 | 900 | 915
支出合計 | 4,800 | 4,727
当期収支差額 | 300 | 321
前期繰越収支差額 | 412 | 412
次期繰越収支差額 | 712 | 733`,
    told: ['sum B8=B4-B7', 'sum C8=C4-C7', 'sum B10=B8:B9', 'sum C10=C8:C9'],
  },
  'figures of results alone, without what they follow from': {
    grid: `
指標 | 前期 | 当期
売上高 | 152,480 | 148,003
営業利益 | 12,204 | 11,870
経常利益 | 11,980 | 12,015
当期純利益 | 7,602 | 8,114`,
    told: [],
    odd: [],
  },
  'a name that comes again is no step of the first': {
    grid: `
 | 2019 | 2018
Operating income | 2,105 | 1,940
Income taxes | 684 | 610
Net income | 1,421 | 1,330
Charges left out | 533 | 490
Net income | 3,111 | 2,900`,
    told: ['sum B4=B2-B3', 'sum C4=C2-C3'],
    odd: [],
  },
};

test.each(Object.entries(cases))('%s', (_, { grid, told, untold = [], odd = [] }) => {
  const document = findDocument(snapshotOf(textSheet(grid)));
  const relations = relationsOf(document);
  expect(relations).toEqual(expect.arrayContaining([...told]));
  for (const relation of untold) expect(relations).not.toContain(relation);
  const findings = checkDocument(document, NO_TERMS).findings.filter(({ verdict }) => verdict !== 'agrees');
  expect(findings.map(({ id, verdict }) => `${id.replace(/Sheet1!/, '')} ${verdict}`)).toEqual(odd);
});
