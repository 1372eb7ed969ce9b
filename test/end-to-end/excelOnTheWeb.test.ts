import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import type { Frame } from 'playwright-core';
import { cellName } from '../../src/core/sheets/address';
import type { PlannedContent } from '../../src/core/sheets/sheetPlan';
import { serialOfDate } from '../../src/core/values/calendar';
import { Decimal } from '../../src/core/values/decimal';
import { write as writeSheets } from '../recalculation/writtenSheets';
import { type Browser, launchChromium, startWorkbench, type WorkbenchServer } from '../support/browser';
import { OFFICE_CDN } from '../support/officeCdn';
import { until, WorkbenchPage } from '../support/workbenchPage';

jest.setTimeout(120_000);

const SHIPPED = join(__dirname, '../../dist/pane');
const SAMPLE = readFileSync(join(__dirname, '../../assets/sample/nakano-2020.xlsx'));

let server: WorkbenchServer;
let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  server = await startWorkbench('--built', '--https');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
const opened = async () => {
  workbench = await WorkbenchPage.open(browser, server.address);
};
const closed = async () => {
  const { seen } = workbench;
  await workbench.close();
  expect(seen.faults).toEqual([]);
  expect(seen.outside.filter((url) => !url.startsWith(OFFICE_CDN))).toEqual([]);
};

/** The pane's frame, for what only its own scripts can tell. */
function paneFrame(): Frame {
  const frame = workbench.page.frames().find((candidate) => candidate.url().includes('/pane/'));
  if (!frame) throw new Error('There is no pane.');
  return frame;
}

/** What a cell of a file holds for what was planned for it. */
function valueOf(content: PlannedContent): unknown {
  if (content.kind === 'blank') return '';
  if (content.kind === 'text' || content.kind === 'link') return content.text;
  const value = content.kind === 'formula' ? content.result : content.value;
  if (value instanceof Decimal) return value.toNumber();
  return typeof value === 'object' ? serialOfDate(value, 1900) : value;
}

describe('the pane as it is opened', () => {
  beforeAll(opened);
  afterAll(closed);

  it('is byte for byte the one that ships, and loads office.js for Excel on the web from Microsoft', async () => {
    for (const file of ['taskpane.html', 'taskpane.js', 'taskpane.css']) {
      const served = await workbench.context.request.get(`${server.address}pane/${file}`);
      expect({ file, same: readFileSync(join(SHIPPED, file)).equals(await served.body()) }).toEqual({
        file,
        same: true,
      });
    }
    const page = await workbench.context.request.get(`${server.address}pane/taskpane.html`);
    expect(page.headers()['content-security-policy']).toBe("frame-ancestors 'self'");
    expect(workbench.seen.outside).toEqual(
      ['office.js', 'excel-web-16.00.js', 'ja-jp/office_strings.js'].map((file) => OFFICE_CDN + file),
    );
    const context = await paneFrame().evaluate(() => ({
      platform: Office.context.platform,
      language: Office.context.displayLanguage,
      floor: Office.context.requirements.isSetSupported('ExcelApi', '1.13'),
      above: Office.context.requirements.isSetSupported('ExcelApi', '1.14'),
    }));
    expect(context).toEqual({ platform: 'OfficeOnline', language: 'ja-JP', floor: true, above: false });
  });

  it('is refused more than 5 MB at once, in either direction, with the codes of Excel on the web', async () => {
    const codes = await paneFrame().evaluate(async () => {
      const codeOf = (batch: (cells: Excel.Range) => void) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItemOrNullObject('5 MB');
          await context.sync();
          const place = sheet.isNullObject ? context.workbook.worksheets.add('5 MB') : sheet;
          batch(place.getRange('A1:A100'));
          await context.sync();
          return 'done';
        }).catch((fault: OfficeExtension.Error) => fault.code);
      const filled = (text: string) => Array.from({ length: 100 }, () => [text]);
      return {
        tooMuch: await codeOf((cells) => (cells.values = filled('円'.repeat(20_000)))),
        enough: await codeOf((cells) => (cells.values = filled('x'.repeat(30_000)))),
        back: await codeOf((cells) => cells.load('values')),
        tooMuchBack: await codeOf((cells) => cells.load('values,formulas')),
      };
    });
    expect(codes).toEqual({
      tooMuch: 'RequestPayloadSizeLimitExceeded',
      enough: 'done',
      back: 'done',
      tooMuchBack: 'ResponsePayloadSizeLimitExceeded',
    });
  });

  it('is left at both ends with the keyboard', async () => {
    const { page } = workbench;
    const inPane = () => page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);
    const tabOut = async (key: string) => {
      await workbench.verifyButton.focus();
      for (let step = 0; step < 20 && (await inPane()); step += 1) {
        await page.keyboard.press(key);
        // office.js moves the focus itself, or asks the page around it to: both come after the key.
        await page.waitForTimeout(50);
      }
      return page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
    };
    expect(await tabOut('Tab')).toContain(workbench.texts['toolbar.open']);
    expect(await tabOut('Shift+Tab')).toBe(workbench.texts['pane.hide']);
  });
});

describe('the work', () => {
  beforeEach(opened);
  afterEach(closed);

  it('verifies the sample, selects both ways, and writes the three sheets into a copy', async () => {
    await workbench.verify();
    const first = workbench.findings.first();
    const cell = await first.locator('.finding-cell').innerText();
    await first.click();
    await workbench.selected(cell);

    await workbench.write();
    await until(
      async () => (await workbench.tabs()).length === 6,
      async () => (await workbench.tabs()).join(', '),
    );
    const written = read((await workbench.download()).bytes);
    const { plans } = await writeSheets(SAMPLE, 'ja');
    const totals = plans.find(({ role }) => role === 'totals');
    if (!totals) throw new Error('No totals were planned.');
    const sheet = written.Sheets[totals.name];
    const differing = totals.cells
      .map(({ row, column, content }) => {
        const name = cellName({ row, column });
        // Readers of files give nothing for a formula that gives an empty text.
        const found = (sheet?.[name] as { v?: unknown } | undefined)?.v ?? '';
        return { name, planned: valueOf(content), found };
      })
      .filter(({ planned, found }) => planned !== found);
    // The line that names the file and the time.
    expect(differing).toEqual([
      expect.objectContaining({ name: 'A2', found: expect.stringMatching(/^nakano-2020\.xlsx ／ /) as unknown }),
    ]);
    expect(totals.cells.length).toBeGreaterThan(50);
  });

  it('events reach the pane: the cell selected in the sheet, and a change that puts the result out of date', async () => {
    const { pane, paneTexts } = workbench;
    await workbench.verify();
    const place = await workbench.findings.first().locator('.finding-cell').innerText();
    const [sheet = '', cell = ''] = place.split('!');
    await workbench.tab(sheet).click();
    await workbench.goTo(cell);
    await pane.locator('.finding-main[aria-current=true]').filter({ hasText: place }).first().waitFor();

    await workbench.typeInto(cell, '1234');
    await pane.getByText(paneTexts['stale.title'], { exact: true }).waitFor();
    await pane.getByRole('button', { name: paneTexts['stale.verify'], exact: true }).click();
    await pane.getByText(paneTexts['stale.title'], { exact: true }).waitFor({ state: 'detached' });
    await pane.getByText('1,234', { exact: true }).first().waitFor();
  });

  it('a request that Excel refuses is said in the pane, and trying again succeeds', async () => {
    const { page, pane, paneTexts } = workbench;
    await workbench.goTo('F4');
    await page.keyboard.type('12');
    await workbench.verifyButton.click();
    await pane.getByText(paneTexts['fault.cell-edit-mode'], { exact: true }).waitFor();
    expect(await workbench.findings.count()).toBe(0);

    // Another cell of the grid: what was typed is entered, and Excel takes requests again.
    await page
      .locator('.grid canvas')
      .last()
      .click({ position: { x: 760, y: 300 } });
    await pane.getByRole('button', { name: paneTexts['fault.retry'], exact: true }).click();
    await workbench.findings.first().waitFor();
  });
});
