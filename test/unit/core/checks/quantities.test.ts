import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { Decimal, ZERO } from '../../../../src/core/values/decimal';
import { renderMessage } from '../../../../src/messages/renderMessage';
import { evaluateExpression } from '../../support/evaluateExpression';
import { cells, named, snapshotOf, textSheet } from '../../support/grid';

/** The findings of kind quantity as `D4 agrees 1800`, with the first cause; the formula gives the computed figure. */
function quantities(text: string): string[] {
  const doc = findDocument(snapshotOf(textSheet(text)));
  const findings = checkDocument(doc, NO_TERMS).findings.filter(({ kind }) => kind === 'quantity');
  return findings.map(({ cell, verdict, computed, expression, causes, message }) => {
    expect(expression && evaluateExpression(expression, doc)).toEqual(computed);
    expect(renderMessage(message, 'ja') + renderMessage(message, 'en')).not.toMatch(/[{}]|undefined|NaN/);
    const [cause] = causes;
    const why = cause && cause.suggested instanceof Decimal ? ` ${named(cause.cell)}→${cause.suggested.toFixed()}` : '';
    return `${named(cell)} ${verdict} ${(computed ?? ZERO).toFixed()}${why}`;
  });
}

const cases: Record<string, { grid: string; clean: readonly string[]; fault: [string, string]; found: string }> = {
  'prices per thousand by their heading, less a discount in yen': {
    grid: `
納品書
品名 | 数量(枚) | 単価(千枚当たり) | 値引額 | 金額
チラシA4 | 12,000 | 4,500 | 0 | 54,000
チラシB5 | 25,500 | 3,200 | 1,600 | 80,000
封筒 長3 | 3,000 | 9,800 | ▲400 | 29,000
小計 | | | | 163,000`,
    clean: ['E3 agrees 54000', 'E4 agrees 80000', 'E5 agrees 29000'],
    fault: ['25,500', '52,500'],
    found: 'E4 disagrees 166400 B4→25500',
  },
  'discounts in percent': {
    grid: `
請求明細書
商品名 | 数量 | 単価 | 割引率 | 金額
A商品 | 10 | 1,980 | 10% | 17,820
B商品 | 3 | 5,500 | 0% | 16,500
C商品 | 7 | 2,450 | 20% | 13,720
合計 | | | | 48,040`,
    clean: ['E3 agrees 17820', 'E4 agrees 16500', 'E5 agrees 13720'],
    fault: ['13,720', '13,270'],
    found: 'E5 disagrees 13720 E5→13720',
  },
  'percentages as plain numbers, and a surcharge': {
    grid: `
Invoice
Item | Qty | Unit price | Disc. % | Surcharge | Amount
Panels | 24 | 18.90 | 10 | 5.00 | 413.24
Paint | 6 | 22.40 | 0 | 0.00 | 134.40
Subtotal | | | | | 547.64`,
    clean: ['F3 agrees 413.24', 'F4 agrees 134.4'],
    fault: ['18.90', '81.90'],
    found: 'F3 disagrees 1774.04 C3→18.9',
  },
  'a column for the quantity that the price is for': {
    grid: `
Invoice
Line | Item | Quantity | Unit | Price | Base qty | Line amount
1 | Screws | 4,000 | EA | 12.50 | 1,000 | 50.00
2 | Panels | 24 | EA | 18.90 | 1 | 453.60
3 | Paint | 6 | L | 22.40 | 1 | 134.40
Total | | | | | | 638.00`,
    clean: ['G3 agrees 50', 'G4 agrees 453.6', 'G5 agrees 134.4'],
    fault: ['453.60', '435.60'],
    found: 'G4 disagrees 453.6 G4→453.6',
  },
  'hours and charges found by what fits': {
    grid: `
Invoice 88
Service | Hours | Charge per hour | Charge
Incident response | 16 | 195 | 3,120
Forensics | 22.5 | 240 | 5,400
Reporting | 6 | 175 | 1,050
Total charges | | | 9,570`,
    clean: ['D3 agrees 3120', 'D4 agrees 5400', 'D5 agrees 1050'],
    fault: ['22.5', '25.2'],
    found: 'D4 disagrees 6048 B4→22.5',
  },
  'days paid by the day': {
    grid: `
請求内訳書
作業 | 日数 | 日額 | 金額
調査 | 3日 | 40,000 | 120,000
復旧 | 8日 | 42,000 | 336,000
合計 | | | 456,000`,
    clean: ['D3 agrees 120000', 'D4 agrees 336000'],
    fault: ['42,000', '24,000'],
    found: 'D4 disagrees 192000 C4→42000',
  },
  'amounts rounded half up to a cent': {
    grid: `
Invoice
Item | Hours | Rate | Amount
A | 0.33 | 75.50 | 24.92
B | 1.25 | 80.10 | 100.13
C | 2.50 | 60.00 | 150.00
Total | | | 275.05`,
    clean: ['D3 agrees 24.92', 'D4 agrees 100.13', 'D5 agrees 150'],
    fault: ['100.13', '100.31'],
    found: 'D4 disagrees 100.13 D4→100.13',
  },
};

test.each(Object.entries(cases))('%s', (_, { grid, clean, fault: [right, wrong], found }) => {
  expect(quantities(grid)).toEqual(clean);
  expect(quantities(grid.replace(right, wrong))).toContain(found);
});

test('where no row fits as printed and all do per hundred, that is meant', () => {
  const rows = quantities(`
請求書
品名 | 数量 | 単価 | 金額
ねじ | 1,200 | 350 | 4,200
釘 | 800 | 275 | 2,200
合計 | | | 6,400`);
  expect(rows).toEqual(['D3 agrees 4200', 'D4 agrees 2200']);
});

test('a row’s tax that its amount holds is called a tax, not a surcharge', () => {
  const lines = [
    '品名 | 数量 | 単価（税抜） | 消費税 | 金額（税込）',
    '用紙 | 3 | 1,000 | 300 | 3,300',
    '封筒 | 2 | 500 | 100 | 1,100',
    '切手 | 4 | 250 | 100 | 1,100',
  ];
  const { findings } = checkDocument(findDocument(snapshotOf({ rows: lines.map(cells) })), NO_TERMS);
  const [first] = findings.filter(({ kind }) => kind === 'quantity');
  expect(first && renderMessage(first.message, 'ja')).toBe('数量 3 × 単価 1,000 ＋ 消費税 300 と一致します。');
  expect(first && renderMessage(first.message, 'en')).toBe('Agrees with 3 × 1,000 + tax 300.');
});
