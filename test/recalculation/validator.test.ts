import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* Microsoft's own validator of Office Open XML, as the test set-up installs it. */

const ROOT = join(__dirname, '../..');
const VALIDATOR = join(ROOT, '.cache/ooxml-validator/node_modules/.bin/ooxml-validator');
const SAMPLE = join(ROOT, 'assets/sample/nakano-2020.xlsx');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenzan-valid-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The validator's errors as text; it fails the test where it cannot be run. */
function errorsOf(file: string): string[] {
  const { stdout, stderr, error } = spawnSync(VALIDATOR, [file], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error || stdout === '') throw new Error(`The validator could not be run: ${error?.message ?? stderr}`);
  return (JSON.parse(stdout) as { errors: unknown[] }).errors.map((entry) => JSON.stringify(entry));
}

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
