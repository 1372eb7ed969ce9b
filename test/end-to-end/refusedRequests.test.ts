import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { ExcelHost } from '../../src/host/excelHost';
import type { TransportFault } from '../../src/host/engine/session';
import { fill } from '../../src/messages/fill';
import { pane as texts } from '../../src/messages/ja/pane';
import { type Browser, launchChromium } from '../support/browser';
import { ironCalcInNode } from '../support/ironCalcInNode';
import { OFFICE_CDN } from '../support/officeCdn';
import { PaneInFrame } from '../support/paneInFrame';
import { until } from '../support/workbenchPage';

jest.setTimeout(60_000);

const SAMPLE = new Uint8Array(readFileSync(join(__dirname, '../../assets/sample/nakano-2020.xlsx')));
/** The requests of a pane that opens: it registers for two events, and office.js says that it hears them. */
const AT_START = 3;
const OWN_SHEETS = ['検算結果', '合計', '時系列'];

let browser: Browser;
let host: ExcelHost;
let opened: PaneInFrame;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await ExcelHost.open(SAMPLE, 'nakano-2020.xlsx', ironCalcInNode());
  opened = await PaneInFrame.open(browser, host);
  await button('start.verify').waitFor();
  await until(
    async () => host.requests >= AT_START,
    async () => `${host.requests} requests have come`,
  );
  await quiet();
});
afterEach(async () => {
  const { seen } = opened;
  await opened.close();
  expect(seen.faults).toEqual([]);
  expect(seen.outside.filter((url) => !url.startsWith(OFFICE_CDN))).toEqual([]);
});

/** Waits until the pane has no request on its way: it registers for events and lets go of objects when it likes. */
async function quiet(): Promise<void> {
  for (let still = 0, seen = host.requests; still < 5; still += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (host.requests !== seen) still = -1;
    seen = host.requests;
  }
}

/** The first request that writes a sheet is carried out, but its answer never arrives. */
function loseWriting(): void {
  const answer = host.answer.bind(host);
  host.answer = (request) => {
    const reply = answer(request);
    const text = typeof request === 'string' ? request : JSON.stringify(request);
    if (!text.includes('SuspendScreenUpdating')) return reply;
    host.answer = answer;
    return { statusCode: 500, body: '', fault: 'connection-lost' };
  };
}

function button(key: keyof typeof texts): Locator {
  return opened.pane.getByRole('button', { name: texts[key], exact: true });
}

function says(key: keyof typeof texts, detail: string = texts['fault.no-detail']): Locator {
  return opened.pane.getByRole('alert').getByText(fill(texts[key], { detail }), { exact: true });
}

/** Each of Office's refusals, and what the pane is to say when the first request of a verification meets it. */
const SAID: readonly { readonly fault: TransportFault; readonly key: keyof typeof texts; readonly detail?: string }[] =
  [
    { fault: 'cell-edit-mode', key: 'fault.cell-edit-mode' },
    { fault: 'access-denied', key: 'fault.protected' },
    { fault: 'request-too-large', key: 'fault.too-large' },
    { fault: 'response-too-large', key: 'fault.too-large' },
    { fault: 'activity-limit', key: 'fault.host-failed', detail: 'ActivityLimitReached' },
    { fault: 'session-expired', key: 'fault.host-failed', detail: 'InvalidOrTimedOutSession' },
    { fault: 'connection-lost', key: 'fault.host-failed', detail: 'GeneralException' },
  ];

it('each is said in the pane with what to do, and trying again verifies', async () => {
  let begin = button('start.verify');
  for (const { fault, key, detail } of SAID) {
    host.failRequest(1, fault);
    await begin.click();
    await says(key, detail).waitFor();
    await quiet();
    begin = button('fault.retry');
  }
  await begin.click();
  await opened.pane.locator('.finding-main').first().waitFor();
});

it('an answer that is lost while the sheets are written leaves none of them, and trying again writes all', async () => {
  await button('start.verify').click();
  await opened.pane.locator('.finding-main').first().waitFor();
  await quiet();
  const before = host.model.sheets.map(({ name }) => name);
  loseWriting();
  await button('write.button').click();
  await says('fault.host-failed', 'GeneralException').waitFor();
  expect(host.model.sheets.map(({ name }) => name)).toEqual(before);

  await button('fault.retry').click();
  await opened.pane.getByText(texts['write.done'], { exact: true }).waitFor();
  expect(host.model.sheets.map(({ name }) => name)).toEqual([...before, ...OWN_SHEETS]);
});
