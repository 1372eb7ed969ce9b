import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { type Browser, launchChromium } from '../support/browser';
import { type PlainServer, servePlainly } from '../support/plainServer';
import { until, WorkbenchPage } from '../support/workbenchPage';

jest.setTimeout(180_000);

const BUILT = join(__dirname, '../../dist/workbench-static');
const SAMPLE = readFileSync(join(__dirname, '../../assets/sample/nakano-2020.xlsx'));
/** A name of a closed network: unlike localhost it is no secure context, so that browsers offer less. */
const HOST = 'tools.example.internal';
const FOLDER = '/office/検算/';

let server: PlainServer;
let browser: Browser;
let workbench: WorkbenchPage;
let address: string;

beforeAll(async () => {
  server = await servePlainly(BUILT, FOLDER);
  address = new URL(FOLDER, `http://${HOST}:${server.port}`).href;
  browser = await launchChromium(`--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND`);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
/** Closes the page. Nothing went wrong on it unasked, and every request stayed in the folder. */
async function closeCleanly(): Promise<void> {
  const { seen } = workbench;
  await workbench.close();
  expect(seen).toEqual({ faults: [], outside: [] });
}

it('verifies, writes, notices an edit and saves a copy, from any folder of any web server', async () => {
  workbench = await WorkbenchPage.open(browser, address);
  await workbench.verify();
  const cell = await workbench.findings.first().locator('.finding-cell').innerText();
  await workbench.findings.first().click();
  await workbench.selected(cell);

  await workbench.write();
  await until(
    async () => (await workbench.tabs()).length === 6,
    async () => (await workbench.tabs()).join(', '),
  );

  await workbench.tab('減額').click();
  await workbench.typeInto('D4', '1234');
  await workbench.pane.getByText(workbench.paneTexts['stale.title'], { exact: true }).waitFor();
  await workbench.pane.getByRole('button', { name: workbench.paneTexts['stale.verify'], exact: true }).click();
  await workbench.pane.getByText(workbench.paneTexts['stale.title'], { exact: true }).waitFor({ state: 'detached' });
  await workbench.pane.getByText('1,234', { exact: true }).first().waitFor();

  const { name, bytes } = await workbench.download();
  expect(name).toBe('nakano-2020.xlsx');
  const [original, saved] = [await JSZip.loadAsync(SAMPLE), await JSZip.loadAsync(bytes)];
  const part = async (zip: JSZip, path: string) => (await zip.file(path)?.async('text')) ?? '';
  expect(await part(saved, 'xl/worksheets/sheet1.xml')).toContain('<v>1234</v>');
  for (const path of ['xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml', 'xl/theme/theme1.xml']) {
    expect(await part(saved, path)).toBe(await part(original, path));
  }
  for (const sheet of ['検算結果', '合計', '時系列']) {
    expect(await part(saved, 'xl/workbook.xml')).toContain(`name="${sheet}"`);
  }
  await closeCleanly();
});

it('opens another workbook with a pane of its own, in either language', async () => {
  workbench = await WorkbenchPage.open(browser, address, 'en');
  await workbench.verify();
  await workbench.openFile('別.xlsx', SAMPLE);
  await workbench.verifyButton.waitFor();
  expect(await workbench.page.locator('.file-name').innerText()).toBe('別.xlsx');
  expect(await workbench.findings.count()).toBe(0);
  await workbench.verify();
  await closeCleanly();
});

it('says plainly what it is where the pane’s page is opened alone', async () => {
  workbench = await WorkbenchPage.open(browser, address);
  await workbench.page.goto(`${address}pane/taskpane.html`);
  await workbench.page.getByRole('heading', { name: workbench.paneTexts['no-host.title'] }).waitFor();
  await closeCleanly();
});

describe('what is passed on', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });

  it.each(['office.js', 'excel-web-16.00.js'])('has nothing of %s in it', (bundle) => {
    const library = readFileSync(join(__dirname, '../../node_modules/@microsoft/office-js/dist', bundle), 'utf8');
    // Long enough not to be anybody else's; one in ten, because there are megabytes to look through.
    const pieces = [...new Set(library.split(/["'`;{}\n]/))].filter((piece) => piece.length >= 70);
    const chosen = pieces.filter((_piece, index) => bundle === 'office.js' || index % 10 === 0);
    expect(chosen.length).toBeGreaterThan(20);
    const texts = files(BUILT).filter((path) => !/\.(png|wasm|xlsx)$/.test(path));
    expect(texts.length).toBeGreaterThan(5);
    for (const path of texts) {
      const text = readFileSync(path, 'utf8');
      expect({ path, found: chosen.filter((piece) => text.includes(piece)) }).toEqual({ path, found: [] });
      expect(text).not.toContain('appsforoffice');
    }
  });

  it('brings the licences of what is in it', () => {
    const notices = readFileSync(join(BUILT, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['react', 'decimal.js', '@univerjs/core', '@ironcalc/wasm', 'jszip', '@fluentui/react-button']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\nLicence: .*(MIT|Apache)`, 'm'));
    }
    expect(notices).not.toMatch(/office-js|univerjs-pro/);
    expect(readFileSync(join(BUILT, 'LICENSE.txt'), 'utf8')).toContain('MIT License');
  });

  it('names no address outside in its pages, and has a policy that forbids one', () => {
    const pages = ['index.html', 'pane/taskpane.html'].map((page) => readFileSync(join(BUILT, page), 'utf8'));
    for (const html of pages) {
      expect(html).not.toMatch(/https?:|(src|href)="\//);
      expect(html).toContain("default-src 'none'");
      expect(html).not.toContain("'unsafe-eval'");
    }
    expect(pages[1]).not.toContain('unsafe');
  });
});
