import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExcelHost } from '../../src/host/excelHost';
import { ironCalcInNode } from '../support/ironCalcInNode';
import { recalculate, withFolder } from '../support/libreOffice';

/* A copy saved after somebody edited cells, read by LibreOffice and by Microsoft's validator. */

const ROOT = join(__dirname, '../..');
const VALIDATOR = join(ROOT, '.cache/ooxml-validator/node_modules/.bin/ooxml-validator');

let saved: Uint8Array;
beforeAll(async () => {
  const host = await ExcelHost.open(
    readFileSync(join(ROOT, 'assets/sample/nakano-2020.xlsx')),
    'nakano-2020.xlsx',
    ironCalcInNode(),
  );
  const id = host.model.sheet('減額')?.id ?? '';
  const typed: readonly [number, number, string][] = [
    [3, 3, '1,000,000'],
    [5, 5, "'=1+1"],
    [40, 0, '2020/6/9'],
    [41, 0, '=YEAR(A41)'],
    [41, 1, '=IF(D4>1,"多い","少ない")'],
    [42, 2, 'TRUE'],
  ];
  for (const [row, column, entry] of typed) host.model.userEdit(id, row, column, entry);
  saved = await host.save();
}, 60_000);

test('LibreOffice reads the edits and calculates on', () => {
  const cells = recalculate({ saved }).get('saved')?.get('減額');
  const values = ['3,3', '5,5', '40,0', '41,0', '41,1', '42,2'].map((place) => cells?.get(place)?.value);
  expect(values).toEqual([1000000, '=1+1', '2020-06-09', 2020, '多い', true]);
  expect(cells?.get('5,5')?.formula).toBeNull();
}, 120_000);

test('the validator finds no error', () => {
  withFolder((folder) => {
    const file = join(folder, 'saved.xlsx');
    writeFileSync(file, saved);
    const { stdout, stderr } = spawnSync(VALIDATOR, [file], { encoding: 'utf8', shell: process.platform === 'win32' });
    if (stdout === '') throw new Error(`The validator could not be run: ${stderr}`);
    expect((JSON.parse(stdout) as { errors: unknown[] }).errors).toEqual([]);
  });
}, 120_000);
