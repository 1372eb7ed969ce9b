import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import JSZip from 'jszip';
import { cellAt } from '../../src/core/sheets/snapshot';
import { readSnapshot } from '../../src/workbooks/xlsx/readSnapshot';
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

describe('changes that no file holds yet', () => {
  const sample = readFileSync(join(__dirname, '../../assets/sample/nakano-2020.xlsx'));
  const opensSampleAgain = () =>
    workbench.page.getByRole('button', { name: workbench.texts['toolbar.sample'] }).click();
  const dialog = () => workbench.page.getByRole('dialog', { name: workbench.texts['unsaved.title'] });
  const answer = (key: 'unsaved.save' | 'unsaved.drop' | 'unsaved.cancel') =>
    dialog().getByRole('button', { name: workbench.texts[key] }).click();
  const tabsAre = (count: number) =>
    until(
      async () => (await workbench.tabs()).length === count,
      async () => (await workbench.tabs()).join(', '),
    );

  it('are asked about: kept on cancel or Escape, dropped on demand', async () => {
    await workbench.verify();
    await workbench.write();
    await tabsAre(6);
    await opensSampleAgain();
    await answer('unsaved.cancel');
    await opensSampleAgain();
    await dialog().waitFor();
    await workbench.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await tabsAre(6);
    await opensSampleAgain();
    await answer('unsaved.drop');
    await tabsAre(3);
    expect(Buffer.from((await workbench.download()).bytes).equals(sample)).toBe(true);
  });

  it('are downloaded first when that is chosen', async () => {
    await workbench.verify();
    await workbench.write();
    await tabsAre(6);
    await opensSampleAgain();
    const begun = workbench.page.waitForEvent('download');
    await answer('unsaved.save');
    expect((await begun).suggestedFilename()).toBe('nakano-2020.xlsx');
    await tabsAre(3);
  });

  it('are in the downloaded file, with every other part byte for byte', async () => {
    await workbench.typeInto('D5', '190603');
    const { bytes } = await workbench.download();
    const edited = readSnapshot(bytes, 'edited.xlsx').sheets[0];
    expect(edited && cellAt(edited, 4, 3)?.value).toBe(190603);
    const [before, after] = await Promise.all([JSZip.loadAsync(sample), JSZip.loadAsync(bytes)]);
    const changed: string[] = [];
    for (const name of Object.keys(before.files)) {
      const [was, is] = await Promise.all([before.file(name)?.async('base64'), after.file(name)?.async('base64')]);
      if (was !== is) changed.push(name);
    }
    expect(changed.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  });
});
