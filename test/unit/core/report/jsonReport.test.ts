import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { jsonReport } from '../../../../src/core/report/jsonReport';
import { gridDocument, withTotals } from '../../support/sumGrids';

describe('jsonReport', () => {
  it('names a figure that is wrong in several digits as one with wrong digits, with the value that repairs all sums', () => {
    const { cells, sums } = withTotals([
      [1_204, 982, 1_338],
      [881, 915, 799],
      [2_300, 2_456, 2_513],
    ]);
    const changed = cells.map((row) => [...row]);
    const [first] = changed;
    if (!first) throw new Error('no rows');
    first[1] = 45_517;
    const verification = checkDocument(gridDocument({ cells: changed, sums }), NO_TERMS);
    expect(verification.findings.some(({ causes }) => causes[0]?.kind === 'other-value')).toBe(true);
    const wrong = jsonReport(verification, 'a.csv', 'ja').checks.filter(({ verdict }) => verdict === 'disagrees');
    expect(wrong.map(({ causes }) => [causes[0]?.kind, causes[0]?.cell, causes[0]?.suggested])).toEqual([
      ['wrong-digit', '集計!B1', '982'],
      ['wrong-digit', '集計!B1', '982'],
    ]);
  });
});
