import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { relationsOf } from '../../support/describeDocument';
import { snapshotOf, textSheet } from '../../support/grid';

const read = (grid: string) => findDocument(snapshotOf(textSheet(grid)));
const oddOf = (grid: string) =>
  checkDocument(read(grid), NO_TERMS)
    .findings.filter(({ verdict }) => verdict !== 'agrees')
    .map(({ id, verdict }) => `${id.replace(/Sheet1!/, '')} ${verdict}`);

const JAPANESE = `
科目 | 金額
現金預金 | 184
売掛金 | 221
流動資産合計 | 405
建物 | 312
土地 | 240
固定資産合計 | 552
資産合計 | 957
買掛金 | 98
流動負債合計 | 98
長期借入金 | 284
固定負債合計 | 284
負債合計 | 382
資本金 | 300
利益剰余金 | 275
株主資本合計 | 575
純資産合計 | 575
負債・純資産合計 | 957`;

const ENGLISH = `
Assets |
Cash | 18,402
Receivables | 22,118
Total current assets | 40,520
Equipment | 58,216
Total assets | 98,736
Liabilities |
Payables | 9,815
Debt | 12,030
Total liabilities | 21,845
Capital | 50,000
Retained earnings | 26,891
Total shareholders' equity | 76,891
Total liabilities and equity | 98,736`;

test('the wider of two totals by name takes in the narrower, and one that names two is their sum', () => {
  const relations = relationsOf(read(JAPANESE));
  expect(relations).toEqual(
    expect.arrayContaining(['sum B4=B2:B3', 'sum B7=B5:B6', 'sum B8=B2:B3+B5:B6', 'sum B13=B9+B11', 'sum B18=B13+B17']),
  );
  expect(oddOf(JAPANESE)).toEqual([]);
});

test.each([
  ['資産合計 | 957', '資産合計 | 975', 'sum:B8 disagrees'],
  ['負債・純資産合計 | 957', '負債・純資産合計 | 967', 'sum:B18 disagrees'],
])('%s printed as %s', (right, wrong, told) => {
  expect(oddOf(JAPANESE.replace(`\n${right}`, `\n${wrong}`))).toContain(told);
});

test('English totals that only several of their kind tell from names', () => {
  expect(relationsOf(read(ENGLISH))).toEqual(
    expect.arrayContaining(['sum B4=B2:B3', 'sum B6=B2:B3+B5', 'sum B10=B8:B9', 'sum B13=B11:B12', 'sum B14=B10+B13']),
  );
  expect(oddOf(ENGLISH)).toEqual([]);
});

test.each([
  ['40,520', 'sum:B4 disagrees'],
  ['21,845', 'sum:B10 disagrees'],
])('%s with another digit disagrees', (right, told) => {
  expect(oddOf(ENGLISH.replace(right, `${right.slice(0, -1)}9`))).toContain(told);
});

test('a single Total of something may be a name', () => {
  const plans = `
Plan | Price
Basic | 120
Total care plan | 450
Family | 300`;
  expect(relationsOf(read(plans))).toEqual([]);
});

const SIDES = `
資産の部 | 金額 | 負債・純資産の部 | 金額
現金預金 | 184 | 買掛金 | 98
売掛金 | 221 | 短期借入金 | 120
流動資産計 | 405 | 負債合計 | 218
土地 | 240 | 資本金 | 300
建物 | 312 | 利益剰余金 | 439
固定資産計 | 552 | 純資産合計 | 739
資産合計 | 957 | 負債・純資産合計 | 957`;

test('both sides of a balance sheet are tables of their own, and come to the same', () => {
  expect(read(SIDES).tables.map(({ range: { left, right } }) => [left, right])).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(relationsOf(read(SIDES))).toEqual(
    expect.arrayContaining(['sum B8=B2:B3+B5:B6', 'sum D7=D5:D6', 'sum D8=D4+D7', 'sum→ D8=B8']),
  );
  expect(oddOf(SIDES)).toEqual([]);
});

test('a list that goes on to the right with one total stays one table', () => {
  const list = `
品名 | 金額 | 品名 | 金額
用紙 | 1,200 | 封筒 | 380
糊 | 240 | 鉛筆 | 910
画鋲 | 150 | 合計 | 2,880`;
  expect(read(list).tables.map(({ range: { left, right } }) => [left, right])).toEqual([[0, 3]]);
});

test('a balance sheet whose sides differ is told', () => {
  const odd = oddOf(
    ENGLISH.replace('26,891', '26,981')
      .replace('76,891', '76,981')
      .replace(/98,736$/, '98,826'),
  );
  expect(odd).toEqual(['sum:B14#2 disagrees']);
});
