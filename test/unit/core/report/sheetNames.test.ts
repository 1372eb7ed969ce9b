import { sheetNames } from '../../../../src/core/report/sheetNames';
import type { SheetRole } from '../../../../src/core/sheets/sheetPlan';
import type { SheetSnapshot } from '../../../../src/core/sheets/snapshot';

const sheet = (name: string, role: SheetRole | null = null): SheetSnapshot => ({
  ...{ name, role, visible: true, origin: { row: 0, column: 0 }, rows: [], merges: [] },
  ...{ hiddenRows: new Set<number>(), outlineLevels: null },
});
const names = (
  sheets: readonly SheetSnapshot[],
  wanted = { findings: '検算結果', totals: '合計', timeline: '時系列' },
) => Object.values(sheetNames({ workbookName: 'a.xlsx', dateSystem: 1900, sheets, names: [] }, wanted));

test.each<[string, readonly SheetSnapshot[], readonly string[]]>([
  ['nothing of that name', [sheet('表')], ['検算結果', '合計', '時系列']],
  ['a sheet of the user', [sheet('合計')], ['検算結果', '合計 (2)', '時系列']],
  ['several of them', [sheet('合計'), sheet('合計 (2)')], ['検算結果', '合計 (3)', '時系列']],
  ['our own, renamed', [sheet('先月の結果', 'findings')], ['先月の結果', '合計', '時系列']],
  ['our own, and one of the user', [sheet('合計'), sheet('合計 (2)', 'totals')], ['検算結果', '合計 (2)', '時系列']],
  ['our own and a copy of it', [sheet('合計 (2)', 'totals'), sheet('合計', 'totals')], ['検算結果', '合計', '時系列']],
  ['two copies, both renamed', [sheet('今月', 'totals'), sheet('先月', 'totals')], ['検算結果', '今月', '時系列']],
  ['the same in wide letters', [sheet('合計'), sheet('合計\u3000（２）')], ['検算結果', '合計 (3)', '時系列']],
])('%s', (_, sheets, expected) => {
  expect(names(sheets)).toEqual(expected);
});

test('case and width make no other name, and a number fits into 31 characters', () => {
  const long = 'x'.repeat(31);
  const wanted = { findings: 'Totals', totals: long, timeline: long };
  expect(names([sheet('ＴＯＴＡＬＳ'), sheet(long.toUpperCase())], wanted)).toEqual([
    'Totals (2)',
    `${'x'.repeat(27)} (2)`,
    `${'x'.repeat(27)} (3)`,
  ]);
});
