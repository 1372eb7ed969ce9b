import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { cells, snapshotOf } from '../../support/grid';

/** Bills as vendors print them: what is checked in each, and which figure a slip is put into. */
interface Bill {
  readonly name: string;
  readonly lines: readonly string[];
  /** `D5 sum`, in reading order; quantities apart. */
  readonly checks: readonly string[];
  readonly quantities: number;
  /** A figure, another in its place, and the checks that disagree then. */
  readonly slip: readonly [line: number, from: string, to: string, disagree: readonly string[]];
}

const BILLS: readonly Bill[] = [
  {
    name: 'an estimate of works (工事価格, 請負代金額)',
    lines: [
      '工事名称 | 数量 | 単位 | 単価 | 金額',
      '直接工事費 | 1 | 式 | 1250000 | 1250000',
      '共通仮設費 | 1 | 式 | 120000 | 120000',
      '現場管理費 | 1 | 式 | 86000 | 86000',
      '工事価格 | | | | 1456000',
      '消費税等（10%） | | | | 145600',
      '請負代金額 | | | | 1601600',
    ],
    checks: ['E5 sum', 'E6 tax', 'E7 gross'],
    quantities: 3,
    slip: [5, '145600', '154600', ['E6 tax', 'E7 gross']],
  },
  {
    name: 'an English invoice with a discount, VAT, a payment and the balance due',
    lines: [
      'Description | Qty | Unit price | Amount',
      'Consulting | 12 | 150.00 | 1800.00',
      'Hosting | 3 | 49.90 | 149.70',
      'Travel | 1 | 320.55 | 320.55',
      'Subtotal | | | 2270.25',
      'Discount | | | -70.25',
      'Net total | | | 2200.00',
      'VAT (20%) | | | 440.00',
      'Total | | | 2640.00',
      'Paid | | | 1000.00',
      'Balance due | | | 1640.00',
    ],
    checks: ['D5 sum', 'D7 sum', 'D8 tax', 'D9 gross', 'D11 sum'],
    quantities: 3,
    slip: [10, '1640.00', '1460.00', ['D11 sum']],
  },
  {
    name: 'fees with income tax withheld',
    lines: [
      '摘要 | 金額',
      '講演料 | 100000',
      '原稿料 | 50000',
      '小計 | 150000',
      '消費税（10%） | 15000',
      '合計 | 165000',
      '源泉徴収税額 | -15315',
      '差引お支払額 | 149685',
    ],
    checks: ['B4 sum', 'B5 tax', 'B6 gross', 'B7 tax', 'B8 sum'],
    quantities: 0,
    slip: [7, '149685', '146985', ['B8 sum']],
  },
  {
    name: 'a statement of account above what was bought',
    lines: [
      '前回ご請求額 | ご入金額 | 繰越金額 | 今回お買上額 | 消費税額 | 今回ご請求額',
      '120000 | 100000 | 20000 | 50000 | 5000 | 75000',
      '',
      '品名 | 数量 | 単価 | 金額',
      '用紙 | 10 | 3000 | 30000',
      'トナー | 2 | 10000 | 20000',
    ],
    checks: ['C2 sum', 'D2 sum', 'E2 tax', 'F2 sum'],
    quantities: 2,
    slip: [1, '75000', '57000', ['F2 sum']],
  },
  {
    name: 'returned goods as a negative line',
    lines: [
      '品名 | 数量 | 単価 | 金額',
      '用紙 | 10 | 3000 | 30000',
      '返品 用紙 | -2 | 3000 | -6000',
      'トナー | 2 | 10000 | 20000',
      '小計 | | | 44000',
      '消費税（10%） | | | 4400',
      '合計 | | | 48400',
    ],
    checks: ['D5 sum', 'D6 tax', 'D7 gross'],
    quantities: 3,
    slip: [4, '44000', '56000', ['D5 sum', 'D7 gross']],
  },
  {
    name: 'untaxed goods and two rates, a taxable amount and a tax for each',
    lines: [
      '品名 | 税率 | 金額',
      '切手 | 非課税 | 8400',
      'コピー代 | 10% | 12000',
      '弁当 | 8% | 5400',
      '小計 | | 25800',
      '10%対象 | | 12000',
      '消費税（10%） | | 1200',
      '8%対象 | | 5400',
      '消費税（8%） | | 432',
      '合計 | | 27432',
    ],
    checks: ['C5 sum', 'C6 sum', 'C7 tax', 'C8 sum', 'C9 tax', 'C10 sum'],
    quantities: 0,
    slip: [7, '5400', '4500', ['C8 sum']],
  },
  {
    name: 'a reverse charge: nothing is added',
    lines: [
      'Item | Amount',
      'Software licence | 1500.00',
      'Support | 250.00',
      'Subtotal | 1750.00',
      'VAT reverse charge (0%) | 0.00',
      'Total due | 1750.00',
    ],
    checks: ['B4 sum', 'B5 tax', 'B6 gross'],
    quantities: 0,
    slip: [5, '1750.00', '1570.00', ['B6 gross']],
  },
  {
    name: 'prices that hold their tax',
    lines: [
      '品名 | 数量 | 単価 | 金額（税込）',
      '会議用机 | 4 | 27500 | 110000',
      '椅子 | 12 | 5500 | 66000',
      '合計（税込） | | | 176000',
      '（うち消費税（10%）） | | | 16000',
    ],
    checks: ['D4 sum', 'D5 tax'],
    quantities: 2,
    slip: [4, '16000', '61000', ['D5 tax']],
  },
  {
    name: 'a bill with the amount due above it and a delivery charge',
    lines: [
      '御請求書',
      'ご請求金額 | 31350',
      '',
      '品名 | 数量 | 単価 | 金額',
      '用紙 | 5 | 4200 | 21000',
      '封筒 | 3 | 2000 | 6000',
      '小計 | | | 27000',
      '送料 | | | 1500',
      '税抜金額 | | | 28500',
      '消費税（10%） | | | 2850',
      '合計 | | | 31350',
    ],
    checks: ['B2 sum', 'D7 sum', 'D9 sum', 'D10 tax', 'D11 gross'],
    quantities: 2,
    slip: [1, '31350', '33150', ['B2 sum']],
  },
  {
    name: 'prices without tax, the tax of each row, amounts with it',
    lines: [
      'Item | Qty | Price ex GST | GST | Total inc GST',
      'Desk | 2 | 330.00 | 66.00 | 726.00',
      'Chair | 4 | 55.00 | 22.00 | 242.00',
      'Lamp | 1 | 20.00 | 2.00 | 22.00',
      'Total | | | 90.00 | 990.00',
    ],
    checks: ['D2 tax', 'D3 tax', 'D4 tax', 'D5 sum', 'E5 sum'],
    quantities: 3,
    slip: [2, '242.00', '224.00', ['E3 quantity', 'E5 sum']],
  },
  {
    name: 'the same in Japanese',
    lines: [
      '品名 | 数量 | 単価（税抜） | 消費税 | 金額（税込）',
      '机 | 2 | 33000 | 6600 | 72600',
      '椅子 | 4 | 5500 | 2200 | 24200',
      '電球 | 1 | 2000 | 200 | 2200',
      '合計 | | | 9000 | 99000',
    ],
    checks: ['D2 tax', 'D3 tax', 'D4 tax', 'D5 sum', 'E5 sum'],
    quantities: 3,
    slip: [3, '2200', '2000', ['D4 tax', 'E4 quantity', 'E5 sum']],
  },
  {
    name: 'prices per thousand, in English',
    lines: [
      'Item | Quantity | Price per 1,000 | Amount',
      'Leaflets | 12000 | 450 | 5400',
      'Envelopes | 3000 | 1200 | 3600',
      'Total | | | 9000',
    ],
    checks: ['D4 sum'],
    quantities: 2,
    slip: [3, '9000', '90000', ['D4 sum']],
  },
];

const findingsOf = (lines: readonly string[]) =>
  checkDocument(findDocument(snapshotOf({ rows: lines.map(cells) })), NO_TERMS).findings.map(
    ({ cell, kind, verdict }) => ({ name: `${cellName(cell)} ${kind}`, kind, verdict }),
  );

test.each(BILLS.map((bill) => [bill.name, bill] as const))('%s', (_, { lines, checks, quantities }) => {
  const found = findingsOf(lines);
  expect(found.filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
  expect(found.filter(({ kind }) => kind !== 'quantity').map(({ name }) => name)).toEqual(checks);
  expect(found.filter(({ kind }) => kind === 'quantity')).toHaveLength(quantities);
});

test.each(BILLS.map((bill) => [bill.name, bill] as const))(
  'a slip in %s',
  (_, { lines, slip: [line, from, to, disagree] }) => {
    const wrong = lines.map((text, index) => (index === line ? text.replace(from, to) : text));
    expect(wrong).not.toEqual(lines);
    const found = findingsOf(wrong).filter(({ verdict }) => verdict === 'disagrees');
    expect(found.map(({ name }) => name)).toEqual(disagree);
  },
);
