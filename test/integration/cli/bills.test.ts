import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonReport } from '../../../src/core/report/jsonReport';
import { FOREIGN_BILLS } from '../../support/bills/foreign';
import { JAPANESE_BILLS } from '../../support/bills/japanese';
import { type Bill, fileOf, type Slip } from '../../support/bills/paper';
import { kenzan, reportsIn } from '../../support/commandLine';

/* Bills as files, laid out as vendors do it: every relation is found and agrees, and a slip anywhere is told. */

jest.setTimeout(120_000);

interface Case {
  readonly bill: Bill;
  readonly slip: Slip | null;
}

const CASES: readonly Case[] = [...JAPANESE_BILLS, ...FOREIGN_BILLS].flatMap((bill) => [
  { bill, slip: null },
  ...bill.slips.map((slip) => ({ bill, slip })),
]);

/** One call for all files, as they take far less time than starting the program. */
let reports: readonly JsonReport[];
let texts: string;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenzan-bills-'));
  const files = CASES.map(({ bill, slip }, index) => {
    const path = join(folder, `${index}.xlsx`);
    writeFileSync(path, fileOf(bill, slip));
    return path;
  });
  const run = (...options: string[]) => kenzan('verify', ...options, ...files).stdout;
  reports = reportsIn(run('--json'));
  texts = run('--lang', 'en');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const nameOf = ({ cell, kind }: { cell: string; kind: string }) => `${cell} ${kind}`;
const holds = (verdict: string) => ['agrees', 'explained', 'within-rounding'].includes(verdict);

test.each(CASES.map(({ bill, slip }, index) => [slip ? `${bill.name}: ${slip.cell}` : bill.name, index] as const))(
  '%s',
  (_, index) => {
    const checks = reports[index]?.checks ?? [];
    const { bill, slip } = CASES[index] ?? {};
    const told = checks.filter(({ verdict }) => verdict === 'disagrees');
    if (slip) {
      expect(told.map(nameOf)).toEqual(slip.disagree);
      const causes = told.flatMap((check) => check.causes.slice(0, 1).map(({ cell }) => cell));
      expect(causes.some((cell) => cell.endsWith(`!${slip.cell}`))).toBe(true);
      return;
    }
    expect(checks.filter(({ verdict }) => !holds(verdict))).toEqual([]);
    expect(checks.filter(({ kind }) => kind !== 'quantity').map(nameOf)).toEqual(bill?.checks);
    expect(checks.filter(({ kind }) => kind === 'quantity')).toHaveLength(bill?.quantities ?? -1);
  },
);

test('the text says it in words', () => {
  expect(texts).toContain('[Disagrees] Invoice!G24 Sum “Total”: This should be the sum of its 4 items: 4,872.49.');
  expect(texts).toContain(
    '[Disagrees] INVOICE!E28 Sum “TOTAL”: This should be what is added (figures: 3) less what is taken off (figures: 1): 1,915.08.',
  );
});
