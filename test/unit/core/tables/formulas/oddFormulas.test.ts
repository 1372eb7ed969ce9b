import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { evaluateExpression } from '../../../support/evaluateExpression';
import { named, snapshotOf, textSheet } from '../../../support/grid';

const findingsOf = (text: string) => {
  const checked = checkDocument(findDocument(snapshotOf(textSheet(text))), NO_TERMS);
  return checked.findings.map((finding) => ({ finding, document: checked.document }));
};

/** `D4 500` for each finding about a formula: its cell and what would be there. */
const told = (text: string) =>
  findingsOf(text)
    .filter(({ finding }) => finding.kind === 'formula')
    .map(({ finding }) => `${named(finding.cell)} ${finding.message.code} ${finding.computed?.toFixed() ?? '?'}`);

const wrong = (text: string) =>
  findingsOf(text)
    .filter(({ finding }) => finding.verdict === 'disagrees' || finding.verdict === 'possible')
    .map(({ finding }) => `${named(finding.cell)} ${finding.kind} ${finding.verdict}`);

describe('a formula among others in a column', () => {
  const column = (third: string) => `
    品名 | 甲 | 乙 | 丙
    あ | 100 | 7 | =B2*C2+5 → 705
    い | 200 | 8 | =B3*C3+5 → 1605
    う | 300 | 9 | ${third}
    え | 400 | 5 | =B5*C5+5 → 2005
    お | 500 | 4 | =B6*C6+5 → 2005`;

  test('that reckons something else is named, with what the others would give', () => {
    expect(told(column('=B4*C3+5 → 2405'))).toEqual(['D4 formula.differs 2705']);
  });

  test('that was typed over is named', () => {
    expect(told(column('2700'))).toEqual(['D4 formula.typed 2705']);
  });

  test('that gives the same is not', () => {
    expect(told(column('=SUM(B4*C4,5) → 2705'))).toEqual([]);
    expect(told(column('2705'))).toEqual([]);
  });

  test('that has nothing to reckon with is not: a lump sum', () => {
    expect(told(column('3000').replace('う | 300 | 9', 'う | | '))).toEqual([]);
  });
});

describe('a formula among others in a row of totals', () => {
  const totals = (...row: string[]) => `
    月 | 東 | 西 | 南 | 北
    4月 | 11 | 21 | 31 | 41
    5月 | 12 | 22 | 32 | 42
    6月 | 13 | 23 | 33 | 43
    7月 | 14 | 24 | 34 | 44
    差 | ${row.join(' | ')}`;

  test('whose sum ends earlier, in the middle or at the end, is named', () => {
    const [b, c, d] = ['=SUM(B2:B5) → 50', '=SUM(C2:C5) → 90', '=SUM(D2:D5) → 130'] as const;
    expect(told(totals(b, c, d, '=SUM(E2:E4) → 126'))).toEqual(['E6 formula.differs 170']);
    expect(told(totals(b, '=SUM(C2:C4) → 66', d, '=SUM(E2:E5) → 170'))).toEqual(['C6 formula.differs 90']);
  });

  test('with a total word, the sum itself fails and nothing more is said', () => {
    const row = ['=SUM(B2:B5) → 50', '=SUM(C2:C4) → 66', '=SUM(D2:D5) → 130', '=SUM(E2:E5) → 170'];
    const text = totals(...row).replace('差', '合計');
    expect(wrong(text)).toEqual(['C6 sum disagrees']);
  });
});

test('a sum along a row that leaves out a cell is named though its column says nothing', () => {
  const text = `
    名 | 一 | 二 | 三 | 結果
    あ | 10 | 20 | 30 | =SUM(B2:D2) → 60
    い | 11 | 21 | 31 | =SUM(B3:C3) → 32
    う | 12 | 22 | 32 | =SUM(B4:D4) → 66`;
  expect(wrong(text).map((each) => each.split(' ')[0])).toEqual(['E3']);
});

describe('a sum that leaves out what stands next to it', () => {
  test('a row added above the total', () => {
    const text = `
      費目 | 支出
      紙 | 1,210
      筆 | 3,450
      机 | 8,070
      椅子 | 9,990
      | =SUM(B2:B4) → 12,730`;
    expect(wrong(text).map((each) => each.split(' ')[0])).toEqual(['B6']);
  });

  test('not where another formula takes it in, nor a subtotal, nor another block', () => {
    expect(
      told(`
      費目 | 支出
      紙 | 1,210
      筆 | 3,450
      小計 | =SUM(B2:B3) → 4,660
      机 | 8,070
      椅子 | 9,990
      小計 | =SUM(B5:B6) → 18,060
      合計 | =B4+B7 → 22,720`),
    ).toEqual([]);
    expect(
      told(`
      費目 | 支出
      紙 | 1,210
      筆 | 3,450
      机 | 8,070
      前半 | =SUM(B2:B3) → 4,660
      後半 | =SUM(B4:B4) → 8,070`),
    ).toEqual([]);
  });

  test('not the year above a column', () => {
    expect(
      told(`
      費目 | 2019 | 2020
      紙 | 1210 | 1310
      筆 | 3450 | 2450
      | =SUM(B2:B3) → 4660 | =SUM(C2:C3) → 3760`),
    ).toEqual([]);
  });
});

describe('lines of another kind are left alone', () => {
  test('subtotals between products', () => {
    expect(
      told(`
      品名 | 数 | 値 | 金額
      あ | 2 | 100 | =B2*C2 → 200
      い | 3 | 100 | =B3*C3 → 300
      小計 | 5 | 100 | =SUM(D2:D3) → 500
      う | 4 | 100 | =B5*C5 → 400
      え | 5 | 100 | =B6*C6 → 500
      お | 6 | 100 | =B7*C7 → 600
      小計 | 15 | 100 | =SUM(D5:D7) → 1500`),
    ).toEqual([]);
  });

  test('the opening balance, and a running balance', () => {
    expect(
      told(`
      日 | 入 | 出 | 残
      繰越 | | | 1000
      あ | 200 | 50 | =D2+B3-C3 → 1150
      い | 300 | 70 | =D3+B4-C4 → 1380
      う | 10 | 20 | =D4+B5-C5 → 1370`),
    ).toEqual([]);
  });

  test('a row of typed figures', () => {
    expect(
      told(`
      名 | 元 | 甲 | 乙
      あ | 100 | =B2*2 → 200 | =B2*3 → 300
      い | 200 | =B3*2 → 400 | =B3*3 → 600
      う | 300 | 650 | 910
      え | 400 | =B5*2 → 800 | =B5*3 → 1200
      お | 500 | =B6*2 → 1000 | =B6*3 → 1500`),
    ).toEqual([]);
  });
});

test('what the finding computes is what its expression gives', () => {
  const text = `
    品名 | 単価 | 数量 | 金額
    あ | 100 | 7 | =B2*C2 → 700
    い | 200 | 8 | =B3*C3 → 1600
    う | 300 | 9 | =ROUND(B4*C3*10%,0) → 240
    え | 400 | 5 | =B5*C5 → 2000
    合計 | | | =SUM(D2:D5) → 4540`;
  const found = findingsOf(text).filter(({ finding }) => finding.cell.row === 3 && finding.expression);
  expect(found.length).toBeGreaterThan(0);
  for (const { finding, document } of found) {
    if (finding.expression) {
      expect(evaluateExpression(finding.expression, document).toFixed()).toBe(finding.computed?.toFixed());
    }
  }
});

test('formulas that are more than arithmetic are compared by their text', () => {
  const row = (at: number, last: string) => `x${at} | ${at}00 | ${last}`;
  const usual = (at: number) => row(at, `=IF(B${at}>0,VLOOKUP(B${at},表!$A$1:$B$9,2),0) → ${at}7`);
  const rows = (odd: string) => ['名 | 元 | 結果', ...[2, 3, 4].map(usual), odd, ...[6, 7, 8].map(usual)].join('\n');
  expect(told(rows(row(5, '57')))).toEqual(['C5 formula.typed-unknown ?']);
  expect(told(rows(row(5, '=IF(B4>0,VLOOKUP(B4,表!$A$1:$B$9,2),0) → 47')))).toEqual(['C5 formula.differs-unknown ?']);
  expect(told(rows(usual(5)))).toEqual([]);
});
