/**
 * Draws the add-in's icons: `node scripts/make-icons.mjs` writes assets/icons/icon-{16…128}.png.
 *
 * A tick over the double rule that closes a column of figures. Rasterised with Chromium; small sizes get a drawing of
 * their own with thicker lines on whole pixels, since a scaled one would blur.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../assets/icons');
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];
const GREEN = '#0e6b38';

/** Drawn on a grid of 32 units. */
const large = `
  <rect x="1" y="1" width="30" height="30" rx="6" fill="${GREEN}"/>
  <path d="M8 12.5 L13.6 18 L24 7" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M7 22.5 H25 M7 26.5 H25" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/>`;

/** Drawn on whole pixels, for 16, 20 and 24 of them: the two lines of the rule are one pixel thick, one apart. */
const small = (size) => {
  const at = (share) => (share * size).toFixed(2);
  const rule = Math.round(size * 0.72) + 0.5;
  return `
  <rect width="${size}" height="${size}" rx="${at(0.19)}" fill="${GREEN}"/>
  <path d="M${at(0.22)} ${at(0.375)} L${at(0.425)} ${at(0.56)} L${at(0.78)} ${at(0.19)}" fill="none" stroke="#fff" stroke-width="${at(0.12)}" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M${Math.round(size * 0.19)} ${rule} h${Math.round(size * 0.62)} m0 2 h-${Math.round(size * 0.62)}" fill="none" stroke="#fff"/>`;
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
});
try {
  await mkdir(folder, { recursive: true });
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const [grid, drawing] = size <= 24 ? [size, small(size)] : [32, large];
    await page.setContent(
      `<style>body{margin:0}svg{display:block}</style>
       <svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${grid} ${grid}">${drawing}</svg>`,
    );
    await page.screenshot({ path: path.join(folder, `icon-${size}.png`), omitBackground: true });
    await page.close();
  }
  console.log(`assets/icons: ${SIZES.map((size) => `${size} px`).join(', ')}`);
} finally {
  await browser.close();
}
