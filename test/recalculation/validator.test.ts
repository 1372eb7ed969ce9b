import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorsOf } from '../support/ooxmlValidator';

const ROOT = join(__dirname, '../..');
const SAMPLE = join(ROOT, 'assets/sample/nakano-2020.xlsx');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenzan-valid-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(input: string, language: string, name: string): string {
  const output = join(folder, name);
  const args = [join(ROOT, 'dist/cli.js'), 'verify', input, '--lang', language, '--write', output];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return join(output, 'nakano-2020.xlsx');
}

test.each(['ja', 'en'])(
  'the written sample has no error, written once or twice (%s)',
  (language) => {
    expect(errorsOf(SAMPLE)).toEqual([]);
    const once = write(SAMPLE, language, `${language}-once`);
    expect(errorsOf(once)).toEqual([]);
    expect(errorsOf(write(once, language, `${language}-twice`))).toEqual([]);
  },
  120_000,
);
