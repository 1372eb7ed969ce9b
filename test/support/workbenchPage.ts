import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { pane as paneEnglish } from '../../src/messages/en/pane';
import { workbench as workbenchEnglish } from '../../src/messages/en/workbench';
import { pane as paneJapanese } from '../../src/messages/ja/pane';
import { workbench as workbenchJapanese } from '../../src/messages/ja/workbench';
import { type Watch, watch } from './browser';
import { answerOfficeCdn } from './officeCdn';

const TEXTS = {
  ja: { pane: paneJapanese, workbench: workbenchJapanese },
  en: { pane: paneEnglish, workbench: workbenchEnglish },
};

/** The workbench as somebody sees it: everything here is done and read through what is on the page. */
export class WorkbenchPage {
  readonly pane: FrameLocator;
  readonly paneTexts: typeof paneEnglish;
  readonly texts: typeof workbenchEnglish;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly seen: Watch,
    language: 'ja' | 'en',
  ) {
    this.pane = page.frameLocator('iframe.pane-frame');
    this.paneTexts = TEXTS[language].pane;
    this.texts = TEXTS[language].workbench;
  }

  /**
   * Opens the page at 1280 × 800 in a fresh profile and waits for the sample workbook and its pane. Over https the
   * server's own certificate is taken, and what Microsoft's server holds comes from node_modules.
   */
  static async open(browser: Browser, address: string, language: 'ja' | 'en' = 'ja'): Promise<WorkbenchPage> {
    const secure = address.startsWith('https:');
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: language === 'ja' ? 'ja-JP' : 'en-US',
      acceptDownloads: true,
      ignoreHTTPSErrors: secure,
    });
    if (secure) await answerOfficeCdn(context);
    const seen = watch(context, address);
    const page = await context.newPage();
    await page.goto(address);
    const workbench = new WorkbenchPage(page, context, seen, language);
    await workbench.tab('減額').waitFor();
    await workbench.verifyButton.waitFor();
    return workbench;
  }

  get verifyButton(): Locator {
    return this.pane.getByRole('button', { name: this.paneTexts['start.verify'], exact: true });
  }

  get writeButton(): Locator {
    return this.pane.getByRole('button', { name: this.paneTexts['write.button'], exact: true });
  }

  get findings(): Locator {
    return this.pane.locator('.finding-main');
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  async tabs(): Promise<string[]> {
    return this.page.getByRole('tab').allInnerTexts();
  }

  /** What is selected, as the grid's tab and name box say: `減額!D28`. */
  async selection(): Promise<string> {
    const sheet = await this.page.getByRole('tab', { selected: true }).innerText();
    const cell = await this.page.locator('[data-u-comp="defined-name"] input').inputValue();
    return `${sheet}!${cell}`;
  }

  /** Waits until that is selected. */
  async selected(expected: string): Promise<void> {
    await until(
      async () => (await this.selection()) === expected,
      async () => `${await this.selection()} is selected, not ${expected}`,
    );
  }

  async verify(): Promise<void> {
    await this.verifyButton.click();
    await this.findings.first().waitFor();
  }

  async write(): Promise<void> {
    await this.writeButton.click();
    await this.pane.getByText(this.paneTexts['write.done'], { exact: true }).waitFor();
  }

  /** Goes to a cell of the shown sheet by the name box. */
  async goTo(cell: string): Promise<void> {
    const nameBox = this.page.locator('[data-u-comp="defined-name"] input');
    await nameBox.fill(cell);
    await nameBox.press('Enter');
    await this.selected(`${(await this.selection()).split('!')[0]}!${cell}`);
  }

  /** Types into the cell that the name box goes to. */
  async typeInto(cell: string, entry: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.type(entry, { delay: 20 });
    await this.page.keyboard.press('Enter');
  }

  async openFile(name: string, bytes: Uint8Array): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(bytes),
    });
  }

  async download(): Promise<{ name: string; bytes: Uint8Array }> {
    const begun = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: this.texts['toolbar.download'] }).click();
    const download = await begun;
    return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Waits until a condition holds. @throws Error with the description after ten seconds. */
export async function until(holds: () => Promise<boolean>, describe: () => Promise<string>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(await describe());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
