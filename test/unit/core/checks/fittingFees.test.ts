import { checkDocument } from '../../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../../src/core/checks/terms';
import { cellName } from '../../../../src/core/sheets/address';
import { findDocument } from '../../../../src/core/tables/findDocument';
import { cells, snapshotOf } from '../../support/grid';

const told = (lines: readonly string[]) =>
  checkDocument(findDocument(snapshotOf({ rows: lines.map(cells) })), NO_TERMS)
    .findings.filter(({ kind }) => kind === 'amount')
    .map(({ cell, verdict, computed }) => `${cellName(cell)} ${verdict} ${computed?.toFixed() ?? ''}`.trim());

test('of fees without and with tax, those that the amounts follow from are the fees', () => {
  const lines = [
    'システム名 | 停止開始日 | 復旧日 | 停止日数 | 月額（税抜） | 月額（税込） | 減額',
    '住民記録 | d:2024-04-01 | d:2024-04-13 | 12 | 300000 | 330000 | 132000',
    '税務 | d:2024-04-05 | d:2024-04-26 | 21 | 150000 | 165000 | 115500',
    '介護 | d:2024-06-10 | d:2024-06-19 | 9 | 90000 | 99000 | 27900',
    '国保 | d:2024-06-01 | d:2024-06-16 | 15 | 60000 | 66000 | 33000',
  ];
  expect(told(lines)).toEqual(['G2 agrees 132000', 'G3 agrees 115500', 'G4 disagrees 29700', 'G5 agrees 33000']);
});

test('of a base fee, a maintenance fee and their total, the total', () => {
  const lines = [
    'システム名 | 停止開始日 | 復旧日 | 停止日数 | 月額基本料 | 月額保守料 | 月額計 | 減額',
    '住民記録 | d:2024-04-01 | d:2024-04-13 | 12 | 300000 | 30000 | 330000 | 132000',
    '税務 | d:2024-04-05 | d:2024-04-26 | 21 | 150000 | 15000 | 165000 | 115500',
    '介護 | d:2024-06-10 | d:2024-06-19 | 9 | 90000 | 9000 | 99000 | 29700',
  ];
  expect(told(lines)).toEqual(['H2 agrees 132000', 'H3 agrees 115500', 'H4 agrees 29700']);
});

test('where neither column fits nothing is claimed', () => {
  const lines = [
    'システム名 | 停止開始日 | 復旧日 | 停止日数 | 月額（A） | 月額（B） | 減額',
    '住民記録 | d:2024-04-01 | d:2024-04-13 | 12 | 300000 | 330000 | 91237',
    '税務 | d:2024-04-05 | d:2024-04-26 | 21 | 150000 | 165000 | 77771',
  ];
  expect(told(lines)).toEqual(['G2 not-checked', 'G3 not-checked']);
});
