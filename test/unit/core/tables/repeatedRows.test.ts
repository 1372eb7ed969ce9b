import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { cells, snapshotOf } from '../../support/grid';

const told = (lines: readonly string[], kind: string) =>
  checkDocument(findDocument(snapshotOf({ rows: lines.map(cells) })), NO_TERMS).findings.flatMap((finding) =>
    finding.kind === kind ? [`${cellName(finding.cell)} ${finding.verdict}`] : [],
  );

describe('rows that say the same', () => {
  const table = (...rows: string[]) => ['No. | 品名 | 数量 | 単価 | 金額 | 備考', ...rows, '合計 | | | | 9,000 |'];

  test('but for a running number are pointed out', () => {
    const lines = table(
      '1 | 用紙 | 3 | 1,000 | 3,000 | 総務課',
      '2 | 封筒 | 3 | 1,000 | 3,000 | 総務課',
      '3 | 用紙 | 3 | 1,000 | 3,000 | 総務課',
    );
    expect(told(lines, 'duplicate')).toEqual(['E4 possible']);
  });

  test('with another note are two things', () => {
    const lines = table(
      '1 | 用紙 | 3 | 1,000 | 3,000 | 総務課',
      '2 | 封筒 | 3 | 1,000 | 3,000 | 総務課',
      '3 | 用紙 | 3 | 1,000 | 3,000 | 税務課',
    );
    expect(told(lines, 'duplicate')).toEqual([]);
  });
});

test('texts side by side in a row without figures are headings, a single one is no figure', () => {
  const lines = [
    '区分 | 当初額 | 補正額 | 計',
    'A | 1,000 | 200 | 1,200',
    '再掲 | 第1期 | 第2期 | 通期',
    'B | 3,000 | 別途 | 3,000',
    '計 | 4,000 | 200 | 4,200',
  ];
  expect(told(lines, 'amount')).toEqual(['C4 not-checked']);
});
