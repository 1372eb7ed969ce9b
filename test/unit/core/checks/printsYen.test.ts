import { printsYen } from '../../../../src/core/checks/printsYen';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { cells, snapshotOf } from '../../support/grid';

const yen = (lines: readonly string[]) => printsYen(findDocument(snapshotOf({ rows: lines.map(cells) })));

test.each([
  ['whole amounts', true, ['品名 | 数量 | 単価 | 金額', '用紙 | 3 | 250 | 750', '封筒 | 2 | 80 | 160']],
  ['pounds and pence', false, ['Item | Qty | Price | Amount', 'A | 3 | 2.50 | 7.50', 'B | 2 | 0.80 | 1.60']],
  ['thousands', false, ['（単位：千円）', '費目 | 金額', '用紙 | 750', '封筒 | 160', '合計 | 910']],
  ['a note of yen', true, ['（単位：円）', '費目 | 金額', '用紙 | 750', '封筒 | 160', '合計 | 910']],
])('%s: yen %s', (_, expected, lines) => {
  expect(yen(lines)).toBe(expected);
});
