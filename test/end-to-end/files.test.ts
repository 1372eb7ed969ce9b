import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { type Browser, launchChromium, startWorkbench, type WorkbenchServer } from '../support/browser';
import { until, WorkbenchPage } from '../support/workbenchPage';

jest.setTimeout(120_000);

/** Two rows and a total that is 1 too high. */
function smallBook(): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['品目', '金額(円)'],
    ['机', 1200],
    ['椅子', 800],
    ['合計', 2001],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '内訳');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

let server: WorkbenchServer;
let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  server = await startWorkbench('--built');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  workbench = await WorkbenchPage.open(browser, server.address);
});
afterEach(async () => {
  const { seen } = workbench;
  await workbench.close();
  expect(seen).toEqual({ faults: [], outside: [] });
});

const alert = () => workbench.page.getByRole('alert').innerText();

it('opens another workbook from disk and verifies that', async () => {
  await workbench.openFile('内訳書.xlsx', smallBook());
  await workbench.tab('内訳').waitFor();
  expect(await workbench.tabs()).toEqual(['内訳']);
  await workbench.page.getByText('内訳書.xlsx', { exact: true }).waitFor();

  await workbench.verify();
  const wrong = workbench.findings.filter({ hasText: '内訳!B4' });
  await wrong.first().click();
  await workbench.selected('内訳!B4');
  await workbench.write();
  expect((await workbench.download()).name).toBe('内訳書.xlsx');
});

it('takes a workbook that is dropped on the page', async () => {
  const transfer = await workbench.page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'dropped.xlsx'));
      return data;
    },
    [...smallBook()],
  );
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    await workbench.page.dispatchEvent('body', kind, { dataTransfer: transfer });
  }
  await workbench.tab('内訳').waitFor();
});

it.each([
  ['text.xlsx', Buffer.from('this is no workbook'), 'error.not-a-workbook'],
  ['empty.xlsx', Buffer.alloc(0), 'error.empty-file'],
  ['cut.xlsx', Buffer.from(smallBook()).subarray(0, 400), 'error.not-a-workbook'],
] as const)('says why it cannot open %s and keeps the present workbook', async (name, bytes, reason) => {
  const before = await workbench.tabs();
  await workbench.openFile(name, bytes);
  await until(
    async () => (await workbench.page.getByRole('alert').count()) > 0,
    async () => 'there is no message',
  );
  expect(await alert()).toContain(name);
  expect(await alert()).toContain(workbench.texts[reason]);
  expect(await workbench.tabs()).toEqual(before);
  await workbench.verify();
});

it('opens the sample again and drops what was written', async () => {
  await workbench.verify();
  await workbench.write();
  await until(
    async () => (await workbench.tabs()).length === 6,
    async () => (await workbench.tabs()).join(', '),
  );
  await workbench.page.getByRole('button', { name: workbench.texts['toolbar.sample'] }).click();
  await until(
    async () => (await workbench.tabs()).length === 3,
    async () => (await workbench.tabs()).join(', '),
  );
  const sample = readFileSync(join(__dirname, '../../assets/sample/nakano-2020.xlsx'));
  expect(Buffer.from((await workbench.download()).bytes).equals(sample)).toBe(true);
});
