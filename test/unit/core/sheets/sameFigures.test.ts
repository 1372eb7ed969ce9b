import { sameFigures } from '../../../../src/core/sheets/sameFigures';
import type { CellEmphasis } from '../../../../src/core/sheets/emphasis';
import { type GridSheet, snapshotOf } from '../../support/grid';

const cells = (amount: number, emphasis: CellEmphasis | null, numberFormat = 'General'): GridSheet => ({
  rows: [['計', { value: amount, emphasis, numberFormat }]],
});
const BOLD: CellEmphasis = {
  ...{ bold: true, indent: 0, filled: false },
  ...{ top: 'double', bottom: 'none', left: 'none', right: 'none' },
};

test('a workbook that was only formatted holds the same figures', () => {
  const plain = snapshotOf(cells(7, null));
  expect(sameFigures(plain, snapshotOf(cells(7, BOLD, '#,##0')))).toBe(true);
  expect(sameFigures(plain, snapshotOf({ ...cells(7, null), outline: { 1: 1 }, hidden: [1] }))).toBe(true);
  expect(sameFigures(plain, snapshotOf(cells(8, null)))).toBe(false);
});
