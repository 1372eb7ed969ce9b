import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { evaluateExpression } from '../../support/evaluateExpression';
import { cells, snapshotOf } from '../../support/grid';

const documentOf = (lines: readonly string[]) => findDocument(snapshotOf({ rows: lines.map(cells) }));
const check = (lines: readonly string[]) => checkDocument(documentOf(lines), NO_TERMS).findings;
const told = (lines: readonly string[]) =>
  check(lines).flatMap(({ cell, kind, verdict }) => (kind === 'share' ? [`${cellName(cell)} ${verdict}`] : []));

const COMPARED = [
  '科目 | 令和5年度 | 令和6年度 | 増減 | 増減率(%)',
  '使用料 | 1200000 | 1320000 | 120000 | 10.0',
  '手数料 | 450000 | 405000 | -45000 | -10.0',
  '雑入 | 30000 | 33100 | 3100 | 10.3',
  '繰入金 | 210000 | 180000 | -30000 | -14.3',
  '計 | 1890000 | 1938100 | 48100 | 2.5',
];
const SPENT = [
  '区分 | 予算額 | 決算額 | 差引 | 執行率 | 構成比',
  '総務費 | 12345 | 11222 | 1123 | 90.9% | 17.6%',
  '民生費 | 45678 | 44001 | 1677 | 96.3% | 68.8%',
  '土木費 | 8765 | 8700 | 65 | 99.3% | 13.6%',
  '合計 | 66788 | 63923 | 2865 | 95.7% | 100.0%',
];

test('growth in percent', () => {
  expect(told(COMPARED)).toEqual(['E2 agrees', 'E3 agrees', 'E4 agrees', 'E5 agrees', 'E6 agrees']);
});

test('what was spent of a budget, and shares of the total', () => {
  expect(told(SPENT).filter((one) => one.endsWith(' agrees'))).toHaveLength(8);
  expect(told(SPENT)).toHaveLength(8);
});

test('every expression gives what is computed', () => {
  for (const lines of [COMPARED, SPENT]) {
    const document = documentOf(lines);
    for (const { kind, expression, computed } of checkDocument(document, NO_TERMS).findings) {
      if (kind === 'share' && expression)
        expect(String(evaluateExpression(expression, document))).toBe(String(computed));
    }
  }
});

test('rounded down throughout is the custom of the column; one step off is a matter of rounding, more is none', () => {
  const lines = SPENT.map((line) => line.replace('96.3%', '96.2%'));
  expect(told(lines)).toContain('E3 within-rounding');
  expect(told(SPENT.map((line) => line.replace('99.3%', '92.9%')))).toContain('E4 disagrees');
});

test('a wrong figure is found where its sum, its difference and its ratio cross', () => {
  const found = check(SPENT.map((line) => line.replace('44001', '40401'))).filter(
    ({ verdict }) => verdict === 'disagrees',
  );
  expect(found.map(({ cell, kind }) => `${cellName(cell)} ${kind}`)).toContain('E3 share');
  for (const { causes } of found) {
    expect(causes[0] && `${cellName(causes[0].cell)} ${String(causes[0].suggested)}`).toBe('C3 44001');
  }
});

test('percentages that follow from nothing in the table assert nothing', () => {
  expect(
    told([
      '地区 | 世帯数 | 人口 | 加入率',
      '東 | 1200 | 3100 | 61.2%',
      '西 | 800 | 1900 | 55.0%',
      '南 | 950 | 2400 | 70.4%',
      '計 | 2950 | 7400 | 62.1%',
    ]),
  ).toEqual([]);
});
