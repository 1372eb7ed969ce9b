import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkDocument } from '../src/core/checks/checkDocument';
import { NO_TERMS } from '../src/core/checks/terms';
import { planSheets, type ReportOptions } from '../src/core/report/planSheets';
import type { Snapshot } from '../src/core/sheets/snapshot';
import { findDocument } from '../src/core/tables/findDocument';
import { ExcelHost } from '../src/host/excelHost';
import { WorkbookModel } from '../src/host/model/workbookModel';
import { ExcelWorkbook } from '../src/workbooks/excel/excelWorkbook';
import { ironCalcInNode } from '../test/support/ironCalcInNode';
import { startOfficeInNode } from '../test/support/officeInNode';
import { requestsOf } from '../test/support/requests';
import { milliseconds, printTable } from './measure';
import { syntheticReduction } from './syntheticTable';

const SAMPLE = 'nakano-2020.xlsx';

/** How many requests reading, selecting and writing send through the real office.js, and how long they take here. */
export async function throughOffice(options: ReportOptions): Promise<void> {
  const sample = new Uint8Array(readFileSync(join(__dirname, '..', 'assets', 'sample', SAMPLE)));
  const hosts: readonly (readonly [string, ExcelHost])[] = [
    ['the sample', await ExcelHost.open(sample, SAMPLE, ironCalcInNode())],
    ['2,000 rows', new ExcelHost(modelOf(syntheticReduction(2_000)))],
    ['20,000 rows', new ExcelHost(modelOf(syntheticReduction(20_000)))],
  ];
  const rows: string[][] = [];
  for (const [name, host] of hosts) rows.push(...(await flowsOf(name, host, options)));
  printTable(
    'Through office.js: requests (context.sync) and time, the host in this process',
    ['workbook', 'cells', 'findings', 'flow', 'requests', 'ms'],
    rows,
  );
}

async function flowsOf(name: string, host: ExcelHost, options: ReportOptions): Promise<string[][]> {
  const workbook = new ExcelWorkbook({ excel: startOfficeInNode(host).Excel, supports: () => true });
  const rows: string[][] = [];
  const timed = async (flow: string, work: () => Promise<unknown>): Promise<void> => {
    let time = 0;
    const requests = await requestsOf(host, async () => {
      const start = performance.now();
      await work();
      time = performance.now() - start;
    });
    rows.push([flow, `${requests}`, milliseconds(time)]);
  };
  // One reading is not counted: it starts the client.
  const snapshot = await workbook.read();
  await timed('read', () => workbook.read());
  const verification = checkDocument(findDocument(snapshot), NO_TERMS);
  const plans = planSheets(verification, snapshot, options);
  const [sheet] = snapshot.sheets;
  await timed('select', () => workbook.select(sheet?.name ?? '', { top: 0, left: 0, bottom: 0, right: 0 }));
  await timed('write', () => workbook.write(plans));
  await timed('write again', () => workbook.write(plans));
  const cells = snapshot.sheets.reduce((sum, { rows: lines }) => sum + lines.length * (lines[0]?.length ?? 0), 0);
  return rows.map((row, index) => [
    ...(index === 0 ? [name, `${cells}`, `${verification.findings.length}`] : ['', '', '']),
    ...row,
  ]);
}

/** A workbook in memory with what a snapshot holds; nothing in it is calculated. */
function modelOf(snapshot: Snapshot): WorkbookModel {
  const model = new WorkbookModel(snapshot.workbookName);
  model.change('load', () => {
    for (const { name, rows } of snapshot.sheets) {
      const sheet = model.addSheet(name);
      rows.forEach((line, row) =>
        line.forEach((cell, column) => {
          if (cell) sheet.setContent(row, column, cell.value, null);
        }),
      );
    }
  });
  return model;
}
