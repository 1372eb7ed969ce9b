/**
 * `npm run screenshots`: the pictures of the README, taken of the workbench with the sample workbook, in docs/images.
 * Needs Chromium (CHROMIUM_PATH, or where systems put it).
 */
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildForWorkbench } from './workbench/build.mjs';
import { serveWorkbench } from './workbench/server.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PICTURES = join(ROOT, 'docs/images');
const SIZE = { width: 1280, height: 800 };
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
/** Long enough for the grid to draw what it was told. */
const SETTLED_MS = 1200;

const require = createRequire(import.meta.url);
require('./register-typescript.cjs');
const WORDS = {
  ja: { ...require('../src/messages/ja/pane.ts').pane, ...require('../src/messages/ja/sheets.ts').sheets },
  en: { ...require('../src/messages/en/pane.ts').pane, ...require('../src/messages/en/sheets.ts').sheets },
};

function chromiumPath() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH.');
  return found;
}

/** Takes the pictures of one language: at the start, a finding chosen, and each sheet that was written. */
async function takePictures(browser, address, language) {
  const context = await browser.newContext({ viewport: SIZE, locale: language === 'ja' ? 'ja-JP' : 'en-US' });
  const page = await context.newPage();
  const pane = page.frameLocator('iframe.pane-frame');
  const words = WORDS[language];
  const picture = async (name, target = page) => {
    await page.waitForTimeout(SETTLED_MS);
    await target.screenshot({ path: join(PICTURES, `${name}-${language}.png`) });
    console.log(`docs/images/${name}-${language}.png`);
  };

  await page.goto(address);
  await pane.getByRole('button', { name: words['start.verify'], exact: true }).click();
  const finding = pane.locator('.finding-main').first();
  await finding.click();
  await picture('workbench');
  await picture('pane', page.locator('iframe.pane-frame'));
  await pane.getByRole('button', { name: words['write.button'], exact: true }).click();
  await pane.getByText(words['write.done'], { exact: true }).waitFor();
  for (const name of ['findings', 'totals', 'timeline']) {
    await page.getByRole('tab', { name: words[`name.${name}`], exact: true }).click();
    await picture(name);
  }
  await context.close();
}

mkdirSync(PICTURES, { recursive: true });
const built = await buildForWorkbench(ROOT, (line) => console.log(line));
const server = await serveWorkbench({ root: ROOT, built, port: 0, nextFree: false });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
try {
  for (const language of ['ja', 'en']) await takePictures(browser, server.address, language);
} finally {
  await browser.close();
  await server.close();
}
