import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '../src/core/checks/checkDocument';
import { checkSums } from '../src/core/checks/checkSums';
import { Standings } from '../src/core/checks/standings';
import { NO_TERMS } from '../src/core/checks/terms';
import { planSheets, type ReportOptions } from '../src/core/report/planSheets';
import { findDocument } from '../src/core/tables/findDocument';
import type { Document } from '../src/core/tables/document';
import { addSheets } from '../src/workbooks/xlsx/addSheets';
import { readSnapshot } from '../src/workbooks/xlsx/readSnapshot';
import { medianTime, milliseconds, peakMemory, printTable, ratio } from './measure';
import { syntheticGrid } from './syntheticGrid';
import { throughOffice } from './throughOffice';
import { syntheticReduction } from './syntheticTable';

const OPTIONS: ReportOptions = {
  language: 'ja',
  time: { date: { year: 2026, month: 4, day: 1 }, hour: 9, minute: 0 },
  version: 'bench',
};

/** The steps of the main job on the sample workbook, in milliseconds. */
async function sampleSteps(): Promise<void> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '..', 'assets', 'sample', 'nakano-2020.xlsx')));
  const snapshot = readSnapshot(bytes, 'nakano-2020.xlsx');
  const document = findDocument(snapshot);
  const verification = checkDocument(document, NO_TERMS);
  const plans = planSheets(verification, snapshot, OPTIONS);
  const steps: readonly (readonly [string, () => unknown])[] = [
    ['read the file', () => readSnapshot(bytes, 'nakano-2020.xlsx')],
    ['find tables', () => findDocument(snapshot)],
    ['check', () => checkDocument(document, NO_TERMS)],
    ['plan sheets', () => planSheets(verification, snapshot, OPTIONS)],
    ['add sheets to the file', () => addSheets(bytes, plans)],
  ];
  const times: number[] = [];
  for (const [, work] of steps) times.push(await medianTime(9, work));
  const all = times.reduce((sum, time) => sum + time, 0);
  printTable(
    `Sample workbook: ${verification.findings.length} findings (median of 9 runs)`,
    ['step', 'ms', 'of all'],
    steps.map(([name], index) => [
      name,
      milliseconds(times[index] ?? 0),
      `${Math.round((100 * (times[index] ?? 0)) / all)} %`,
    ]),
  );
}

/** How time grows with the number of rows: a ratio near the rows' own ratio is linear. */
async function growth(): Promise<void> {
  const rows: string[][] = [];
  let before: { find: number; check: number; plan: number } | null = null;
  for (const size of [20, 200, 2_000, 20_000]) {
    const snapshot = syntheticReduction(size);
    const document = findDocument(snapshot);
    const verification = checkDocument(document, NO_TERMS);
    const runs = size > 1_000 ? 3 : 9;
    const now = {
      find: await medianTime(runs, () => findDocument(snapshot)),
      check: await medianTime(runs, () => checkDocument(document, NO_TERMS)),
      plan: await medianTime(runs, () => planSheets(verification, snapshot, OPTIONS)),
    };
    rows.push([
      `${size} rows`,
      ...(['find', 'check', 'plan'] as const).flatMap((step) => [
        milliseconds(now[step]),
        before ? ratio(now[step], before[step]) : '',
      ]),
      `${Math.round(peakMemory())}`,
    ]);
    before = now;
  }
  printTable(
    'Growth with the number of detail rows (× against ten times fewer rows)',
    ['table', 'find ms', '×', 'check ms', '×', 'plan ms', '×', 'peak MiB'],
    rows,
  );
}

/** The check alone, where totals are wrong: the causes of each are looked for among all its addends. */
async function wrongTotals(): Promise<void> {
  const documents: readonly (readonly [string, number, Document])[] = [
    ['2,000 rows, wrong total', 2_000, findDocument(syntheticReduction(2_000, 900))],
    ['20,000 rows, wrong total', 20_000, findDocument(syntheticReduction(20_000, 9_000))],
    ['2,280 × 25, all right', 57_000, syntheticGrid(2_280, 25, 0)],
    ['2,280 × 25, 50 wrong cells', 57_000, syntheticGrid(2_280, 25, 50)],
    ['22,800 × 25, 50 wrong cells', 570_000, syntheticGrid(22_800, 25, 50)],
  ];
  const rows: string[][] = [];
  let before: { size: number; sums: number; all: number } | null = null;
  for (const [name, size, document] of documents) {
    const sums = await medianTime(1, () => sumsOf(document));
    const all = await medianTime(1, () => checkDocument(document, NO_TERMS));
    const { findings } = checkDocument(document, NO_TERMS);
    const wrong = findings.filter(({ verdict }) => verdict === 'disagrees').length;
    const grown = before?.size === size / 10 ? before : null;
    const ratios = grown ? [ratio(sums, grown.sums), ratio(all, grown.all)] : ['', ''];
    rows.push([name, `${wrong}`, milliseconds(sums), ratios[0] ?? '', milliseconds(all), ratios[1] ?? '']);
    before = { size, sums, all };
  }
  printTable(
    'Wrong totals (second run; × against ten times fewer rows)',
    ['document', 'disagree', 'sums ms', '×', 'whole check ms', '×'],
    rows,
  );
}

function sumsOf(document: Document): unknown {
  const standings = new Standings(document);
  return document.tables.map((table) => checkSums(table, standings, () => []));
}

async function main(): Promise<void> {
  await sampleSteps();
  await wrongTotals();
  await growth();
  await throughOffice(OPTIONS);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
