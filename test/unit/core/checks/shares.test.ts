import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { evaluateExpression } from '../../support/evaluateExpression';
import { cells, snapshotOf } from '../../support/grid';

const documentOf = (lines: readonly string[]) => findDocument(snapshotOf({ rows: lines.map(cells) }));
const check = (lines: readonly string[]) => checkDocument(documentOf(lines), NO_TERMS).findings;

const told = (lines: readonly string[], ...kinds: readonly string[]) =>
  check(lines).flatMap(({ cell, kind, verdict }) =>
    kinds.includes(kind) ? [`${cellName(cell)} ${kind} ${verdict}`] : [],
  );

const ESTIMATE = [
  '項目 | 数量 | 単位 | 単価 | 金額',
  '要員A | 2.5 | 人月 | 1,000,000 | 2,500,000',
  '要員B | 0.5 | 人月 | 800,000 | 400,000',
  '小計 | | | | 2,900,000',
  '諸経費（15%） | 1 | 式 | | 435,000',
  '端数値引 | 1 | 式 | | △5,000',
  '計 | | | | 3,330,000',
];

const SHEETS: Readonly<Record<string, { readonly lines: readonly string[]; readonly told: readonly string[] }>> = {
  'overheads on the subtotal above': { lines: ESTIMATE, told: ['E5 share agrees'] },
  'another figure is only doubted: nothing says of what it is a share': {
    lines: ESTIMATE.map((line) => line.replace('435,000', '453,000').replace('3,330,000', '3,348,000')),
    told: ['E5 share possible'],
  },
  'rounded down to thousands; of a line that is named; of one that is not there': {
    lines: [
      '費目 | 金額',
      '直接工事費 | 12,345,678',
      '共通仮設費（5.2%） | 641,000',
      '現場管理費（直接工事費×12%） | 1,481,481',
      '一般管理費（①×3%） | 1,000',
      '工事価格 | 14,469,159',
    ],
    told: ['B3 share explained', 'B4 share agrees'],
  },
  'a discount with its sign, in cents': {
    lines: [
      'Description | Hours | Rate | Amount',
      'Consulting | 12.5 | $150.00 | $1,875.00',
      'Travel | 1 | $320.40 | $320.40',
      'Subtotal | | | $2,195.40',
      'Discount (10%) | | | -$219.54',
      'Net | | | $1,975.86',
    ],
    told: ['D5 share agrees'],
  },
  'the percentage in the column of quantities': {
    lines: [
      '項目 | 数量 | 単価 | 金額',
      '作業 | 10 | 39,000 | 390,000',
      '諸経費 | 10% | | 39,000',
      '合計 | | | 429,000',
    ],
    told: ['D3 share agrees'],
  },
  'of marks, one taken off': {
    lines: ['項目 | 金額', '① 収入 | 900,000', '② 免除 | 100,000', '③ 負担金（①－②）×5% | 40,000'],
    told: ['B4 share agrees'],
  },
  'percentages that are none of the amounts': {
    lines: ['品名 | 金額', 'ビール（アルコール5%） | 1,000', 'ワイン（12%） | 3,000', '計 | 4,000'],
    told: [],
  },
};

test.each(Object.entries(SHEETS))('%s', (_, sheet) => {
  expect(told(sheet.lines, 'share')).toEqual(sheet.told);
});

test('a share of a stated line that is wrong names both cells, and its expression gives what is computed', () => {
  // Numbers, not texts: the expression refers to the cell.
  const lines = ['項目 | 金額', '(1) 直接費 | 2000000', '(2) 間接費 (1)×20% | 40000', '(3) 合計 (1)+(2) | 2040000'];
  const [found, ...others] = check(lines).filter(({ verdict }) => verdict === 'disagrees');
  expect(others).toEqual([]);
  if (!found?.expression) throw new Error('The share was not checked.');
  expect(renderMessage(found.message, 'ja')).toBe(
    '2,000,000 の 20% は 400,000 です。記載の 40,000 とは 360,000 の差があります。',
  );
  expect(found.causes.map(({ cell, suggested }) => `${cellName(cell)} ${String(suggested)}`)).toEqual([
    'B3 400000',
    'B2 200000',
  ]);
  expect(String(evaluateExpression(found.expression, documentOf(lines)))).toBe('400000');
});

test('a tax on the one line that its label names', () => {
  const lines = [
    '項目 | 金額',
    '① 使用料減額分 | 1,234,567',
    '② 損害賠償金 | 345,678',
    '③ 小計（①＋②） | 1,580,245',
    '④ 消費税（①×10%） | 123,456',
    '⑤ 既払額 | △500,000',
    '⑥ 差引請求額（③＋④＋⑤） | 1,203,701',
  ];
  expect(told(lines, 'tax', 'sum')).toEqual(['B4 sum agrees', 'B5 tax agrees', 'B7 sum agrees']);
  const slipped = lines.map((line) => line.replace('123,456', '123,465').replace('1,203,701', '1,203,710'));
  expect(told(slipped, 'tax', 'sum')).toEqual(['B4 sum agrees', 'B5 tax disagrees', 'B7 sum agrees']);
});
