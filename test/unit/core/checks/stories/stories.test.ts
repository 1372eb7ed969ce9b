import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import type { Finding } from '../../../../../src/core/checks/finding';
import { areAlternatives, likelyCauses } from '../../../../../src/core/checks/rankCauses';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { cellName } from '../../../../../src/core/sheets/address';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { cells, snapshotOf } from '../../../support/grid';

/** What disagrees in a sheet of lines, and why: `D9 sum: transposed-digits D4 → 3100`, tied causes joined by `or`. */
function told(lines: readonly string[], hidden: readonly number[] = []): string[] {
  const document = findDocument(snapshotOf({ rows: lines.map(cells), hidden }));
  return checkDocument(document, NO_TERMS)
    .findings.filter(({ verdict }) => verdict === 'disagrees')
    .map((finding) => `${cellName(finding.cell)} ${finding.kind}: ${why(finding)}`);
}

function why({ causes }: Finding): string {
  const likely = likelyCauses(causes).map(({ kind, cell, suggested }) => {
    const value = suggested === null ? '' : ` → ${'year' in suggested ? 'date' : suggested.toFixed()}`;
    return `${kind} ${cellName(cell)}${value}`;
  });
  return likely.join(areAlternatives(likelyCauses(causes)) ? ' or ' : ' and ');
}

const INVOICE = [
  '品名 | 数量 | 単価 | 金額',
  'コピー用紙 | 12 | 430 | 5160',
  '封筒 | 40 | 85 | 3400',
  'トナー | 3 | 9870 | 29610',
  '名刺 | 7 | 1310 | 9170',
  '小計 | | | 47340',
  '値引き | | | -1340',
  '税抜金額 | | | 46000',
  '消費税（10%） | | | 4600',
  '合計 | | | 50600',
];

/** The invoice with some of its figures changed, by the label of their line: the last figure of the line is the one. */
const invoice = (changes: Readonly<Record<string, string>>) =>
  INVOICE.map((line) => {
    const [label = ''] = line.split(' | ');
    const changed = changes[label];
    return changed === undefined ? line : line.replace(/[^|]*$/, ` ${changed}`);
  });

test('the invoice as it should be', () => {
  expect(told(INVOICE)).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>, string[]]>([
  [
    'swapped digits of an amount that the sum did not follow break its product and the sum',
    { トナー: '26910' },
    [
      'D4 quantity: transposed-digits D4 → 29610',
      'D6 sum: transposed-digits D4 → 29610',
      'D8 sum: transposed-digits D4 → 29610',
    ],
  ],
  [
    'an amount that all totals follow was meant: the price is what is wrong',
    { トナー: '29910', 小計: '47640', 税抜金額: '46300', '消費税（10%）': '4630', 合計: '50930' },
    ['D4 quantity: wrong-digit C4 → 9970'],
  ],
  [
    'a row left out, with all that follows from the sum',
    { 小計: '43940', 税抜金額: '42600', '消費税（10%）': '4260', 合計: '46860' },
    ['D6 sum: omitted-row D3', 'D8 sum: omitted-row D3'],
  ],
  [
    'an allowance that was not taken off, with the tax and the gross total',
    { 税抜金額: '47340', '消費税（10%）': '4734', 合計: '52074' },
    ['D8 sum: omitted-row D7'],
  ],
  ['tax on the amount before the allowance', { '消費税（10%）': '4734', 合計: '50734' }, ['D9 tax: omitted-row D7']],
  [
    'one slip that breaks the sum, the tax and the gross total',
    { 税抜金額: '40600' },
    ['D8 sum: transposed-digits D8 → 46000', 'D10 gross: transposed-digits D8 → 46000'],
  ],
  [
    'two slips in one invoice, each told where it is',
    { トナー: '26910', 合計: '56000' },
    [
      'D4 quantity: transposed-digits D4 → 29610',
      'D6 sum: transposed-digits D4 → 29610',
      'D8 sum: transposed-digits D4 → 29610',
      'D10 gross: transposed-digits D10 → 50600',
    ],
  ],
  [
    'a wrong amount beside a row left out: both are needed',
    { トナー: '26910', 小計: '43940', 税抜金額: '42600', '消費税（10%）': '4260', 合計: '46860' },
    [
      'D4 quantity: transposed-digits D4 → 29610',
      'D6 sum: transposed-digits D4 → 29610 and omitted-row D3',
      'D8 sum: transposed-digits D4 → 29610 and omitted-row D3',
    ],
  ],
])('%s', (_, changes, expected) => {
  expect(told(invoice(changes))).toEqual(expected);
});

test('rows of the same amount are named together: nothing tells them apart', () => {
  const lines = ['項目 | 金額', 'あ | 1200', 'い | 5310', 'う | 1200', 'え | 8470', '合計 | 14980'];
  expect(told(lines)).toEqual(['B6 sum: omitted-row B2 or omitted-row B4']);
});

test('a hidden row is what a sum of what is seen leaves out', () => {
  const lines = ['項目 | 金額', 'あ | 1200', 'い | 5310', 'う | 2290', 'え | 8470', '合計 | 11960'];
  expect(told(lines, [3])).toEqual(['B6 sum: hidden-row B3']);
});

test('subtotals counted with their details reach the tax that was reckoned on them', () => {
  const lines = [
    '項目 | 金額',
    'あ | 1200',
    'い | 5310',
    '小計 | 6510',
    'う | 2290',
    'え | 8470',
    '小計 | 10760',
    '合計 | 34540',
    '消費税（10%） | 3454',
    '税込合計 | 37994',
  ];
  expect(told(lines)).toEqual(['B8 sum: subtotal-counted-with-details B4']);
});

test('a printed fee and its amount speak for the dates: the day count is what is wrong', () => {
  const lines = [
    '障害発生日：2024年4月1日',
    'システム名 | 回復日 | 日数 | 月額 | 減額',
    '住民記録 | d:2024-04-14 | 13 | 300000 | 130000',
    '税務 | d:2024-04-22 | 12 | 150000 | 105000',
    '介護 | d:2024-04-10 | 9 | 90000 | 27000',
    '国保 | d:2024-04-16 | 15 | 60000 | 30000',
    '合計 | | | | 292000',
  ];
  expect(told(lines)).toEqual(['C4 day-count: transposed-digits C4 → 21']);
});
