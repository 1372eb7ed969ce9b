import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWorkbook } from '../../src/host/load/loadWorkbook';
import { roleOf } from '../../src/host/model/marks';
import { readSnapshot } from '../../src/workbooks/xlsx/readSnapshot';
import { convert, withFolder } from '../support/libreOffice';
import { SAMPLE } from '../unit/workbooks/xlsx/fixtures';
import { write } from './writtenSheets';

/* Our sheets stay ours when LibreOffice opens the workbook and saves it, in any of its formats: they are not taken for the user's. */

const SHEETS = [
  ['減額', null],
  ['損害賠償', null],
  ['経過', null],
  ['検算結果', 'findings'],
  ['合計', 'totals'],
  ['時系列', 'timeline'],
];

function saved(bytes: Uint8Array, format: string): Uint8Array {
  return withFolder((folder) => {
    const file = join(folder, 'written.xlsx');
    writeFileSync(file, bytes);
    const [path = ''] = convert([file], format, folder);
    return new Uint8Array(readFileSync(path));
  });
}

test.each([
  ['xlsx', 'xlsx:Calc MS Excel 2007 XML'],
  ['xls', 'xls:MS Excel 97'],
  ['ods', 'ods'],
])(
  'as %s',
  async (extension, format) => {
    const first = await write(SAMPLE, 'ja');
    const bytes = saved(first.bytes, format);
    const { sheets } = readSnapshot(bytes, `a.${extension}`);
    expect(sheets.map(({ name, role }) => [name, role])).toEqual(SHEETS);
    const model = await loadWorkbook(bytes, `a.${extension}`, null);
    expect(model.sheets.map((sheet) => [sheet.name, roleOf(model, sheet)])).toEqual(SHEETS);
    if (extension !== 'xlsx') return;
    const again = await write(bytes, 'ja');
    expect(readSnapshot(again.bytes, 'a.xlsx').sheets.map(({ name, role }) => [name, role])).toEqual(SHEETS);
    const told = ({ verification }: typeof first) => verification.findings.map(({ id, verdict }) => [id, verdict]);
    expect(told(again)).toEqual(told(first));
  },
  120_000,
);
