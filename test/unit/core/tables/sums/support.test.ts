import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { snapshotOf, textSheet } from '../../../support/grid';

const findings = (grid: string) =>
  checkDocument(findDocument(snapshotOf(textSheet(grid))), NO_TERMS)
    .findings.filter(({ kind, verdict }) => kind === 'sum' && verdict !== 'agrees')
    .map(({ id, verdict }) => `${id} ${verdict}`);

/** Sums of so many months; the last but one prints nothing but noughts, and so many in its total. */
const months = (total: number) => `
部署 | 4月 | 5月 | 6月 | 合計
${Array.from({ length: 9 }, (_, row) => {
  const figures = [1, 2, 3].map((month) => 2000 + ((row * 7919 + month * 3571) % 6000));
  return [`第${row + 1}課`, ...figures, figures.reduce((sum, figure) => sum + figure, 0)].join(' | ');
}).join('\n')}
庶務 | 0 | 0 | 0 | ${total}
第10課 | 2110 | 3094 | 5217 | 10421`;

test('a total of noughts that is none disagrees where the other rows add up', () => {
  expect(findings(months(5))).toEqual(['sum:Sheet1!E11 disagrees']);
  expect(findings(months(0))).toEqual([]);
});
