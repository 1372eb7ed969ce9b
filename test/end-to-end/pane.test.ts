import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/browser';
import { buildPaneGallery } from '../support/paneGallery/build';
import { serveFolder } from '../support/paneGallery/serve';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const STATES = [
  'start',
  'verifying',
  'result',
  'clean',
  'selected',
  'run-selected',
  'compared',
  'interest',
  'filtered',
  'many',
  'stale',
  'writing',
  'written',
  'nothing',
  'editing',
  'changed',
  'protected',
  'host-failed',
  'cancelled',
  'no-host',
  'too-old',
  'connecting',
];

interface AxeWindow {
  readonly axe: {
    run(): Promise<{ readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
  };
}

const folder = mkdtempSync(join(tmpdir(), 'kenzan-pane-'));
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  await buildPaneGallery(folder);
  server = await serveFolder(folder);
  browser = await launchChromium();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openPane(width: number): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 700 } });
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(String(fault)));
  page.on('console', (message) => {
    const aboutIcon = message.location().url.endsWith('.png') || message.location().url.endsWith('favicon.ico');
    if (message.type() === 'error' && !aboutIcon) complaints.push(message.text());
  });
  return { page, complaints };
}

async function show(page: Page, state: string, language = 'ja', theme = 'light'): Promise<void> {
  await page.goto(`${server.address}?state=${state}&language=${language}&theme=${theme}`);
  await page.locator('h1').waitFor();
}

test.each([
  ['ja', 'light', 350, STATES],
  ['en', 'light', 320, ['start', 'result', 'compared', 'written', 'nothing', 'changed', 'no-host']],
  ['ja', 'dark', 320, ['start', 'result', 'written', 'nothing', 'changed']],
] as const)(
  'the states in %s, %s, at %i px: accessible, nothing sticks out, no breach of the policy',
  async (language, theme, width, states) => {
    const { page, complaints } = await openPane(width);
    for (const state of states) {
      await show(page, state, language, theme);
      for (const run of await page.locator('.finding-main[aria-expanded=false]').all()) await run.click();
      const view = page.locator('.compare .fui-Field:last-of-type select');
      for (const select of await view.all()) await select.selectOption('line');
      for (const more of await page.locator('.finding-more').all()) await more.click();
      expect([state, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([
        state,
        0,
      ]);
      // Office's own menu lies over the top right corner.
      const covered = await page.evaluate(() => {
        const element = document.elementFromPoint(window.innerWidth - 17, 16);
        return element?.closest('button, a, input') !== null;
      });
      expect([state, covered]).toEqual([state, false]);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => (window as unknown as AxeWindow).axe.run());
      expect([state, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)]).toEqual([state, []]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  },
  180_000,
);

test('findings are reached, opened and chosen with the keyboard alone, with a visible focus', async () => {
  const { page } = await openPane(350);
  await show(page, 'result');
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element ? { name: element.className, outline: getComputedStyle(element).outlineStyle } : null;
    });
  const tabTo = async (name: string) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const at = await focused();
      if (at?.name.includes(name)) return at;
    }
    throw new Error(`Tab never comes to ${name}.`);
  };
  expect((await tabTo('tile'))?.outline).toBe('solid');
  expect((await tabTo('group-head'))?.outline).toBe('solid');
  expect((await tabTo('finding-main'))?.outline).toBe('solid');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.body.dataset['selected'])).toBe('減額!27,3');
  expect((await tabTo('finding-more'))?.outline).toBe('solid');
  await page.keyboard.press('Enter');
  expect(await page.locator('.details').first().isVisible()).toBe(true);
  await page.close();
}, 60_000);

test('findings that say the same are one entry: it shows the selected one in it, and opens to them by keyboard', async () => {
  const { page } = await openPane(350);
  await show(page, 'run-selected');
  const run = page.getByRole('button', { name: /^金額 8 件/ });
  expect(await run.getAttribute('aria-expanded')).toBe('false');
  expect(await run.getAttribute('aria-current')).toBe('true');
  await run.focus();
  await page.keyboard.press('Enter');
  expect(await run.getAttribute('aria-expanded')).toBe('true');
  expect(await run.getAttribute('aria-current')).toBe(null);
  expect(await page.locator('.run-list .finding').count()).toBe(8);
  expect(await page.locator('.run-list [aria-current]').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.body.dataset['selected'])).toBe('減額!3,3');
  await page.close();
}, 60_000);

test('thousands of findings are shown a page at a time', async () => {
  const { page } = await openPane(350);
  await show(page, 'many');
  expect(await page.locator('.finding').count()).toBe(40);
  await page.getByRole('button', { name: /さらに 40 件/ }).click();
  expect(await page.locator('.finding').count()).toBe(80);
  await page.close();
}, 60_000);

test('the language changes at once, for the page too', async () => {
  const { page } = await openPane(350);
  await show(page, 'start');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Verify', exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.close();
}, 60_000);

test('terms that cannot be read are said to be so, beside their field', async () => {
  const { page } = await openPane(320);
  await show(page, 'result');
  await page.getByRole('button', { name: '変更' }).click();
  await page.getByLabel('障害発生日').fill('きのう');
  await page.getByRole('button', { name: 'この条件で再検算' }).click();
  await page.getByText('日付として読めません').waitFor();
  await page.close();
}, 60_000);

test('what one has to know before reading on stays in sight when the pane is scrolled', async () => {
  const { page } = await openPane(350);
  await show(page, 'stale');
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const notice = page.locator('.notices');
  const box = await notice.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(40);
  expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThan(300);
  await page.close();
}, 60_000);
