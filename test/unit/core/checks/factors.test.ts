import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { cells, snapshotOf } from '../../support/grid';

const check = (lines: readonly string[]) =>
  checkDocument(findDocument(snapshotOf({ rows: lines.map(cells) })), NO_TERMS).findings.filter(
    ({ kind }) => kind === 'quantity',
  );

const told = (lines: readonly string[]) => check(lines).map(({ cell, verdict }) => `${cellName(cell)} ${verdict}`);

const PERSONS = [
  '区分 | 内容 | 単価 | 人数 | 時間 | 金額',
  '人件費 | 職員時間外対応 | 2,800 | 12 | 8 | 268,800',
  '人件費 | 窓口臨時職員 | 1,250 | 6 | 40 | 300,000',
  '物件費 | 郵便料 | 84 | 1,200 | | 100,800',
  '物件費 | 印刷費 | 12.5 | 1,200 | | 15,000',
];

test('persons times hours times a wage; an empty cell is one', () => {
  expect(told(PERSONS)).toEqual(['F2 agrees', 'F3 agrees', 'F4 agrees', 'F5 agrees']);
  expect(check(PERSONS).map(({ message }) => renderMessage(message, 'ja'))[0]).toBe(
    '数量 12 × 単価 2,800 × 8 と一致します。',
  );
});

test('a share of the list price, as 70%, as 0.7 and as 70 below a header in percent', () => {
  for (const [header, shares] of [
    ['掛率', ['70%', '80%', '65%']],
    ['掛率', ['0.7', '0.8', '0.65']],
    ['掛率（%）', ['70', '80', '65']],
  ] as const) {
    const lines = [
      `品名 | 定価 | ${header} | 数量 | 金額`,
      `A | 10,000 | ${shares[0]} | 3 | 21,000`,
      `B | 5,500 | ${shares[1]} | 2 | 8,800`,
      `C | 1,200 | ${shares[2]} | 10 | 7,800`,
    ];
    expect(told(lines)).toEqual(['E2 agrees', 'E3 agrees', 'E4 agrees']);
    expect(check(lines).map(({ message }) => renderMessage(message, 'en'))[0]).toBe('Agrees with 3 × 10,000 × 70%.');
  }
});

test('days times consultants at a daily rate, where no word names the consultants', () => {
  expect(
    told([
      'Role | Daily rate | Days | Consultants | Fee',
      'Lead | £850.00 | 10 | 1 | £8,500.00',
      'Analyst | £600.00 | 15 | 3 | £27,000.00',
      'Tester | £450.00 | 8 | 2 | £7,200.00',
    ]),
  ).toEqual(['E2 agrees', 'E3 agrees', 'E4 agrees']);
});

test('a slip in a further factor is named', () => {
  const slipped = PERSONS.map((line) => line.replace('| 12 | 8 |', '| 12 | 9 |'));
  const [found, ...others] = check(slipped).filter(({ verdict }) => verdict === 'disagrees');
  expect(others).toEqual([]);
  expect(found?.causes.map(({ cell, suggested }) => `${cellName(cell)} ${String(suggested)}`)).toContain('E2 8');
});

test('where most rows are no products, none is an error', () => {
  expect(
    told([
      '品名 | 数量 | 単価 | 金額',
      'A | 3 | 100 | 345',
      'B | 4 | 220 | 901',
      'C | 5 | 330 | 1,702',
      'D | 1 | 50 | 50',
    ]),
  ).toEqual(['D2 possible', 'D3 possible', 'D4 possible', 'D5 agrees']);
});
