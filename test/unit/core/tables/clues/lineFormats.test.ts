import type { CellEmphasis } from '../../../../../src/core/sheets/emphasis';
import { LineFormats } from '../../../../../src/core/tables/clues/lineFormats';
import { SheetGrid } from '../../../../../src/core/tables/sheetGrid';
import { type GridCell, type GridSheet, snapshotOf } from '../../../support/grid';

const PLAIN: CellEmphasis = {
  ...{ bold: false, indent: 0, filled: false },
  ...{ top: 'none', bottom: 'none', left: 'none', right: 'none' },
};
const NOTHING = {
  bold: false,
  filled: false,
  borderBefore: 'none',
  borderAfter: 'none',
  outdent: 0,
  groupDepth: 0,
};

/** A row of a label and two figures, all with the same format. */
function row(label: string, format: Partial<CellEmphasis> = {}): GridCell[] {
  return [label, 100, 200].map((value) => ({ value, emphasis: { ...PLAIN, ...format } }));
}

function formats(sheet: GridSheet, axis: 'rows' | 'columns' = 'rows'): LineFormats {
  const [read] = snapshotOf(sheet).sheets;
  if (!read) throw new Error('a sheet was expected');
  return new LineFormats(new SheetGrid(read, 1900), axis);
}

const details = (count: number, format: Partial<CellEmphasis> = {}) =>
  Array.from({ length: count }, (_, index) => row(`明細${index}`, format));

test('a bold line under plain ones', () => {
  const read = formats({ rows: [...details(3), row('計', { bold: true })] });
  expect(read.emphasisOf(3)).toEqual({ ...NOTHING, bold: true });
  expect(read.emphasisOf(2)).toEqual(NOTHING);
});

test('three bold lines at the end each stand apart; a table all in bold does not', () => {
  const bold = { bold: true };
  const header = row('項目', bold);
  const three = formats({ rows: [header, ...details(4), row('計', bold), row('消費税', bold), row('税込', bold)] });
  expect([5, 6, 7].map((line) => three.emphasisOf(line).bold)).toEqual([true, true, true]);
  expect(three.emphasisOf(4).bold).toBe(false);
  const all = formats({ rows: [...details(4, bold), row('計', bold)] });
  expect(all.emphasisOf(4).bold).toBe(false);
});

test('one bold cell of three does not make a bold line, a bold label beside one figure does', () => {
  const bold = { ...PLAIN, bold: true };
  const wide = formats({ rows: [...details(3), [{ value: '計', emphasis: bold }, 1, 2]] });
  expect(wide.emphasisOf(3).bold).toBe(false);
  const narrow = formats({ rows: [...details(3), [{ value: '計', emphasis: bold }, 1]] });
  expect(narrow.emphasisOf(3).bold).toBe(true);
});

test('a fill stands apart, every other line filled does not', () => {
  const filled = { filled: true };
  const total = formats({ rows: [...details(4), row('計', filled), ...details(2)] });
  expect([3, 4, 5].map((line) => total.emphasisOf(line).filled)).toEqual([false, true, false]);
  const three = formats({ rows: [...details(4), row('計', filled), row('消費税', filled), row('税込', filled)] });
  expect([4, 5, 6].map((line) => three.emphasisOf(line).filled)).toEqual([true, true, true]);
  const banded = formats({ rows: Array.from({ length: 12 }, (_, i) => row(`${i}`, i % 2 === 0 ? filled : {})) });
  expect(Array.from({ length: 12 }, (_, line) => banded.emphasisOf(line).filled)).not.toContain(true);
});

test('a stroke above the figures, whichever of the two rows draws it', () => {
  const below = formats({ rows: [...details(3), row('計', { top: 'thin', bottom: 'double' })] });
  expect(below.emphasisOf(3)).toEqual({ ...NOTHING, borderBefore: 'thin', borderAfter: 'double' });
  const above = formats({ rows: [...details(2), row('明細', { bottom: 'double' }), row('計')] });
  expect(above.emphasisOf(3)).toEqual({ ...NOTHING, borderBefore: 'double' });
});

test('in a table ruled throughout only another stroke stands apart', () => {
  const ruled = { top: 'thin', bottom: 'thin' } as const;
  const read = formats({ rows: [...details(4, ruled), row('計', { ...ruled, top: 'double' })] });
  expect([1, 2, 4].map((line) => read.emphasisOf(line).borderBefore)).toEqual(['none', 'none', 'double']);
  expect(read.emphasisOf(4).borderAfter).toBe('none');
});

test('a label indented less than the one above: by its alignment, by blanks, by both', () => {
  const outdent = (above: GridCell[], total: GridCell[]) => formats({ rows: [above, total] }).emphasisOf(1).outdent;
  expect(outdent(row('a', { indent: 2 }), row('計'))).toBe(2);
  expect(outdent(row('\u3000\u3000a'), row('\u3000計'))).toBe(1);
  expect(outdent(row('    a'), row('計'))).toBe(2);
  expect(outdent(row(' a', { indent: 1 }), row('計'))).toBe(1);
  expect(outdent(row('a'), row('\u3000\u3000計'))).toBe(0);
  expect(outdent([null, 1, 2], row('計'))).toBe(0);
});

test('rows without cells are passed over', () => {
  const read = formats({ rows: [...details(2, { indent: 1 }), [], [], row('計', { bold: true })] });
  expect(read.emphasisOf(4)).toEqual({ ...NOTHING, bold: true, outdent: 1 });
  expect(read.emphasisOf(3)).toEqual(NOTHING);
});

test('a summary row beside its group', () => {
  const below = formats({ rows: details(4), outline: { 1: 2, 2: 2, 3: 1 } });
  expect([0, 1, 2, 3].map((line) => below.emphasisOf(line).groupDepth)).toEqual([0, 0, 1, 1]);
  const above = formats({ rows: details(3), outline: { 2: 1, 3: 1 } });
  expect(above.emphasisOf(0).groupDepth).toBe(1);
});

test('columns: bold, filled, a stroke to the left', () => {
  const cell = (value: number, format: Partial<CellEmphasis> = {}) => ({ value, emphasis: { ...PLAIN, ...format } });
  const line = [cell(1), cell(2), cell(3), cell(6, { bold: true, filled: true, left: 'double' })];
  const read = formats({ at: 'B3', rows: [line, line, line] }, 'columns');
  expect(read.emphasisOf(4)).toEqual({ ...NOTHING, bold: true, filled: true, borderBefore: 'double' });
  expect(read.emphasisOf(3)).toEqual({ ...NOTHING, borderAfter: 'double' });
  expect(read.emphasisOf(0)).toEqual(NOTHING);
});

test('what stands beside the table does not count', () => {
  const aside = Array.from({ length: 4 }, () => ({ value: 'x', emphasis: { ...PLAIN, bold: true } }));
  const rows = [...details(3), row('計', { bold: true })].map((line, index) => [...line, ...(index < 3 ? aside : [])]);
  const [sheet] = snapshotOf({ rows }).sheets;
  if (!sheet) throw new Error('a sheet was expected');
  const grid = new SheetGrid(sheet, 1900);
  expect(new LineFormats(grid, 'rows').emphasisOf(3).bold).toBe(false);
  expect(new LineFormats(grid, 'rows', { top: 0, left: 0, bottom: 3, right: 2 }).emphasisOf(3).bold).toBe(true);
});

test('a line alone stands apart from nothing', () => {
  expect(formats({ rows: [row('計', { bold: true, filled: true, top: 'double' })] }).emphasisOf(0)).toEqual(NOTHING);
});
