import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import axeCore from 'axe-core';
import JSZip from 'jszip';
import { pane as english } from '../../src/messages/en/pane';
import { type Browser, launchChromium, startWorkbench, type WorkbenchServer } from '../support/browser';
import { compare, write as writeSheets } from '../recalculation/writtenSheets';
import { recalculate } from '../support/libreOffice';
import { until, WorkbenchPage } from '../support/workbenchPage';

jest.setTimeout(180_000);

const SAMPLE = readFileSync(join(__dirname, '../../assets/sample/nakano-2020.xlsx'));
const OWN_SHEETS = { ja: ['検算結果', '合計', '時系列'], en: ['Checked results', 'Totals', 'Timeline'] };
/** The four parts that gain entries when sheets are added; all others stay as they are. */
const GAINING = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

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
afterEach(async () => {
  const { seen } = workbench;
  await workbench.close();
  expect(seen).toEqual({ faults: [], outside: [] });
});

describe('verify, select, write, download', () => {
  it('takes the sample from its figures to a workbook with three sheets more', async () => {
    workbench = await WorkbenchPage.open(browser, server.address);
    await workbench.verify();

    const first = workbench.findings.first();
    const cell = await first.locator('.finding-cell').innerText();
    await first.click();
    await workbench.selected(cell);

    const before = await workbench.tabs();
    await workbench.write();
    await until(
      async () => (await workbench.tabs()).length === before.length + 3,
      async () => `the tabs are ${(await workbench.tabs()).join(', ')}`,
    );
    expect(await workbench.tabs()).toEqual([...before, ...OWN_SHEETS.ja]);

    const { name, bytes } = await workbench.download();
    expect(name).toBe('nakano-2020.xlsx');
    const original = await JSZip.loadAsync(SAMPLE);
    const written = await JSZip.loadAsync(bytes);
    for (const part of Object.keys(original.files).filter((path) => !GAINING.includes(path))) {
      const was = await original.file(part)?.async('base64');
      expect({ part, content: await written.file(part)?.async('base64') }).toEqual({ part, content: was });
    }
    const workbookPart = (await written.file('xl/workbook.xml')?.async('text')) ?? '';
    for (const sheet of OWN_SHEETS.ja) expect(workbookPart).toContain(`name="${sheet}"`);

    const calculated = recalculate({ written: bytes }).get('written');
    const faults = [...(calculated ?? [])].flatMap(([sheet, cells]) =>
      [...cells]
        .filter(([, { text }]) => /^(#|Err:)/.test(text))
        .map(([place, { text }]) => `${sheet} ${place}: ${text}`),
    );
    expect(faults).toEqual([]);
    const { plans } = await writeSheets(SAMPLE, 'ja');
    const { count, mismatches } = compare(plans, calculated ?? new Map());
    expect(mismatches).toEqual([]);
    expect(count).toBeGreaterThan(200);
  });

  it('replaces its own sheets when it writes again', async () => {
    workbench = await WorkbenchPage.open(browser, server.address);
    await workbench.verify();
    await workbench.write();
    await until(
      async () => (await workbench.tabs()).length === 6,
      async () => (await workbench.tabs()).join(', '),
    );
    await workbench.writeButton.click();
    await workbench.pane.getByText(workbench.paneTexts['write.done'], { exact: true }).waitFor();
    expect((await workbench.tabs()).length).toBe(6);
  });

  it('speaks English', async () => {
    workbench = await WorkbenchPage.open(browser, server.address, 'en');
    await workbench.verify();
    await workbench.write();
    await until(
      async () => (await workbench.tabs()).length === 6,
      async () => (await workbench.tabs()).join(', '),
    );
    await workbench.page.getByRole('button', { name: 'Download' }).waitFor();
  });

  it('needs no mouse', async () => {
    workbench = await WorkbenchPage.open(browser, server.address);
    const { page } = workbench;
    const focused = (selector: string) => workbench.pane.locator(`${selector}:focus`).count();
    const tabTo = async (reached: () => Promise<boolean>) => {
      for (let step = 0; step < 80; step += 1) {
        if (await reached()) return;
        await page.keyboard.press('Tab');
      }
      throw new Error('The keyboard does not reach it.');
    };
    await workbench.verifyButton.focus();
    await page.keyboard.press('Enter');
    await workbench.findings.first().waitFor();

    await tabTo(async () => (await focused('.finding-main')) > 0);
    const cell = await workbench.pane.locator('.finding-main:focus .finding-cell').innerText();
    await page.keyboard.press('Enter');
    await workbench.selected(cell);

    await tabTo(async () => (await workbench.writeButton.and(workbench.pane.locator(':focus')).count()) > 0);
    await page.keyboard.press('Enter');
    await workbench.pane.getByText(workbench.paneTexts['write.done'], { exact: true }).waitFor();
  });
});

describe('editing in the grid', () => {
  it('marks the result as out of date, and a new verification sees the edit', async () => {
    workbench = await WorkbenchPage.open(browser, server.address);
    await workbench.verify();
    const first = workbench.findings.first();
    const [sheet = '', cell = ''] = (await first.locator('.finding-cell').innerText()).split('!');
    await first.click();
    await workbench.selected(`${sheet}!${cell}`);
    await workbench.typeInto(cell, '1234');
    await workbench.pane.getByText(workbench.paneTexts['stale.title'], { exact: true }).waitFor();

    await workbench.pane.getByRole('button', { name: workbench.paneTexts['stale.verify'], exact: true }).click();
    await workbench.pane.getByText(workbench.paneTexts['stale.title'], { exact: true }).waitFor({ state: 'detached' });
    await workbench.pane.getByText('1,234', { exact: true }).first().waitFor();
  });
});

describe('undo', () => {
  it('takes back what was typed, formulas too, and makes it again', async () => {
    workbench = await WorkbenchPage.open(browser, server.address);
    const { page } = workbench;
    const after = async (key: string) => {
      await page.keyboard.press(key);
      const saved = snapshotCell((await workbench.download()).bytes, '減額', 'D4');
      await page
        .locator('.grid canvas')
        .last()
        .click({ position: { x: 200, y: 300 } });
      return saved;
    };
    const original = snapshotCell(SAMPLE, '減額', 'D4');
    await workbench.typeInto('D4', '=1+1');
    await workbench.typeInto('D4', '4321');
    expect(await after('Control+z')).toEqual({ f: '1+1', v: 2 });
    expect(await after('Control+z')).toEqual(original);
    expect(await after('Control+y')).toEqual({ f: '1+1', v: 2 });
  });
});

describe('language', () => {
  it('changes in the pane along with the page, and keeps the result', async () => {
    workbench = await WorkbenchPage.open(browser, server.address);
    await workbench.verify();
    const count = await workbench.findings.count();
    await workbench.page.getByLabel(workbench.texts['toolbar.language']).selectOption('en');
    await workbench.pane.getByRole('button', { name: english['write.button'], exact: true }).waitFor();
    expect(await workbench.findings.count()).toBe(count);
    await workbench.page.reload();
    await workbench.pane.getByRole('button', { name: english['start.verify'], exact: true }).waitFor();
  });
});

describe('accessibility', () => {
  it('finds nothing serious on the page around the pane', async () => {
    workbench = await WorkbenchPage.open(browser, server.address);
    const { page } = workbench;
    await page.evaluate(axeCore.source);
    const serious = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const { violations } = await axe.run(document, { iframes: false });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    });
    expect(serious).toEqual([]);
  });

  it('finds nothing to object to in the pane before and after a verification', async () => {
    workbench = await WorkbenchPage.open(browser, server.address);
    expect(await violationsIn(workbench)).toEqual([]);
    await workbench.verify();
    expect(await violationsIn(workbench)).toEqual([]);
  });
});

/** What axe finds in the pane's frame, as `rule: element`. */
async function violationsIn({ page }: WorkbenchPage): Promise<string[]> {
  const frame = page.frames().find((candidate) => candidate.url().includes('/pane/'));
  if (!frame) throw new Error('There is no pane.');
  await frame.evaluate(axeCore.source);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}

/** The formula and value of a cell in a file. */
function snapshotCell(bytes: Uint8Array, sheet: string, cell: string): { f?: string; v?: unknown } {
  const { f, v } = read(bytes).Sheets[sheet]?.[cell] as { f?: string; v?: unknown };
  return f === undefined ? { v } : { f, v };
}
