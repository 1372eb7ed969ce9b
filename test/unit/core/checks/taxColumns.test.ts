import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { cells, snapshotOf } from '../../support/grid';

const check = (lines: readonly string[]) =>
  checkDocument(findDocument(snapshotOf({ rows: lines.map(cells) })), NO_TERMS).findings;

/** The findings as `C2 tax agrees`, without what is said of others than taxes and sums. */
const told = (lines: readonly string[]) =>
  check(lines).flatMap(({ cell, kind, verdict }) =>
    kind === 'tax' || kind === 'sum' ? [`${cellName(cell)} ${kind} ${verdict}`] : [],
  );

const all = (verdict: string, ...names: readonly string[]) => names.map((name) => `${name} ${verdict}`);

interface Sheet {
  readonly lines: readonly string[];
  readonly told: readonly string[];
}

const SHEETS: Readonly<Record<string, Sheet>> = {
  'a tax and an amount with it in each row': {
    lines: [
      'システム名 | 月額使用料 | 停止期間 | 日数 | 減額（税抜） | 消費税 | 減額（税込）',
      'A | 93,000 | 令和6年7月1日～7月10日 | 10日間 | 30,000 | 3,000 | 33,000',
      'B | 62,000 | 令和6年7月1日～7月15日 | 15日間 | 30,000 | 3,000 | 33,000',
      'C | 100,000 | 令和6年7月1日～8月5日 | 36日間 | 116,129 | 11,612 | 127,741',
      '合計 | | | | 176,129 | 17,612 | 193,741',
    ],
    told: all(
      'agrees',
      'F2 tax',
      'G2 sum',
      'F3 tax',
      'G3 sum',
      'F4 tax',
      'G4 sum',
      'E5 sum',
      'F5 sum',
      'G5 sum',
      'G5 sum',
    ),
  },
  'the rows’ taxes rounded down, that of the total once': {
    lines: [
      '件名 | 金額（税抜） | 消費税額 | 金額（税込）',
      'A | 1,234 | 123 | 1,357',
      'B | 5,678 | 567 | 6,245',
      'C | 9,999 | 999 | 10,998',
      '合計 | 16,911 | 1,691 | 18,602',
    ],
    told: all('agrees', 'C2 tax', 'D2 sum', 'C3 tax', 'D3 sum', 'C4 tax', 'D4 sum', 'B5 sum', 'C5 tax', 'D5 sum'),
  },
  'taxes that the amounts hold': {
    lines: [
      '品目 | 金額（税込） | うち消費税',
      'A | 1,100 | 100',
      'B | 2,200 | 200',
      'C | 3,305 | 300',
      '合計 | 6,605 | 600',
    ],
    told: all('agrees', 'C2 tax', 'C3 tax', 'C4 tax', 'B5 sum', 'C5 sum'),
  },
  'two rates that nothing prints, two rows each': {
    lines: [
      '品名 | 金額 | 税 | 計',
      '弁当 | 5,400 | 432 | 5,832',
      '茶 | 1,000 | 80 | 1,080',
      '紙 | 3,000 | 300 | 3,300',
      '袋 | 100 | 10 | 110',
    ],
    told: all('agrees', 'C2 tax', 'D2 sum', 'C3 tax', 'D3 sum', 'C4 tax', 'D4 sum', 'C5 tax', 'D5 sum'),
  },
  'the rate in the header': {
    lines: [
      '品名 | 金額 | 消費税（8%）| 税込額',
      'A | 1,250 | 100 | 1,350',
      'B | 800 | 80 | 880',
      'C | 900 | 72 | 972',
    ],
    told: [
      ...all('agrees', 'C2 tax', 'D2 sum'),
      'C3 tax disagrees',
      'D3 sum agrees',
      ...all('agrees', 'C4 tax', 'D4 sum'),
    ],
  },
  'a column of taxes that is no tax on what stands beside it': {
    lines: [
      '税目 | 調定額 | 税額 | 収入額',
      '市民税 | 120,000 | 77,120 | 42,880',
      '固定資産税 | 98,000 | 61,333 | 36,667',
    ],
    told: [],
  },
};

test.each(Object.entries(SHEETS))('%s', (_, sheet) => {
  const found = told(sheet.lines);
  expect(sheet.told.length === 0 ? found.filter((line) => line.includes('tax')) : found).toEqual(sheet.told);
});

test('a slip in a tax of a foreign rate repairs its row and its column', () => {
  const found = check([
    'Item | Net | VAT | Gross',
    'A | 100.00 | 20.00 | 120.00',
    'B | 55.55 | 11.11 | 66.66',
    'C | 10.02 | 2.50 | 12.02',
    'Total | 165.57 | 33.11 | 198.68',
  ]).filter(({ verdict }) => verdict === 'disagrees');
  expect(found.map(({ cell, kind }) => `${cellName(cell)} ${kind}`)).toEqual(['C4 tax', 'D4 sum', 'C5 sum']);
  for (const { causes } of found) {
    expect(causes[0]?.kind).toBe('wrong-digit');
    expect(causes[0] && cellName(causes[0].cell)).toBe('C4');
    expect(String(causes[0]?.suggested)).toBe('2');
  }
});
