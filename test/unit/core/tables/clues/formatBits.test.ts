import { checkDocument } from '../../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../../src/core/checks/terms';
import type { CellEmphasis } from '../../../../../src/core/sheets/emphasis';
import { FormatBits, hasFormats } from '../../../../../src/core/tables/clues/formatBits';
import { SheetFigures } from '../../../../../src/core/tables/evidence/sheetFigures';
import { findDocument } from '../../../../../src/core/tables/findDocument';
import { SheetGrid } from '../../../../../src/core/tables/sheetGrid';
import { relationsOf } from '../../../support/describeDocument';
import { type GridCell, type GridSheet, snapshotOf } from '../../../support/grid';

const PLAIN: CellEmphasis = {
  ...{ bold: false, indent: 0, filled: false },
  ...{ top: 'none', bottom: 'none', left: 'none', right: 'none' },
};

function row(values: readonly (string | number)[], format: Partial<CellEmphasis> = {}): GridCell[] {
  return values.map((value) => ({ value, emphasis: { ...PLAIN, ...format } }));
}

function gridOf(sheet: GridSheet): SheetGrid {
  const [read] = snapshotOf(sheet).sheets;
  if (!read) throw new Error('a sheet was expected');
  return new SheetGrid(read, 1900);
}

const header = row(['品', '額'], { bold: true, bottom: 'thin' });
const details = [row(['甲', 1200]), row(['乙', 340]), row(['丙', 56]), row(['丁', 718])];
const bitsOf = (...rows: GridCell[][]) => {
  const figures = new SheetFigures(gridOf({ rows }));
  return rows.map((_, line) => figures.formatBits('rows', line));
};

test('a line under the header says little, the header nothing', () => {
  expect(bitsOf(header, ...details)).toEqual([0, 0.5, 0, 0, 0]);
});

test('bold and a line above say more than twice what either does; lines without are less likely totals then', () => {
  const bold = { bold: true };
  const lined = { top: 'thin' } as const;
  expect(bitsOf(...details, row(['戊', 2314], bold))).toEqual([0, 0, 0, 0, 1]);
  expect(bitsOf(...details, row(['戊', 2314], { ...bold, ...lined }))).toEqual([-1, -1, -1, 0.25, 3]);
});

test('never more than four bits', () => {
  const all = { bold: true, filled: true, top: 'thin', bottom: 'double' } as const;
  expect(bitsOf(...details, row(['戊', 2314], all))[4]).toBe(4);
});

test('a sheet without formats has no say', () => {
  const plain = gridOf({
    rows: [
      ['品', '額'],
      ['甲', 1200],
      ['乙', 340],
    ],
  });
  expect(hasFormats(plain)).toBe(false);
  expect(new FormatBits(plain, () => true).of('rows', 2)).toBe(0);
});

/** Three columns without any word for a total; one figure of the last row may be wrong. */
const branches = (format: Partial<CellEmphasis>, last: readonly number[]): GridSheet => ({
  rows: [
    ['店', '食品', '雑貨'],
    row(['東', 1204, 733]),
    row(['西', 2310, 918]),
    row(['南', 987, 405]),
    row(['', ...last], format),
  ],
});

test('two figures that add up are a total for certain where the format says so too', () => {
  const total = { bold: true, top: 'thin', bottom: 'double' } as const;
  const certain = (format: Partial<CellEmphasis>) =>
    relationsOf(findDocument(snapshotOf(branches(format, [4501, 2056])))).filter((text) => !text.includes('?'));
  expect(certain({})).toEqual([]);
  expect(certain(total)).toEqual(['sum B5=B2:B4', 'sum C5=C2:C4']);
  const { findings } = checkDocument(findDocument(snapshotOf(branches(total, [4501, 2056]))), NO_TERMS);
  expect(findings.map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees']);
});
