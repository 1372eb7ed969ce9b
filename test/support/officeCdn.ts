import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const OFFICE_JS = join(__dirname, '../../node_modules/@microsoft/office-js/dist');

/** Where pages that ship load office.js from. */
export const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** Answers what pages load from Microsoft's server with the same files of node_modules, so that the pages stay as they ship. */
export async function answerOfficeCdn(context: BrowserContext): Promise<void> {
  await context.route(`${OFFICE_CDN}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(OFFICE_JS, pathname.slice(new URL(OFFICE_CDN).pathname.length));
    if (path.startsWith(OFFICE_JS) && existsSync(path)) await route.fulfill({ path, contentType: 'text/javascript' });
    else await route.fulfill({ status: 404, body: '' });
  });
}
