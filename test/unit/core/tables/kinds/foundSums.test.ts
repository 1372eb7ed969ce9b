import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { relationsOf } from '../../../support/describeDocument';
import { type GridSheet, snapshotOf, textSheet } from '../../../support/grid';

interface Case {
  readonly grid: string;
  readonly more?: Partial<GridSheet>;
  readonly relations: readonly string[];
  /** Findings that are not `agrees`, as kind, cell and verdict. */
  readonly odd?: readonly string[];
}

/** Totals that no word names, or that words alone do not tell: the figures say what is added up. */
const cases: Record<string, Case> = {
  'population by year: both sexes, men, women': {
    grid: `
年 | 総数 | 男 | 女
2021 | 334193 | 168123 | 166070
2022 | 332017 | 166904 | 165113
2023 | 333593 | 167451 | 166142
2024 | 335234 | 168077 | 167157`,
    relations: ['sum→ B2=C2:D2', 'sum→ B3=C3:D3', 'sum→ B4=C4:D4', 'sum→ B5=C5:D5'],
  },
  'the same with a wrong digit': {
    grid: `
年 | 総数 | 男 | 女
2021 | 334193 | 168123 | 166070
2022 | 332017 | 166904 | 165113
2023 | 333593 | 167451 | 166742
2024 | 335234 | 168077 | 167157
2025 | 336011 | 168313 | 167698`,
    relations: ['sum→ B2=C2:D2', 'sum→ B3=C3:D3', 'sum→ B4=C4:D4', 'sum→ B5=C5:D5', 'sum→ B6=C6:D6'],
    odd: ['sum:B4 disagrees'],
  },
  'this year, last year and the difference': {
    grid: `
科目 | 本年度 | 前年度 | 比較
市税 | 1,234,500 | 1,200,000 | 34,500
交付税 | 893,211 | 901,456 | △8,245
使用料 | 45,120 | 44,007 | 1,113
合計 | 2,172,831 | 2,145,463 | 27,368`,
    relations: [
      'sum B5=B2:B4',
      'sum C5=C2:C4',
      'sum D5=D2:D4',
      'sum→ B2=C2:D2',
      'sum→ B3=C3:D3',
      'sum→ B4=C4:D4',
      'sum→ B5=C5:D5',
    ],
  },
  'groups that repeat under merged headers': {
    grid: `
店 | 上期 | | | 下期 | |
 | 食品 | 雑貨 | 計 | 食品 | 雑貨 | 計
東 | 1,204 | 733 | 1,937 | 1,310 | 801 | 2,111
西 | 2,310 | 918 | 3,228 | 2,204 | 940 | 3,144
南 | 987 | 405 | 1,392 | 1,012 | 399 | 1,411
計 | 4,501 | 2,056 | 6,557 | 4,526 | 2,140 | 6,666`,
    more: { merges: ['A1:A2', 'B1:D1', 'E1:G1'] },
    relations: [
      ...['B', 'C', 'D', 'E', 'F', 'G'].map((column) => `sum ${column}6=${column}3:${column}5`),
      ...[3, 4, 5, 6].flatMap((row) => [`sum→ D${row}=B${row}:C${row}`, `sum→ G${row}=E${row}:F${row}`]),
    ],
  },
  'a heading line with the sum of the lines below it, in several columns': {
    grid: `
費目 | 4月 | 5月 | 6月
人件費 | 3,745 | 3,811 | 3,902
給料 | 3,300 | 3,350 | 3,421
手当 | 445 | 461 | 481
物件費 | 1,251 | 1,377 | 1,108
消耗品 | 820 | 1,002 | 650
印刷 | 431 | 375 | 458`,
    relations: ['B', 'C', 'D'].flatMap((column) => [
      `sum ${column}2=${column}3:${column}4`,
      `sum ${column}5=${column}6:${column}7`,
    ]),
  },
  'a total that prints a zero where no detail prints anything': {
    grid: `
区分 | 4月 | 5月 | 6月
甲 | 1,204 | | 733
乙 | 2,310 | | 918
丙 | 987 | - | 405
合計 | 4,501 | 0 | 2,056`,
    relations: ['sum B5=B2:B4', 'sum C5=', 'sum D5=D2:D4'],
  },
  'figures rounded to tens: most sums are off by what rounding gives, one is wrong': {
    grid: `
年 | 総数 | 男 | 女 | 不詳
2018 | 33,410 | 16,810 | 16,470 | 130
2019 | 33,220 | 16,690 | 16,510 | 10
2020 | 33,370 | 16,750 | 16,610 | 10
2021 | 33,540 | 16,810 | 16,720 | 20
2022 | 33,610 | 16,830 | 16,770 | 10
2023 | 33,910 | 16,990 | 16,890 | 20
2024 | 34,010 | 17,060 | 16,930 | 20
2025 | 34,230 | 17,150 | 17,070 | 10
2026 | 34,950 | 17,210 | 17,110 | 30`,
    relations: [
      ...[2, 4, 6, 8, 9, 10].map((row) => `sum→ B${row}=C${row}:E${row}`),
      ...[3, 5, 7].map((row) => `sum→? B${row}=C${row}:E${row}`),
    ],
    odd: ['sum:B3 within-rounding', 'sum:B5 within-rounding', 'sum:B7 within-rounding', 'sum:B10 disagrees'],
  },
};

test.each(Object.entries(cases))('%s', (_, { grid, more, relations, odd = [] }) => {
  const document = findDocument(snapshotOf(textSheet(grid, more)));
  expect(relationsOf(document).sort()).toEqual([...relations].sort());
  const findings = checkDocument(document, NO_TERMS).findings.filter(({ verdict }) => verdict !== 'agrees');
  expect(findings.map(({ id, verdict }) => `${id.replace(/Sheet1!/, '')} ${verdict}`)).toEqual(odd);
});

/** Lines of a total with three details on its left and two others on its right that give it as well. */
const givenTwice = (count: number, wrong: string) =>
  [
    '| a | b | c | all | p | q',
    ...Array.from({ length: count }, (_, row) => {
      const [a, b, c] = [1_431 + row * 317, 2_882 + row * 213, 915 + row * 529];
      const all = a + b + c;
      const p = 1_207 + row * 411;
      return [`r${row}`, a, row === 5 && wrong !== '' ? wrong : b, c, all, p, all - p].join(' | ');
    }),
  ].join('\n');

test.each([
  [12, 'disagrees'],
  [7, 'possible'],
])('a reading that fails is told beside the one that holds: of %d lines, %s', (count, verdict) => {
  const findingsOf = (wrong: string) =>
    checkDocument(findDocument(snapshotOf(textSheet(givenTwice(count, wrong)))), NO_TERMS).findings;
  expect(findingsOf('').filter((finding) => finding.verdict !== 'agrees')).toEqual([]);
  const [odd, ...more] = findingsOf('3,497').filter((finding) => finding.verdict !== 'agrees');
  expect(more).toEqual([]);
  expect(odd).toMatchObject({ verdict, cell: { row: 6, column: 4 } });
  expect(odd?.causes[0]?.cell).toMatchObject({ row: 6, column: 2 });
});

test('of two lines with the same total, the one beside its addends is where an error shows', () => {
  const grid = (wrong: number) => `
| 甲 | 乙 | 丙
建物 | 4,120,377 | 5,003,118 | 3,871,204
土地 | 3,116,541 | 3,416,237 | 2,731,267
不動産 | ${wrong.toLocaleString('en-US')} | 8,419,355 | 6,602,471
面積 | 412 | 399 | 405
所有 | 7,236,918 | 8,419,355 | 6,602,471`;
  const flagged = (wrong: number) =>
    checkDocument(findDocument(snapshotOf(textSheet(grid(wrong)))), NO_TERMS)
      .findings.filter(({ verdict }) => verdict !== 'agrees')
      .map(({ cell: { row, column } }) => ({ row, column }));
  expect(flagged(7_236_918)).toEqual([]);
  expect(flagged(7_236_118)).toEqual([{ row: 3, column: 1 }]);
});
