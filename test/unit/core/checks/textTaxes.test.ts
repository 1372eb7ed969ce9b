import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { cells, snapshotOf } from '../../support/grid';

const verificationOf = (lines: readonly string[]) =>
  checkDocument(findDocument(snapshotOf({ rows: lines.map(cells) })), NO_TERMS);

/** What is said of the figures in texts: `A5 tax`, with the verdict where it does not agree. */
const saidOf = (lines: readonly string[], cell: string) =>
  verificationOf(lines)
    .findings.filter((finding) => cellName(finding.cell) === cell)
    .map(({ kind, verdict }) => (verdict === 'agrees' ? kind : `${kind} ${verdict}`));

const INCLUDED = ['品名 | 数量 | 単価 | 金額（税込）', '用紙 | 10 | 3300 | 33000', 'トナー | 1 | 11920 | 11920'];
const ADDED = ['品名 | 数量 | 単価 | 金額', '用紙 | 5 | 4200 | 21000', '弁当※ | 3 | 500 | 1500', '小計 | | | 22500'];
const BOX = ['請求書', 'ご請求金額 | 31350 | （うち消費税額 2,850円）', '品名 | 数量 | 単価 | 金額'];
const TAXED = ['用紙 | 5 | 4200 | 21000', '封筒 | 3 | 2500 | 7500', '小計 | | | 28500', '消費税（10%） | | | 2850'];

test.each<[string, readonly string[], string, readonly string[]]>([
  [
    'what is taxed and the tax within it, below the total',
    [...INCLUDED, '合計（税込） | | | 44920', '（内 10%対象 44,920円 消費税 4,083円）'],
    'A5',
    ['sum', 'tax'],
  ],
  [
    'a tax in the row of a total above the table repeats the bill’s',
    [...BOX, ...TAXED, '合計 | | | 31350'],
    'C2',
    ['sum'],
  ],
  [
    'a tax beside the total, where no tax is printed',
    ['品名 | 数量 | 単価 | 金額', ...TAXED.slice(0, 2), '合計 | | | 28500 | うち消費税額 2,590円'],
    'E4',
    ['tax'],
  ],
  [
    'a total and the tax within it in one text',
    ['品名 | 数量 | 単価 | 金額', ...TAXED.slice(0, 2), '合計 28,500円（内消費税 2,590円）'],
    'A4',
    ['sum', 'tax'],
  ],
  [
    'two rates, each with its tax',
    [
      ...ADDED,
      '消費税 | | | 2220',
      '合計 | | | 24720',
      '内訳：10%対象 21,000円（消費税 2,100円） 8%対象 1,500円（消費税 120円）',
    ],
    'A7',
    ['sum', 'sum', 'tax', 'tax'],
  ],
  [
    'one of two rates alone says nothing of the whole tax',
    [...ADDED, '消費税 | | | 2220', '合計 | | | 24720', '（うち 8%対象 1,500円 消費税 120円）'],
    'A7',
    ['sum', 'tax'],
  ],
])('%s', (_, lines, cell, said) => {
  expect(verificationOf(lines).findings.filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
  expect(saidOf(lines, cell)).toEqual(said);
});

test.each<[string, readonly string[], string, readonly string[]]>([
  [
    'the tax',
    [...INCLUDED, '合計（税込） | | | 44920', '（内 10%対象 44,920円 消費税 4,038円）'],
    'A5',
    ['sum', 'tax disagrees'],
  ],
  [
    'what is taxed',
    [...INCLUDED, '合計（税込） | | | 44920', '（内 10%対象 44,290円 消費税 4,083円）'],
    'A5',
    ['sum disagrees', 'tax disagrees'],
  ],
  [
    'the tax of a box above',
    [BOX[0] ?? '', 'ご請求金額 | 31350 | （うち消費税額 2,580円）', BOX[2] ?? '', ...TAXED, '合計 | | | 31350'],
    'C2',
    ['sum disagrees'],
  ],
])('a slip in %s', (_, lines, cell, said) => {
  const { findings } = verificationOf(lines);
  expect(saidOf(lines, cell)).toEqual(said);
  const wrong = findings.filter(({ verdict }) => verdict === 'disagrees');
  expect(wrong.map((finding) => cellName(finding.cell)).every((name) => name === cell)).toBe(true);
  expect(new Set(wrong.map(({ causes }) => String(causes[0]?.kind)))).toEqual(new Set(['transposed-digits']));
});

test('figures in texts are counted nowhere else', () => {
  const lines = [...BOX, ...TAXED, '合計 | | | 31350', '10%対象 28,500円（消費税 2,850円）'];
  const { totals } = verificationOf(lines);
  expect([totals.net, totals.tax, totals.gross].map(String)).toEqual(['28500', '2850', '31350']);
});
