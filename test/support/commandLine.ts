import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { JsonReport } from '../../src/core/report/jsonReport';

export const ROOT = join(__dirname, '../..');
/** As a user types it, in the project's folder. */
export const SAMPLE = 'assets/sample/nakano-2020.xlsx';

const MOST_OUTPUT = 1 << 28;

/** Runs the built command line in the project's folder. */
export function kenzan(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
  return { status, stdout, stderr };
}

/** The JSON reports that the command line printed. */
export function reportsIn(stdout: string): JsonReport[] {
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as JsonReport);
}

/** A table of amounts with a total, as a file. */
export function writeBook(path: string, total: number, bookType: 'xlsx' | 'ods' | 'xlsb' = 'xlsx'): string {
  const rows = [
    ['システム名', '金額(円)'],
    ['甲', 1200],
    ['乙', 3400],
    ['丙', 560],
    ['合計金額', total],
  ];
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '表');
  writeFileSync(path, new Uint8Array(write(workbook, { type: 'array', bookType }) as ArrayBuffer));
  return path;
}
