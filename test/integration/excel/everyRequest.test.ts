import { checkDocument } from '../../../src/core/checks/checkDocument';
import { NO_TERMS } from '../../../src/core/checks/terms';
import { planSheets } from '../../../src/core/report/planSheets';
import { findDocument } from '../../../src/core/tables/findDocument';
import type { TransportFault } from '../../../src/host/engine/session';
import type { SheetModel } from '../../../src/host/model/sheetModel';
import { sheets as japanese } from '../../../src/messages/ja/sheets';
import { contentOf, type Opened, openTyped, quiet, sheetOf } from './support';

/** Every refusal that the host knows, and what the port makes of it. */
const FAULTS: Readonly<Record<TransportFault, string>> = {
  'cell-edit-mode': 'cell-edit-mode',
  'request-too-large': 'too-large',
  'response-too-large': 'too-large',
  'access-denied': 'protected',
  'activity-limit': 'host-failed',
  'session-expired': 'host-failed',
  'connection-lost': 'host-failed',
};
const FAULT_NAMES = Object.keys(FAULTS) as TransportFault[];
const USERS = ['減額', '経過'];
/** The first lines of sheets that are not finished. */
const INCOMPLETE: readonly string[] = (['findings', 'totals', 'timeline'] as const).map(
  (role) => japanese[`incomplete.${role}`],
);
const TIME = { date: { year: 2026, month: 4, day: 1 }, hour: 9, minute: 0 };

/** A small document with a wrong sum: all of ours come of it, the timeline too. */
function open(): Opened {
  return openTyped({
    減額: [
      ['システム', '金額（円）'],
      ['税務', '1200'],
      ['福祉', '3400'],
      ['合計', '4700'],
    ],
    経過: [
      ['年月日', '内容'],
      ['2019年12月4日', '障害が発生した。'],
      ['2019年12月20日', '一部が復旧した。'],
    ],
  });
}

/** What a user does: verify, go to a finding, write the sheets, verify again. */
async function wholeFlow({ workbook }: Opened): Promise<void> {
  const snapshot = await workbook.read();
  const verification = checkDocument(findDocument(snapshot), NO_TERMS);
  const wrong = verification.findings.find(({ verdict }) => verdict === 'disagrees');
  if (!wrong) throw new Error('The document has no wrong sum.');
  const { sheet, row, column } = wrong.cell;
  await workbook.select(sheet, { top: row, left: column, bottom: row, right: column });
  await workbook.write(planSheets(verification, snapshot, { language: 'ja', time: TIME, version: 'test' }));
  await workbook.read();
}

async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** What a sheet holds, but for the ids under which the workbook knows it. */
const plainOf = (sheet: SheetModel): unknown =>
  JSON.parse(JSON.stringify(contentOf(sheet)).replace(/"id":"[^"]*"/g, '"id":""'));
const contentsOf = ({ model }: Opened) => model.sheets.map(plainOf);
const usersOf = ({ model }: Opened) => USERS.map((name) => plainOf(sheetOf(model, name)));

/** The flow without a fault: how many requests it takes and what is there afterwards. */
async function withoutFault(): Promise<{ requests: number; contents: unknown[] }> {
  const opened = open();
  await quiet(opened.host);
  const before = opened.host.requests;
  await wholeFlow(opened);
  await quiet(opened.host);
  return { requests: opened.host.requests - before, contents: contentsOf(opened) };
}

/** Runs the flow with a fault in it: its error says what the fault means, and the workbook is whole or says that it is not. */
async function runWithFault(opened: Opened, n: number, fault: TransportFault, after: boolean): Promise<void> {
  const { contents } = await clean();
  await quiet(opened.host);
  const before = usersOf(opened);
  opened.host.failRequest(n, fault, after);
  const code = await codeOf(wholeFlow(opened));
  // What the client lets go of behind the scenes may fail without anybody's noticing.
  if (code !== null) expect([fault, n, code]).toEqual([fault, n, FAULTS[fault]]);
  expect(usersOf(opened)).toEqual(before);
  for (const sheet of opened.model.sheets.slice(USERS.length)) {
    // Complete, or it says in its first line that it is not.
    if (!INCOMPLETE.includes(String(sheet.cell(0, 0)?.value))) expect(contents).toContainEqual(plainOf(sheet));
  }
}

let known: ReturnType<typeof withoutFault> | null = null;
const clean = (): ReturnType<typeof withoutFault> => (known ??= withoutFault());

test('whatever request of a first run fails, a retry completes the flow and leaves no trace', async () => {
  const { requests, contents } = await clean();
  expect(requests).toBeGreaterThan(10);
  for (const after of [false, true]) {
    for (let n = 1; n <= requests; n += 1) {
      const opened = open();
      await runWithFault(opened, n, 'connection-lost', after);
      expect(await codeOf(wholeFlow(opened))).toBeNull();
      expect(contentsOf(opened)).toEqual(contents);
    }
  }
});

test('so it is where the sheets are there already, one failure after the other', async () => {
  const { requests, contents } = await clean();
  const opened = open();
  await wholeFlow(opened);
  for (const after of [false, true]) {
    for (let n = 1; n <= requests; n += 1) {
      await runWithFault(opened, n, 'connection-lost', after);
      expect(await codeOf(wholeFlow(opened))).toBeNull();
      expect(contentsOf(opened)).toEqual(contents);
    }
  }
});

test.each(FAULT_NAMES)('%s at every request is an error of which the port says what it means', async (fault) => {
  const { requests } = await clean();
  for (let n = 1; n <= requests; n += 1) await runWithFault(open(), n, fault, false);
});
